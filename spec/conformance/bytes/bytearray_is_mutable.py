# /// gradus
# id = "bytes.bytearray-is-mutable"
# rules = ["operator.inplace.binary", "convert.hash", "augment.name", "expr.slice"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A bytearray changes in place.
b = bytearray(b"abc")
c = b
b += b"d"
b.append(101)
b.extend([102])
b.insert(0, 64)
print(c, b.pop(), b.pop(0), b, b == b"abcde", len(b), bytes(b), b.find(b"c"))
b.remove(97)
b.reverse()
b[1:1] = b"XY"
print(b, b.copy() is b, bytearray(2), bytearray("é", "utf-8"))
b.clear()
print(b, not b)
try:
    hash(b)
except TypeError as e:
    print(e)
