# /// gradus
# id = "early.dict-value"
# rules = ["early.dict.value"]
# python = "==3.13.*"
# expect = "early error"
# ///
{a:}
