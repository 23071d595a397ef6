# /// gradus
# id = "classes.subclassing-builtins"
# rules = ["operator.sequence", "convert.len", "convert.len.check", "builtin.isinstance"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Builtin types can be subclassed; their own methods give the base type.
class L(list):
    def __len__(self):
        return 100

class S(str):
    pass

class T(tuple):
    def __new__(cls, *items):
        return super().__new__(cls, items)

x = L([1, 2])
print(x, len(x), x[:], type(x[:]).__name__, type(x + [3]).__name__, type(S("a") + "b").__name__, type(S("a").upper()).__name__)
print(T(1, 2, 3), type(T(1)).__name__, T(1, 2) == (1, 2), isinstance(S(), str), bool(L()))
