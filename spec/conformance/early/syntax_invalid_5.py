# /// gradus
# id = "early.syntax-invalid-5"
# rules = ["early.syntax.invalid"]
# python = "==3.13.*"
# expect = "early error"
# ///
{*a: 1}
