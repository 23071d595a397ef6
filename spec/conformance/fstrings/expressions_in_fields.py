# /// gradus
# id = "fstrings.expressions-in-fields"
# rules = ["expr.namedexpr", "expr.joinedstr", "expr.formattedvalue", "convert.format"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A field may hold any expression; lambdas and walrus need parentheses.
d = {"k": [1, 2]}
print(f"{d['k'][1] + 1} {(lambda: 5)()} {[i for i in range(3)]} {1 if d else 2} {(y := 4)} {y}")
print(f"{ {1: 2}[1] } {'a' 'b'} {3 != 4} {not d} {max(1, 2)}")
