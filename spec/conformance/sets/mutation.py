# /// gradus
# id = "sets.mutation"
# rules = ["set.method.add", "set.add", "run.lambda", "convert.hash"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Methods that change a set.
s = {1, 2}
s.add(3)
s.add(3)
s.discard(9)
s.remove(1)
s.update([4], (5,))
s.difference_update([2])
s.intersection_update({3, 4, 9})
s.symmetric_difference_update([4, 8])
print(sorted(s), s.copy() == s, len(s), {7}.pop(), s.clear())
print(s)
for f in (lambda: s.remove(1), lambda: s.pop(), lambda: s.add([])):
    try:
        f()
    except (KeyError, TypeError) as e:
        print(type(e).__name__)
