# /// gradus
# id = "numbers.number-to-text"
# rules = ["operator.unary", "expr.unaryop", "exception.str", "operator.binary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# bin(), oct(), hex() and str() of ints of any size.
print(bin(10), bin(-10), oct(64), hex(255), hex(-2**64), bin(0), hex(2**70), str(-0), repr(10**25))
print(format(255, "x"), format(255, "#b"), format(-255, "o"), format(10**15, ","), format(65, "c"))
for f in (bin, oct, hex):
    try:
        f(1.5)
    except TypeError as e:
        print(e)
