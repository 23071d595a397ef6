# /// gradus
# id = "numbers.equal-numbers-hash-equal"
# rules = ["operator.unary", "expr.unaryop", "expr.compare", "operator.binary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Numbers that are equal have equal hashes, whatever their types.
print(hash(0), hash(5), hash(-1), hash(-2), hash(2**61 - 1), hash(2**61), hash(2**64), hash(-(2**61)))
print(hash(1.0), hash(0.5), hash(-0.0), hash(float("inf")), hash(float("-inf")), hash(1e300), hash(2.0**70) == hash(2**70))
print(hash(True), hash(3 + 0j) == hash(3), hash(1j), hash(None) == hash(None))
