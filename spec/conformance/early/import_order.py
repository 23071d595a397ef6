# /// gradus
# id = "early.import-order"
# rules = ["early.import.order"]
# python = "==3.13.*"
# expect = "early error"
# ///
import a from b
