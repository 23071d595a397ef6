# /// gradus
# id = "boolean.truth-of-builtin-values"
# rules = ["expr.set", "set.update", "dict.set", "operator.unary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Zero, empty containers, None and False are false.
for v in (0, 0.0, -0.0, 0j, "", b"", [], (), {}, set(), frozenset(), range(0), None, False, bytearray()):
    if v:
        print("true", v)
for v in (1, -1, 0.1, float("nan"), 1j, " ", b"\0", [0], (None,), {0: 0}, {0}, range(1), object, print, ...):
    if not v:
        print("false", v)
print("done")
