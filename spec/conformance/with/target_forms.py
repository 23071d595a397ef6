# /// gradus
# id = "with.target-forms"
# rules = ["bind.list", "bind.starred", "iteration.unpack.star"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The target of `with` may be any target.
class CM:
    def __init__(self, v):
        self.v = v

    def __enter__(self):
        return self.v

    def __exit__(self, *exc):
        pass

d = {}
with CM((1, [2, 3])) as (a, [b, *c]), CM(4) as d["k"], CM(5) as CM.attr:
    print(a, b, c, d, CM.attr)
