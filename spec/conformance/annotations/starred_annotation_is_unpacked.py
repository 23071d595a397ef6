# /// gradus
# id = "annotations.starred-annotation-is-unpacked"
# rules = ["iteration.only", "stmt.def.annotation", "expr.yield", "iteration.unpack"]
# python = ">=3.11"
# expect = "exit 0"
# ///
# The annotation of *args may be starred: then it must have a single item (PEP 646).
class Ts:
    def __iter__(self):
        print("iterated")
        yield "item"
def f(*args: *Ts()): pass
print(f.__annotations__)
