# /// gradus
# id = "early.target-named"
# rules = ["early.target.named"]
# python = "==3.13.*"
# expect = "early error"
# ///
(1 := 2)
