# /// gradus
# id = "strings.format-method"
# rules = ["stmt.continue", "exception.str.key", "stmt.while", "convert.repr"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# str.format() takes fields by position, by number and by name, with attributes and items.
class P:
    x = 1
    d = {"k": [10, 20]}

print("{} {}".format(1, 2), "{1} {0}".format("a", "b"), "{a} {b}".format(a=1, b=2), "{0.x} {0.d[k][1]}".format(P()), "{!r} {!s}".format("a", "b"), "{{}} {}".format(1))
print("{:>5}|{:<5}|{:^5}|{:*^5}".format(1, 2, 3, 4), "{:{}}|{:.{p}f}".format("x", 4, 3.14159, p=2), "{0[a]}".format({"a": 5}))
for f in (lambda: "{}".format(), lambda: "{a}".format(), lambda: "{} {0}".format(1), lambda: "{".format(), lambda: "}".format(), lambda: "{0.y}".format(P())):
    try:
        f()
    except (IndexError, KeyError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)
