# /// gradus
# id = "classes.diamond-init-with-kwargs"
# rules = ["call.doublestar", "attribute.get.super"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Cooperative __init__ passes keywords along the resolution order.
class Base:
    def __init__(self, **kw):
        print("Base", kw)

class A(Base):
    def __init__(self, a, **kw):
        print("A", a)
        super().__init__(**kw)

class B(Base):
    def __init__(self, b, **kw):
        print("B", b)
        super().__init__(**kw)

class C(A, B):
    def __init__(self, **kw):
        super().__init__(**kw)

C(a=1, b=2)
