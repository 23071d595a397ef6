# /// gradus
# id = "strings.format-spec-of-floats"
# rules = ["expr.joinedstr", "expr.formattedvalue", "convert.format", "operator.unary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Format specs for floats.
for spec in ("", "f", ".2f", "10.3f", "<10.1f", "+.1f", "e", ".3e", "g", ".3g", "%", ".1%", ",.2f", "010.2f", "#.0f", "G", "_.1f"):
    print(spec, f"[{1234.5678:{spec}}]", f"[{-0.00012:{spec}}]", f"[{float('inf'):{spec}}]")
try:
    format(1.5, "d")
except ValueError as e:
    print(e)
