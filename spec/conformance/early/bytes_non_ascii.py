# /// gradus
# id = "early.bytes-non-ascii"
# rules = ["early.bytes.non-ascii"]
# python = "==3.13.*"
# expect = "early error"
# ///
b'é'
