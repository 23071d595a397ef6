# /// gradus
# id = "comparisons.which-built-in-values-compare"
# rules = ["expr.compare"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Each kind of built-in value against each: equality is always decided, an order only within a kind.

nan = float("nan")


class Int(int):
    pass


class List(list):
    pass


class Dict(dict):
    pass


class Text(str):
    def __lt__(self, other):
        return "lt"


class Unequal(int):
    def __ne__(self, other):
        return "ne"


values = [
    0, False, -0.0, nan, True, 1.0, 1 + 0j, 2 ** 70, float(2 ** 70), "a", b"a", bytearray(b"a"), memoryview(b"a"),
    [], [1], [nan], List([1]), (), (1,), (nan,), (1, 2), {}, {1: 2}, Dict({1: 2}), {1}, frozenset([1]),
    range(0), range(1), range(0, 0, 5), slice(1), None, ..., NotImplemented, Int(1), Unequal(1), Text("a"),
    {1: 2}.keys(), {1: 2}.values(), {1: 2}.items(), [[1], (2, [3])], [[1], (2, [3.0])], {"a": [1]}, {"a": [1.0]},
    {(1, 2)}, {(1.0, 2)},
]

operations = [
    lambda a, b: a == b, lambda a, b: a != b, lambda a, b: a < b, lambda a, b: a <= b, lambda a, b: a > b,
    lambda a, b: a >= b, lambda a, b: a in [b], lambda a, b: [a] == [b], lambda a, b: (a,) < (b,),
    lambda a, b: {"k": a} == {"k": b},
]


def sign(operation, a, b):
    try:
        answer = operation(a, b)
    except TypeError:
        return "-"
    return {True: "y", False: "n"}.get(answer, answer)


for index, a in enumerate(values):
    print(index, type(a).__name__, " ".join("".join(sign(it, a, b) for it in operations) for b in values))
