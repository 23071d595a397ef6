# /// gradus
# id = "calls.builtin-counts-of-arguments"
# rules = ["expr.dict", "stmt.import", "dict.pairs", "import.module"]
# python = ">=3.13"
# expect = "exit 0"
# ///
# What built-in functions say about a wrong number of arguments depends on how they take them.
import math

for call in (
    lambda: len(), lambda: len(1, 2), lambda: [].append(), lambda: [].insert(1), lambda: [].pop(1, 2), lambda: {}.get(),
    lambda: "a".upper(1), lambda: "a".split(1, 2, 3), lambda: isinstance(1), lambda: getattr(1), lambda: range(), lambda: int(1, 2, 3),
    lambda: list(1, 2), lambda: math.sin(), lambda: math.atan2(1), lambda: sorted(), lambda: sorted([], len), lambda: divmod(1),
    lambda: (1).__add__(), lambda: [].__setitem__(1), lambda: type(), lambda: object(1), lambda: type(None)(1), lambda: sum(),
    lambda: pow(1), lambda: round(), lambda: "a".replace("b"), lambda: b"a".translate(), lambda: set(1, 2), lambda: dict(1, 2),
):
    try:
        print(call())
    except TypeError as error:
        print(error)
