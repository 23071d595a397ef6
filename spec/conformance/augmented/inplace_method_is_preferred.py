# /// gradus
# id = "augmented.inplace-method-is-preferred"
# rules = ["augment.name", "operator.inplace", "stmt.augassign"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# += calls __iadd__ and binds what it returns.
class A:
    def __iadd__(self, other):
        print("iadd", other)
        return "result"

    def __add__(self, other):
        print("never")

a = A()
a += 1
print(a)
