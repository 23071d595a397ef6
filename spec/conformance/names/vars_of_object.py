# /// gradus
# id = "names.vars-of-object"
# rules = ["bind.subscript", "container.setitem", "stmt.pass", "stmt.raise"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# vars(x) is x.__dict__; without __dict__ it raises TypeError.
class C:
    pass

c = C()
c.x = 1
vars(c)["y"] = 2
print(vars(c), c.y, vars(c) is c.__dict__)
try:
    vars(1)
except TypeError as e:
    print(e)
