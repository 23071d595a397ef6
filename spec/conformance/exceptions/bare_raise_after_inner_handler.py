# /// gradus
# id = "exceptions.bare-raise-after-inner-handler"
# rules = ["exception.repr", "convert.repr", "stmt.pass", "stmt.raise"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# After an inner try has ended, bare `raise` raises the outer exception.
try:
    try:
        raise ValueError("outer")
    except ValueError:
        try:
            raise KeyError("inner")
        except KeyError:
            pass
        raise
except Exception as e:
    print(repr(e))
