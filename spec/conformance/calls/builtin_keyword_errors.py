# /// gradus
# id = "calls.builtin-keyword-errors"
# rules = ["stmt.import", "import.module"]
# python = ">=3.13"
# expect = "exit 0"
# ///
# A built-in function that takes no keyword arguments says so; another one names the stranger, and what may be meant.
import math

for call in (
    lambda: len(obj=1), lambda: [].append(x=1), lambda: math.sin(x=1), lambda: list(x=1), lambda: range(x=1), lambda: (1).__add__(x=1),
    lambda: print(seperator=""), lambda: print(sepp=""), lambda: sorted([], revers=1), lambda: int("1", bas=2), lambda: "a".split(sepp=1),
    lambda: sum([], star=1), lambda: sum([], 1, start=1), lambda: pow(1, exp=2, base=3), lambda: round(1, number=1), lambda: max([1], keyy=1),
    lambda: "a".encode(1, encoding="x"), lambda: ValueError(x=1), lambda: ImportError(nam=1), lambda: float(x=1),
):
    try:
        print(call())
    except TypeError as error:
        print(error)
