# /// gradus
# id = "subscripts.bytearray-item-assignment"
# rules = ["delete.subscript", "container.delitem", "stmt.delete", "expr.slice"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Bytearray items are ints below 256; slices take bytes.
b = bytearray(b"hello")
b[0] = 72
b[1:3] = b"EEE"
del b[-1]
print(b)
for v in (256, -1, "a"):
    try:
        b[0] = v
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
