# /// gradus
# id = "literals.unicode-identifiers"
# rules = ["container.contains", "expr.compare"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Identifiers may hold letters of any script and are normalized (NFKC).
é = 1
变量 = 2
ﬁn = 3
print(é, 变量, fin, "fin" in globals(), "ﬁn" in globals())
