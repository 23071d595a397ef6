# /// gradus
# id = "modules-itertools.pairwise"
# rules = ["stmt.importfrom", "import.name", "import.module", "expr.list"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# Since 3.10 pairwise() gives overlapping pairs.
from itertools import pairwise

print(list(pairwise("abcd")), list(pairwise([1])), list(pairwise([])))
