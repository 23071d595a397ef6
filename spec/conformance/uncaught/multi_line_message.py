# /// gradus
# id = "uncaught.multi-line-message"
# rules = ["stmt.while", "expr.boolop.test", "attribute.get.object"]
# python = ">=3.8"
# expect = "exit 1"
# ///
# Only the last line of the message is the last line of stderr.
raise ValueError("line one\nline two")
