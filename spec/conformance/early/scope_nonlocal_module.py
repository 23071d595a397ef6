# /// gradus
# id = "early.scope-nonlocal-module"
# rules = ["early.scope.nonlocal-module"]
# python = "==3.13.*"
# expect = "early error"
# ///
nonlocal x
