# /// gradus
# id = "early.syntax-print-2"
# rules = ["early.syntax.print"]
# python = "==3.13.*"
# expect = "early error"
# ///
exec x
