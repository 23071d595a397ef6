# /// gradus
# id = "ranges.sequence-behaviour"
# rules = ["convert.hash", "call.star", "expr.call.starred"]
# python = ">=3.9"
# expect = "exit 0"
# ///
# A range is a sequence that computes its items.
r = range(2, 20, 3)
print(r, len(r), r[1], r[-1], r[1:4], r[::-1], list(r), 5 in r, 6 in r, r.index(8), r.count(8), r.start, r.stop, r.step)
print(range(0) == range(5, 5), range(0, 5, 2) == range(0, 6, 2), hash(range(3)) == hash(range(0, 3)), list(range(5, 0, -2)), range(10**20)[10**19], bool(range(0)), max(range(3)), sum(range(101)))
for args in ((), (1, 2, 0), (1.5,), ("a",)):
    try:
        range(*args)
    except (TypeError, ValueError) as e:
        print(e)
