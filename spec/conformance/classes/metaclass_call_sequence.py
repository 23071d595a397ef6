# /// gradus
# id = "classes.metaclass-call-sequence"
# rules = ["call.star", "expr.call.starred", "attribute.get.super", "name.class"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A class statement calls __prepare__, runs the body, then __new__ and __init__ of the metaclass.
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, bases, kw)
        return {"given": 1}

    def __new__(mcs, name, bases, ns, **kw):
        print("new", [k for k in ns if k[0] != "_"], kw)
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print("init", kw)
        super().__init__(name, bases, ns)

    def __call__(cls, *args):
        print("call", args)
        return super().__call__(*args)

class C(metaclass=Meta, opt=2):
    print("body", given)
    def __init__(self, x):
        print("instance init", x)

C(5)
