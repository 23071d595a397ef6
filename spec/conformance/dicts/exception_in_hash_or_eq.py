# /// gradus
# id = "dicts.exception-in-hash-or-eq"
# rules = ["set.contains", "run.lambda", "dict.getitem", "container.find"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Errors from __hash__ and __eq__ pass through the dict.
class K:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError("eq")

class H:
    def __hash__(self):
        raise ValueError("hash")

for f in (lambda: {K(): 1, K(): 2}, lambda: {}[H()], lambda: H() in set()):
    try:
        f()
    except ValueError as e:
        print(e)
