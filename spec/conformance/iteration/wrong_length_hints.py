# /// gradus
# id = "iteration.wrong-length-hints"
# rules = ["exception.repr", "builtin.isinstance", "list.init", "iteration.drain"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A length hint must be an int that is not negative; NotImplemented and TypeError mean that there is none.
class Hinted:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter("ab")

    def __length_hint__(self):
        if isinstance(self.hint, BaseException):
            raise self.hint
        return self.hint


for hint in 0, 5, True, NotImplemented, TypeError("no hint"), -1, "2", 1.5, ValueError("no hint"):
    try:
        print(repr(hint), list(Hinted(hint)))
    except (TypeError, ValueError) as error:
        print(repr(hint), type(error).__name__, error)
