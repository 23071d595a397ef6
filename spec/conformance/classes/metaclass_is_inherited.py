# /// gradus
# id = "classes.metaclass-is-inherited"
# rules = ["stmt.pass", "exception.str", "str.new", "convert.str"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Subclasses get the metaclass of their bases; the most derived one wins.
class M1(type): pass
class M2(M1): pass
class M3(type): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass
class C(A, B): pass
class D(A): pass
class E(metaclass=M3): pass

print(type(C).__name__, type(D).__name__)
try:
    class F(A, E):
        pass
except TypeError as e:
    print(e)
