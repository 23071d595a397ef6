# /// gradus
# id = "early.comprehension-mapping-unpacking"
# rules = ["early.comprehension.mapping-unpacking"]
# python = "==3.13.*"
# expect = "early error"
# ///
{**a for a in b}
