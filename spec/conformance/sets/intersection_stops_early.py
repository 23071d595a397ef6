# /// gradus
# id = "sets.intersection-stops-early"
# rules = ["expr.boolop", "expr.yield", "stmt.break", "expr.set"]
# python = ">=3.12"
# expect = "exit 0"
# ///
# An intersection with an iterable asks for no more items once it has all members of the set.
def items():
    for item in (1, 5, 2, 3):
        print("asked for", item)
        yield item


print({1, 2}.intersection(items()))
print({2}.issubset(items()))
