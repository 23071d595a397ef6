# /// gradus
# id = "builtins.len-protocol"
# rules = ["convert.len", "convert.len.check", "convert.index", "dict.set"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# len() calls __len__ and checks what it returns.
class C:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

print(len(C(3)), len(C(True)), len({1: 2}), len(range(7)), len("é"))
for n in (-1, "x", 1.0, None, 2**70):
    try:
        len(C(n))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
