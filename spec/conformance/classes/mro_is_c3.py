# /// gradus
# id = "classes.mro-is-c3"
# rules = ["expr.listcomp.element", "stmt.pass", "expr.listcomp", "expr.comprehension"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The method resolution order is the C3 linearization.
class O: pass
class A(O): pass
class B(O): pass
class C(O): pass
class D(A, B): pass
class E(B, C): pass
class F(D, E): pass

print([c.__name__ for c in F.__mro__])
print([c.__name__ for c in F.mro()], F.__bases__ == (D, E), F.__base__.__name__)
