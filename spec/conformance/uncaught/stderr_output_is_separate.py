# /// gradus
# id = "uncaught.stderr-output-is-separate"
# rules = ["stmt.importfrom", "import.name", "stmt.import", "import.module"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# print(file=sys.stderr) doesn't go to stdout.
import sys

print("to stdout")
print("to stderr", file=sys.stderr)
