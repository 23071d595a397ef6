# /// gradus
# id = "subscripts.key-error-carries-the-key"
# rules = ["exception.str.key", "convert.repr", "dict.pairs", "expr.dict"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# KeyError holds the key and shows its repr.
for key in ("a", 1, (1, 2), None):
    try:
        {}[key]
    except KeyError as e:
        print(e, e.args)
