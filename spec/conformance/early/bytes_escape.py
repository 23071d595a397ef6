# /// gradus
# id = "early.bytes-escape"
# rules = ["early.bytes.escape"]
# python = "==3.13.*"
# expect = "early error"
# ///
b'\x1'
