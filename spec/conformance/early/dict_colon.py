# /// gradus
# id = "early.dict-colon"
# rules = ["early.dict.colon"]
# python = "==3.13.*"
# expect = "early error"
# ///
{a: b, c}
