# /// gradus
# id = "numbers.complex-construction"
# rules = ["expr.boolop.test", "expr.ifexp", "operator.binary", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# complex() takes parts, text or an object with __complex__.
class A:
    def __complex__(self):
        return 1 + 2j

print(complex(), complex(1), complex(1, 2), complex("1+2j"), complex("3j"), complex("-1.5"), complex(A()), complex(" ( 1-1j ) "))
for x in ("1 + 2j", "", "abc", "1+2i"):
    try:
        complex(x)
    except ValueError as e:
        print("ValueError")
