# /// gradus
# id = "modules-itertools.combinatorics"
# rules = ["expr.slice", "convert.index", "stmt.importfrom", "import.name"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# product, permutations, combinations.
from itertools import combinations, combinations_with_replacement, permutations, product

print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(product()), list(permutations("abc", 2)), len(list(permutations(range(4)))))
print(list(combinations("abcd", 2))[:4], list(combinations([1, 2], 3)), list(combinations_with_replacement("ab", 2)), list(permutations([1], 2)))
