# /// gradus
# id = "uncaught.exit-runs-finally"
# rules = ["stmt.importfrom", "import.name", "stmt.import", "import.module"]
# python = ">=3.8"
# expect = "exit 4"
# ///
# SystemExit is an exception: finally suites run and it can be caught.
import sys

try:
    sys.exit(5)
except SystemExit as e:
    print("caught", e.code)
try:
    try:
        sys.exit(4)
    except Exception:
        print("never")
finally:
    print("finally")
