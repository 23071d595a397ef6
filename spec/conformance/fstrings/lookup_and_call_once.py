# /// gradus
# id = "fstrings.lookup-and-call-once"
# rules = ["convert.repr", "expr.joinedstr", "expr.formattedvalue", "convert.format"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A field's expression is evaluated once even with a conversion, a spec and =.
def f():
    print("called")
    return 12

print(f"{f()!r:>5}", f"{f()=}")
