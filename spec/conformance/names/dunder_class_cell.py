# /// gradus
# id = "names.dunder-class-cell"
# rules = ["stmt.pass", "expr.compare", "expr.subscript", "container.getitem"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A method that mentions __class__ gets the class that encloses it.
class A:
    def f(self):
        return __class__

class B(A):
    pass

print(B().f().__name__, A.f.__closure__[0].cell_contents is A, A.f.__code__.co_freevars)
