# /// gradus
# id = "strings.find-and-index"
# rules = ["exception.str", "str.new", "convert.str", "expr.unaryop.test"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# find() gives -1 and index() raises when there is nothing.
s = "abcabc"
print(s.find("c"), s.rfind("c"), s.find("x"), s.find("a", 1), s.find("a", 1, 3), s.index("bc"), s.rindex("ab"), s.find(""), s.find("", 10), s.count("bc"), s.count(""), "aaaa".count("aa"))
try:
    s.index("x")
except ValueError as e:
    print(e)
