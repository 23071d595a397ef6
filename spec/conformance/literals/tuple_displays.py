# /// gradus
# id = "literals.tuple-displays"
# rules = ["expr.elements", "iteration.star", "call.star", "expr.call.starred"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The comma makes the tuple.
a = 1,
b = ()
c = (1)
d = 1, 2, *[3, 4], *()
print(a, b, c, d, (1, ), ((), ), len((1, 2, (3, ))))
print(*[1, 2], *(3,), sep="-")
