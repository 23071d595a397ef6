# /// gradus
# id = "modules-itertools.batched"
# rules = ["convert.index", "stmt.importfrom", "import.name", "import.module"]
# python = ">=3.12"
# expect = "exit 0"
# ///
# Since 3.12 batched() cuts into tuples of a size.
from itertools import batched

print(list(batched("abcdefg", 3)), list(batched([], 2)))
try:
    batched([1], 0)
except ValueError as e:
    print(e)
