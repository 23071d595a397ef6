# /// gradus
# id = "subscripts.huge-index"
# rules = ["expr.slice", "run.lambda", "operator.unary", "expr.unaryop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An index beyond the machine's word raises IndexError.
for f in (lambda: [1][2**100], lambda: "a"[-2**100], lambda: (1,)[2**63]):
    try:
        f()
    except IndexError as e:
        print(e)
print([1, 2, 3][-2**100:2**100], "abc"[2**70:])
