# /// gradus
# id = "subscripts.slice-reading"
# rules = ["expr.slice", "operator.unary", "expr.unaryop", "exception.str"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Slices clip to the sequence; a negative step walks backwards.
s = "abcdefg"
print(s[2:4], s[:3], s[4:], s[:], s[-3:], s[:-3], s[10:], s[-100:2], s[4:2], s[::2], s[1::3])
print(s[::-1], s[5:1:-1], s[5:1:-2], s[:2:-1], s[2::-1], s[-1:-4:-1], s[1:5:-1])
print([1, 2, 3, 4][1:-1], (1, 2, 3)[::-1], b"abc"[1:], range(10)[2:8:3])
try:
    s[::0]
except ValueError as e:
    print(e)
