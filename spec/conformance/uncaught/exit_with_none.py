# /// gradus
# id = "uncaught.exit-with-none"
# rules = ["stmt.importfrom", "import.name", "stmt.import", "import.module"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# sys.exit() without argument exits with 0.
import sys

print("before")
sys.exit()
