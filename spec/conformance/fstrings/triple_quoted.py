# /// gradus
# id = "fstrings.triple-quoted"
# rules = ["expr.joinedstr", "expr.formattedvalue", "convert.format", "iteration.unpack"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A triple-quoted f-string keeps its newlines.
x, y = 1, 2
print(f"""first {x}
  second {y
}
""", end="")
