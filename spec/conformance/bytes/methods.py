# /// gradus
# id = "bytes.methods"
# rules = ["container.contains", "expr.slice", "run.lambda", "operator.unary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# bytes share most methods of str.
b = b"Hello, World"
print(b.upper(), b.split(b", "), b.find(b"o"), b.replace(b"l", b"L"), b.startswith(b"He"), b.hex(), bytes.fromhex("48 65"), b.count(108), b"-".join([b"a", b"b"]), b[::-1], b.strip(b"Hd"), b.index(87))
print(bytes(3), bytes([1, 2]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(3)), b"a" + b"b", b"ab" * 2, list(b"ab"), b"\x01\x02".hex("-"), b"%d-%s" % (5, b"x"), b"a" in b"abc")
for f in (lambda: bytes("a"), lambda: bytes([256]), lambda: bytes(-1), lambda: b"a".split("b"), lambda: bytes([1.5])):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(e)
