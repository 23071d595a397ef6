# /// gradus
# id = "literals.bytes-literals"
# rules = ["expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Bytes literals hold ASCII and escapes, \u is not one of them.
print(b"abc", b"\x00\xff\n\t\\\'", b'it"s', b"it's", b"\101", list(b"az"))
print(b'both\'"', bytes([92, 39, 34, 127, 128]))
