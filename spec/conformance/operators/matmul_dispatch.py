# /// gradus
# id = "operators.matmul-dispatch"
# rules = ["operator.sequence", "augment.name", "operator.inplace", "stmt.augassign"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# @ calls __matmul__, __rmatmul__ and __imatmul__; no builtin type has them.
class M:
    def __matmul__(self, other):
        return ("matmul", other)

    def __rmatmul__(self, other):
        return ("rmatmul", other)

    def __imatmul__(self, other):
        return ("imatmul", other)

m = M()
print(m @ 1, 1 @ M())
m @= 5
print(m)
try:
    1 @ 2
except TypeError as e:
    print(e)
