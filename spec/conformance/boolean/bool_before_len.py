# /// gradus
# id = "boolean.bool-before-len"
# rules = ["convert.len.check", "convert.index", "stmt.pass", "expr.ifexp"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Truth is asked of __bool__ first, then of __len__; an object with neither is true.
class A:
    def __bool__(self):
        return False

    def __len__(self):
        print("never")
        return 1

class B:
    def __len__(self):
        print("len")
        return 0

class C:
    pass

print(bool(A()), bool(B()), bool(C()), not C())
