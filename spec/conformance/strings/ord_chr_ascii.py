# /// gradus
# id = "strings.ord-chr-ascii"
# rules = ["convert.ascii", "convert.repr", "run.lambda", "expr.lambda"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# ord(), chr() and ascii().
print(ord("a"), ord("€"), chr(97), chr(0x1F600), ord(b"x"), repr(chr(0)), ascii("aé😀\n'"), chr(0x10FFFF) == "\U0010ffff")
for f in (lambda: ord(""), lambda: chr(0x110000), lambda: chr("a"), lambda: ord(5)):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(e)
