# /// gradus
# id = "assignment.chained-assignment"
# rules = ["expr.compare", "expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# a = b = value evaluates the value once and binds a, then b.
def value():
    print("value")
    return []

a = b = value()
a.append(1)
print(b, a is b)
