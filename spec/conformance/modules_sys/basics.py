# /// gradus
# id = "modules-sys.basics"
# rules = ["stmt.while", "stmt.importfrom", "import.name", "stmt.import"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A few facts of sys.
import sys

print(sys.maxsize == 2**63 - 1, sys.version_info >= (3, 8), sys.version_info.major, sys.float_info.max, sys.float_info.epsilon, sys.byteorder, sys.maxunicode, len(sys.argv), sys.getrecursionlimit() > 100, sys.stdout.write("w\n"), sys.intern("a"))
