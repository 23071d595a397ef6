# /// gradus
# id = "assert.truth-tested-once"
# rules = ["stmt.assert", "expr.boolop.test", "expr.unaryop.test", "expr.test"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The test of an assert is tested for truth once.
class T:
    def __bool__(self):
        print("truth")
        return True

assert T()
assert T() and T()
assert not not T()
