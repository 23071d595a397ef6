# /// gradus
# id = "assignment.unpacking-forms"
# rules = ["bind.list", "bind.starred", "iteration.unpack.star"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Targets may be nested, in brackets or parentheses.
a, b = 1, 2
(c, d), [e, [f]] = (3, 4), (5, "6")
[g] = [7]
h, = {8}
() = ()
[] = {}
i, (j, *k), l = "a", "bcd", "e"
print(a, b, c, d, e, f, g, h, i, j, k, l)
a, b = b, a
print(a, b)
