# /// gradus
# id = "strings.characters-out-of-range"
# rules = ["expr.call", "expr.binop"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# An int that is no character: `format()` tells of one that fits no machine word, `%` does not.
for number in (-1, 0x110000, 2 ** 62, 2 ** 63, 10 ** 20):
    for show in (lambda: format(number, "c"), lambda: "%c" % number):
        try:
            print(show())
        except OverflowError as e:
            print(e)
