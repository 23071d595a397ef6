# /// gradus
# id = "literals.self-containing-repr"
# rules = ["bind.subscript", "container.setitem", "dict.pairs", "expr.dict"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# repr() of a container that holds itself ends in an ellipsis.
a = [1]
a.append(a)
d = {}
d["d"] = d
t = ([],)
t[0].append(t)
print(a, d, t)
