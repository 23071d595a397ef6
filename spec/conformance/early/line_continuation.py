# /// gradus
# id = "early.line-continuation"
# rules = ["early.line.continuation"]
# python = "==3.13.*"
# expect = "early error"
# ///
a \ b
