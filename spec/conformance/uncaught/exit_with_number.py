# /// gradus
# id = "uncaught.exit-with-number"
# rules = ["stmt.importfrom", "import.name", "stmt.import", "import.module"]
# python = ">=3.8"
# expect = "exit 3"
# ///
# sys.exit(n) ends the program with exit code n and prints nothing.
import sys

print("before")
sys.exit(3)
print("never")
