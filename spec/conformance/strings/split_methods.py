# /// gradus
# id = "strings.split-methods"
# rules = ["run.lambda", "expr.lambda", "exception.str", "str.new"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# split() without separator drops empty parts; with one it keeps them.
print("a b  c ".split(), " a b ".split(" "), "a,b,,c".split(","), "a,b,c,d".split(",", 2), "a b c d".rsplit(None, 1), "".split(), "".split(","), "a--b--c".rsplit("--", 1))
print("a=b=c".partition("="), "a=b=c".rpartition("="), "abc".partition("x"), "abc".rpartition("x"), "1\n2\r\n3\r4".splitlines(), "a\nb\n".splitlines(True))
for f in (lambda: "a".split(""), lambda: "a".partition("")):
    try:
        f()
    except ValueError as e:
        print(e)
