# /// gradus
# id = "uncaught.key-error-shows-repr"
# rules = ["exception.str.key", "stmt.while", "convert.repr", "expr.boolop.test"]
# python = ">=3.8"
# expect = "exit 1"
# ///
# KeyError shows the repr of its key.
d = {"a": 1}
print(d["a"])
d["b"]
