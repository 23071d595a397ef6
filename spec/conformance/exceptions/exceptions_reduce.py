# /// gradus
# id = "exceptions.exceptions-reduce"
# rules = ["builtin.setattr", "dict.set", "expr.dict", "dict.pairs"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `__reduce__` of an exception says what makes an equal one.
error = ValueError(1, "x")
print(error.__reduce__())
error.extra = 5
print(error.__reduce__(), OSError(2, "a", "f").__reduce__(), ImportError("m", name="n").__reduce__())
error.__setstate__({"more": 6})
print(error.more, error.__dict__)
