# /// gradus
# id = "numbers.big-int-arithmetic"
# rules = ["expr.slice", "operator.unary", "iteration.unpack", "bind.tuple"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Ints of hundreds of digits are exact.
a = 3**200
b = 7**150
print(a * b)
print(a - b, a + b)
print(b * b // a, (a * b) % (10**9 + 7), -a // b, -a % b)
print(str(a)[:20], len(str(a)), int(str(a)) == a, a > b, hash(a) == hash(3**200))
q, r = divmod(a * b + 5, b)
print(q == a, r)
