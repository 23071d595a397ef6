# /// gradus
# id = "boolean.len-must-be-nonnegative-int"
# rules = ["convert.len.check", "convert.index", "expr.ifexp", "operator.unary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Truth through __len__ obeys the rules of len().
class N:
    def __len__(self):
        return -1

class F:
    def __len__(self):
        return 1.5

class B:
    def __len__(self):
        return 2**100

for x in (N(), F(), B()):
    try:
        print(bool(x))
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
