# /// gradus
# id = "classes.inconsistent-mro"
# rules = ["stmt.pass", "exception.str", "str.new", "convert.str"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Bases whose orders contradict each other are refused.
class X: pass
class Y: pass
class A(X, Y): pass
class B(Y, X): pass

try:
    class C(A, B):
        pass
except TypeError as e:
    print(str(e).replace("\n", " "))
try:
    class D(object, X):
        pass
except TypeError as e:
    print(str(e).replace("\n", " "))
