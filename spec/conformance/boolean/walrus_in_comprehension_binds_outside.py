# /// gradus
# id = "boolean.walrus-in-comprehension-binds-outside"
# rules = ["expr.namedexpr", "expr.generatorexp.element", "expr.generatorexp", "expr.generatorexp.run"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# := inside a comprehension binds in the enclosing function.
def f():
    found = any((last := n) > 2 for n in [1, 2, 3, 4])
    squares = [sq := n * n for n in range(4)]
    return found, last, squares, sq

print(f())
print([total := total + v for v in [1, 2, 3]] if (total := 0) == 0 else None, total)
