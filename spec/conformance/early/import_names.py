# /// gradus
# id = "early.import-names"
# rules = ["early.import.names"]
# python = "==3.13.*"
# expect = "early error"
# ///
import
