# /// gradus
# id = "ranges.huge-ranges"
# rules = ["convert.len", "container.contains", "operator.unary", "expr.unaryop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Ranges beyond 64 bits work; len() of them overflows.
r = range(2**70, 2**70 + 10)
print(r[3], 2**70 + 5 in r, len(r), list(r)[-1] == 2**70 + 9, range(-2**63, 2**63, 2**62)[-1])
try:
    len(range(2**64))
except OverflowError as e:
    print("OverflowError")
