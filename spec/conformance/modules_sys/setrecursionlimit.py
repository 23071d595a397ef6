# /// gradus
# id = "modules-sys.setrecursionlimit"
# rules = ["stmt.importfrom", "import.name", "stmt.import", "import.module"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The recursion limit can be changed.
import sys

def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)

sys.setrecursionlimit(200)
try:
    depth(500)
except RecursionError as e:
    print(type(e).__name__)
sys.setrecursionlimit(5000)
print(depth(2000), sys.getrecursionlimit())
