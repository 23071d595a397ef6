# /// gradus
# id = "strings.percent-formatting"
# rules = ["dict.set", "run.lambda", "dict.pairs", "expr.dict"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# The % operator formats with a value, a tuple or a mapping.
print("%s %r %a" % ("é", "é", "é"), "%d %i %5d|%-5d|%05d %+d" % (1, 2, 3, 4, 5, 6), "%x %X %#x %o %c %c" % (255, 255, 255, 8, 65, "z"))
print("%f %.2f %8.3f %e %g %G" % (1.5, 2.345, 3.14159, 12345.678, 0.0001, 1e-10), "%%", "100%%" % (), "%(a)s-%(b)03d" % {"a": 1, "b": 2}, "%s" % [1], "%s" % ((1, 2),), "%.2s|%5s|%*d" % ("abc", "x", 4, 7))
for f in (lambda: "%s %s" % 1, lambda: "%d" % "x", lambda: "%s" % (1, 2), lambda: "%q" % 1, lambda: "%(a)s" % 1, lambda: "%" % 1):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(e)
