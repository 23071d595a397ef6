# /// gradus
# id = "classes.object-default-methods"
# rules = ["stmt.pass", "iteration.unpack", "bind.tuple", "bind.elements"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# object gives every class identity equality, hash and repr.
class A:
    pass

a, b = A(), A()
print(a == a, a == b, a != b, hash(a) == hash(a), repr(a).startswith("<__main__.A object at 0x"), a.__eq__(b), a.__lt__(b))
print(a.__class__ is A, A.__call__ is not None, object.__new__(A).__class__.__name__)
