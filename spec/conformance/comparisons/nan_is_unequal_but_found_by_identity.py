# /// gradus
# id = "comparisons.nan-is-unequal-but-found-by-identity"
# rules = ["expr.set", "set.update", "container.contains", "dict.set"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# nan != nan, yet containers find the same object by identity.
nan = float("nan")
print(nan == nan, nan in [nan], [nan] == [nan], (nan,) == (nan,), float("nan") in [nan])
print([nan].index(nan), [nan].count(nan), {nan: 1}[nan], nan in {nan})
print(nan < 1, nan > 1, nan <= nan, not nan == nan)
