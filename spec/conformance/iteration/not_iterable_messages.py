# /// gradus
# id = "iteration.not-iterable-messages"
# rules = ["stmt.pass", "exception.str"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The texts for objects that can't be iterated.
class C:
    pass

class D:
    def __iter__(self):
        return 5

for x in (1, None, C(), D(), C, len):
    try:
        for _ in x:
            pass
    except TypeError as e:
        print(e)
