# /// gradus
# id = "comparisons.in-falls-back-to-iter"
# rules = ["container.contains.iter", "operator.equal", "expr.yield", "operator.rich"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Without __contains__, `in` iterates and compares by identity or equality until it finds.
class C:
    def __iter__(self):
        for i in (1, 2, 3):
            print("yield", i)
            yield i

print(2 in C())
print(5 in C())
