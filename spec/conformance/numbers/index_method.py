# /// gradus
# id = "numbers.index-method"
# rules = ["operator.sequence", "stmt.import", "convert.index", "import.module"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# __index__ makes an object usable wherever an int is needed exactly.
import operator

class I:
    def __index__(self):
        return 3

i = I()
print(operator.index(i), [0, 1, 2, 3][i], range(i), bin(i), hex(i), "x" * i, chr(97) * i, int(i), float(i), round(2.34567, i), divmod(7, 3))
class Bad:
    def __index__(self):
        return "x"
try:
    [1][Bad()]
except TypeError as e:
    print(e)
