# /// gradus
# id = "classes.class-without-body-effects"
# rules = ["name.class", "name.namespace.load", "stmt.pass", "operator.binary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A class body may be just pass, a docstring or an ellipsis.
class A: pass
class B: ...
class C: "doc"
class D(A, B, C): x = 1; y = x + 1

print(D.y, C.__doc__, D.__doc__, A.__dict__.get("__doc__", "missing"))
