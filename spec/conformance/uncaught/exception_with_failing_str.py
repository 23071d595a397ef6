# /// gradus
# id = "uncaught.exception-with-failing-str"
# rules = ["stmt.while", "expr.boolop.test", "attribute.get.object"]
# python = ">=3.11"
# expect = "exit 1"
# ///
# When str() of the exception fails a placeholder is shown.
class E(Exception):
    def __str__(self):
        raise ValueError

raise E
