# /// gradus
# id = "exceptions.custom-exception-attributes"
# rules = ["exception.repr", "convert.repr", "expr.joinedstr", "expr.formattedvalue"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An exception class may have its own attributes; args comes from __new__.
class E(Exception):
    def __init__(self, code, message=""):
        self.code = code

    def __str__(self):
        return f"code {self.code}"

e = E(5, message="m")
print(e, repr(e), e.args, e.code)
