# /// gradus
# id = "uncaught.assertion-error"
# rules = ["stmt.assert", "stmt.while", "expr.joinedstr", "expr.formattedvalue"]
# python = ">=3.8"
# expect = "exit 1"
# ///
# A failed assert shows its message.
x = 3
assert x > 5, f"x is {x}"
