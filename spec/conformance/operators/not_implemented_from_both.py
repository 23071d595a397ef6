# /// gradus
# id = "operators.not-implemented-from-both"
# rules = ["operator.sequence", "exception.str", "operator.binary", "str.new"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# When both methods return NotImplemented the order of asking is left, then right.
log = []

class L:
    def __floordiv__(self, other):
        log.append("L.floordiv")
        return NotImplemented

class R:
    def __rfloordiv__(self, other):
        log.append("R.rfloordiv")
        return NotImplemented

try:
    L() // R()
except TypeError as e:
    print(log, e)
