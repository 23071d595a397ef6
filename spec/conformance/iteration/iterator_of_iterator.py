# /// gradus
# id = "iteration.iterator-of-iterator"
# rules = ["stmt.break", "expr.call.starred", "call.star", "expr.listcomp.element"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Two iterators over one list are independent; one iterator may be shared by two loops.
xs = [1, 2, 3, 4]
print([(a, b) for a in xs for b in xs if a < b])
it = iter(xs)
for a in it:
    for b in it:
        print(a, b)
        break
print(list(zip(*[iter(xs)] * 2)))
