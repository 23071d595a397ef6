# /// gradus
# id = "assignment.starred-target"
# rules = ["bind.starred", "iteration.unpack.star"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A starred target takes a list of what is left, maybe none.
a, *b = 1, 2, 3
*c, d = "xyz"
e, *f, g = [1, 2]
*h, = ()
i, *(j, k), l = 1, 2, 3, 4
m = [0, 0, 0]
n, *m[1:2] = "nop"
print(a, b, c, d, e, f, g, h, i, j, k, l, m, n)
