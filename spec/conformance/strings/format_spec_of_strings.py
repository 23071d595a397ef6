# /// gradus
# id = "strings.format-spec-of-strings"
# rules = ["expr.joinedstr", "expr.formattedvalue", "convert.format", "exception.str"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# Format specs for strings: fill, alignment, width and precision.
for spec in ("", "s", "6", ">6", "^6", "*<6", ".2", ">6.2", "06"):
    print(spec, f"[{'abc':{spec}}]")
for spec in ("d", "+", ",", "=6"):
    try:
        format("abc", spec)
    except ValueError as e:
        print(e)
