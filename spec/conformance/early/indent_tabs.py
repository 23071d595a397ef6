# /// gradus
# id = "early.indent-tabs"
# rules = ["early.indent.tabs"]
# python = "==3.13.*"
# expect = "early error"
# ///
if x:
	y
        z
