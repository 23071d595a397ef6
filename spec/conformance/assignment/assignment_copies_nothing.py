# /// gradus
# id = "assignment.assignment-copies-nothing"
# rules = ["augment.name", "expr.slice", "operator.inplace", "stmt.augassign"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Assignment binds a name to the same object.
a = [1]
b = a
b += [2]
b.append(3)
c = a[:]
c.append(4)
print(a, a is b, c)
