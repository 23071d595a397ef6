# /// gradus
# id = "early.scope-named-rebinds"
# rules = ["early.scope.named-rebinds"]
# python = "==3.13.*"
# expect = "early error"
# ///
[(x := 1) for x in y]
