# /// gradus
# id = "early.starred-dictionary"
# rules = ["early.starred.dictionary"]
# python = "==3.13.*"
# expect = "early error"
# ///
{a: *b}
