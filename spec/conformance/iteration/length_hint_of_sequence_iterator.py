# /// gradus
# id = "iteration.length-hint-of-sequence-iterator"
# rules = ["iterator.sequence.hint", "convert.len", "convert.len.check", "iteration.next.sequence"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# The iterator of a sequence with __getitem__ tells how many items are left by asking __len__.
class S:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
    def __len__(self): return 4
it = iter(S())
print(it.__length_hint__(), next(it), next(it), it.__length_hint__(), list(it), it.__length_hint__())
