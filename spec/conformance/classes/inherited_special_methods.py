# /// gradus
# id = "classes.inherited-special-methods"
# rules = ["convert.len", "convert.len.check", "attribute.get.super", "convert.index"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Special methods are inherited and may be overridden in any class of the order.
class A:
    def __getitem__(self, i):
        return ("A", i)

class B(A):
    def __len__(self):
        return 2

class Mixin:
    def __getitem__(self, i):
        return ("Mixin", super().__getitem__(i))

class C(Mixin, B):
    pass

print(B()[0], C()[1], len(C()), 1 if C() else 0)
