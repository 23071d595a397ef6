# /// gradus
# id = "fstrings.nested-format-spec"
# rules = ["expr.joinedstr", "expr.formattedvalue", "convert.format", "iteration.unpack"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A format spec may contain fields.
w, p = 10, 3
print(f"[{3.14159:{w}.{p}f}] [{'x':{'*'}^{w}}] [{5:{'0' + str(w)}}] [{7:{''}}]")
