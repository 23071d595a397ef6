# /// gradus
# id = "fstrings.equals-sign-shows-source"
# rules = ["convert.repr", "expr.joinedstr", "expr.formattedvalue", "convert.format"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# = shows the source text, then the value by repr() unless a spec or conversion is given.
x = 3
s = "a"
print(f"{x=} {x = } {x + 1=} {s=} {s=!s} {x=:>4} {s =:>4}")
print(f"{ x= }")
