# /// gradus
# id = "lists.sort-is-stable"
# rules = ["iteration.list", "expr.slice", "iteration.extend", "expr.listcomp.element"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Sorting keeps the order of equal items, with reverse too.
rows = [("b", 2), ("a", 2), ("c", 1), ("a", 1)]
print(sorted(rows, key=lambda r: r[1]), sorted(rows, key=lambda r: r[1], reverse=True))
rows.sort(key=lambda r: r[0])
print(rows, sorted("bAc"), sorted("bAc", key=str.lower), sorted([3, 1, 2], reverse=True))
