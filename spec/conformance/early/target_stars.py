# /// gradus
# id = "early.target-stars"
# rules = ["early.target.stars"]
# python = "==3.13.*"
# expect = "early error"
# ///
*a, *b = c
