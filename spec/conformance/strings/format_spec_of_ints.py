# /// gradus
# id = "strings.format-spec-of-ints"
# rules = ["expr.joinedstr", "expr.formattedvalue", "convert.format", "expr.ifexp"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Format specs for ints.
for spec in ("", "d", "5", "<5", "^5", "05", "+", " ", ",", "_", "b", "#b", "x", "#x", "X", "o", "c", "n", "e", ".1f", "%", "*>+8d", "=+6"):
    print(spec, f"[{65:{spec}}]", f"[{-65:{spec}}]" if spec != "c" else "")
for spec in ("s", ".2", "q", ",x", "_c"):
    try:
        format(5, spec)
    except ValueError as e:
        print(e)
