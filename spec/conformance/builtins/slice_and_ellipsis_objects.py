# /// gradus
# id = "builtins.slice-and-ellipsis-objects"
# rules = ["operator.rich", "expr.slice", "expr.compare", "expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# slice() objects can be made and used directly.
class C:
    def __getitem__(self, k):
        return k

s = slice(1, None, 2)
print([0, 1, 2, 3, 4][s], C()[1:2:3] == slice(1, 2, 3), s.indices(4), repr(...), C()[..., 1:])
