# /// gradus
# id = "early.scope-named-iterable"
# rules = ["early.scope.named-iterable"]
# python = "==3.13.*"
# expect = "early error"
# ///
[y for x in (y := 1)]
