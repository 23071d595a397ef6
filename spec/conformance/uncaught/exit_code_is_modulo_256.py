# /// gradus
# id = "uncaught.exit-code-is-modulo-256"
# rules = ["stmt.importfrom", "import.name", "stmt.import", "import.module"]
# python = ">=3.8"
# expect = "exit 7"
# ///
# The exit code is the argument modulo 256.
import sys

print("before")
sys.exit(256 + 7)
