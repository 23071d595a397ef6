# /// gradus
# id = "early.target-named-2"
# rules = ["early.target.named"]
# python = "==3.13.*"
# expect = "early error"
# ///
(a.b := 2)
