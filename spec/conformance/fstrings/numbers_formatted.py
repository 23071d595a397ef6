# /// gradus
# id = "fstrings.numbers-formatted"
# rules = ["expr.joinedstr", "expr.formattedvalue", "convert.format", "operator.unary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Format specs on numbers: sign, width, fill, grouping, base, precision.
n, x = 1234567, 1234.5678
print(f"{n:,} {n:_} {n:+d} {n:>12} {n:<12}| {n:^12} {n:012} {n:x} {n:#X} {n:#o} {n:b} {n:e}")
print(f"{x:.2f} {x:10.1f} {x:<10.1f}| {x:+.0f} {x:,.2f} {x:e} {x:.3g} {x:g} {x:%} {x:010.2f} {-x:=12.1f}")
