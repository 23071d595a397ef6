# /// gradus
# id = "del.forms"
# rules = ["delete.tuple", "delete.list", "delete.name", "delete.attribute"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `del` takes names, attributes, subscripts, slices and groups of them.
class C:
    pass

c = C()
c.x = c.y = 1
a = b = d = 1
xs = [0, 1, 2, 3, 4]
m = {"k": 1}
del a
del (b, [d]), c.x
del xs[0], xs[1:3], m["k"]
print(xs, m, vars(c), "a" in globals(), "b" in globals(), "d" in globals())
