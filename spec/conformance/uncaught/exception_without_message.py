# /// gradus
# id = "uncaught.exception-without-message"
# rules = ["stmt.while", "expr.boolop.test", "attribute.get.object"]
# python = ">=3.8"
# expect = "exit 1"
# ///
# An exception without arguments is shown by its type alone.
raise ValueError
