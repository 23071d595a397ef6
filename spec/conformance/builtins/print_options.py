# /// gradus
# id = "builtins.print-options"
# rules = ["call.doublestar", "stmt.importfrom", "import.name", "stmt.import"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# print() has sep, end and file; None means the default.
import sys

class Writer:
    def __init__(self):
        self.parts = []

    def write(self, s):
        self.parts.append(s)

w = Writer()
print(1, "a", None, sep="-", end="!\n")
print()
print("a", "b", sep="", end="")
print("", sep=None, end=None)
print(1, 2, file=w)
print(w.parts)
print("x", file=sys.stdout, flush=True)
for kw in ({"sep": 1}, {"end": 2}, {"foo": 3}):
    try:
        print("y", **kw)
    except TypeError:
        print("TypeError")
