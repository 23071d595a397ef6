# /// gradus
# id = "strings.startswith-and-endswith"
# rules = ["exception.str", "str.new", "convert.str", "expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# startswith() and endswith() take a tuple of choices and bounds.
s = "hello.py"
print(s.startswith("he"), s.endswith((".txt", ".py")), s.startswith("l", 2), s.startswith(""), s.endswith("lo", 0, 5), s.startswith(()))
try:
    s.startswith(["h"])
except TypeError as e:
    print(e)
