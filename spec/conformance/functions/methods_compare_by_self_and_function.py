# /// gradus
# id = "functions.methods-compare-by-self-and-function"
# rules = ["object.ne", "operator.rich", "iteration.unpack", "bind.tuple"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Bound methods are equal when they bind the same object and function.
class C:
    def f(self):
        pass

    def __eq__(self, other):
        return True

    __hash__ = None

a, b = C(), C()
print(a.f == a.f, a.f == b.f, a.f != b.f)
