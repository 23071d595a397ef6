# /// gradus
# id = "modules-itertools.groupby"
# rules = ["stmt.while", "list.init", "stmt.importfrom", "import.name"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# groupby() groups neighbours with equal keys; the groups share the iterator.
from itertools import groupby

print([(k, list(g)) for k, g in groupby("aabbbca")], [(k, len(list(g))) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])
groups = list(groupby("aab"))
print([(k, list(g)) for k, g in groups])
