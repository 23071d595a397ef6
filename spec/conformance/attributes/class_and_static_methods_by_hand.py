# /// gradus
# id = "attributes.class-and-static-methods-by-hand"
# rules = ["classmethod.get", "staticmethod.call", "stmt.pass", "run.lambda"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# classmethod.__get__ binds to the class; a staticmethod object can be called.
c = classmethod(lambda cls, *a: (cls.__name__, a))
class A: pass
print(c.__get__(None, A)(1), c.__get__(A())(2))
s = staticmethod(lambda *a: a)
print(s(1, 2), s.__get__(None, A)(3))
