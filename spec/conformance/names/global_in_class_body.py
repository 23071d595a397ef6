# /// gradus
# id = "names.global-in-class-body"
# rules = ["stmt.global", "container.contains", "expr.compare"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `global` in a class body binds the module's name.
class C:
    global g
    g = "from class"
    h = 1

print(g, "g" in C.__dict__, "h" in C.__dict__)
