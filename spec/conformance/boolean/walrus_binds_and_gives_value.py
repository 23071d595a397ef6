# /// gradus
# id = "boolean.walrus-binds-and-gives-value"
# rules = ["expr.namedexpr", "stmt.while", "expr.boolop.test", "operator.binary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# := binds the name and gives the value.
print((n := 10) + n)
if (m := n * 2) > 15 and (k := m - 5):
    print(m, k)
while (n := n - 4) > 0:
    print(n)
print([y := 1, y ** 2, y + 1], y)
