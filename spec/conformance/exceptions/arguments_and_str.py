# /// gradus
# id = "exceptions.arguments-and-str"
# rules = ["exception.str.os", "exception.str.key", "exception.repr", "convert.repr"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# str() of an exception shows no argument, its one argument, or the tuple.
for e in (ValueError(), ValueError("a"), ValueError("a", 1), KeyError("k"), KeyError("k", 2), ValueError(None), OSError(2, "no"), Exception([1])):
    print(str(e), repr(e), e.args)
