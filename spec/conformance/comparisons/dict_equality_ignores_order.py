# /// gradus
# id = "comparisons.dict-equality-ignores-order"
# rules = ["expr.elements", "iteration.star", "iteration.extend", "operator.rich"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Dicts are equal when they have the same keys with equal values, in any order.
print({1: "a", 2: "b"} == {2: "b", 1: "a"}, {1: 1} == {1: 2}, {1: 1} == {1.0: True}, {} == [])
class V:
    def __eq__(self, other):
        print("eq")
        return False

v = V()
print({1: v} == {1: v}, {1: v} != {1: V()})
