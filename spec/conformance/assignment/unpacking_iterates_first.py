# /// gradus
# id = "assignment.unpacking-iterates-first"
# rules = ["expr.yield", "iteration.unpack", "bind.tuple", "bind.elements"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# All items are fetched before the first target is bound.
class It:
    def __iter__(self):
        for i in range(2):
            print("next", i)
            yield i
        print("end")

class C:
    def __setattr__(self, name, value):
        print("bind", name, value)

c = C()
c.a, c.b = It()
