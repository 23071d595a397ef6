# /// gradus
# id = "functions.annotated-targets-evaluate"
# rules = ["stmt.annassign", "run.annotations", "bind.subscript", "container.setitem"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An annotation of an attribute or subscript target is evaluated, in a function too the target is stored.
class C:
    pass

c = C()
d = {}
c.x: int = 1
d["k"]: str = 2
(n): int = 3
print(c.x, d, n)
