# /// gradus
# id = "names.comprehension-variable-is-local"
# rules = ["expr.setcomp", "expr.setcomp.element", "expr.dictcomp", "expr.dictcomp.element"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The loop variable of a comprehension doesn't leak and doesn't overwrite.
x = "kept"
print([x for x in range(3)], {x for x in range(2)}, {x: x for x in range(2)}, list(x for x in range(2)))
print(x)
