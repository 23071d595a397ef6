# /// gradus
# id = "names.comprehension-in-class-body"
# rules = ["name.class", "name.namespace.load", "expr.listcomp.element", "expr.listcomp"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# In a class body only the first iterable of a comprehension sees the class's names.
class C:
    n = 3
    xs = [i for i in range(n)]
    try:
        ys = [i + n for i in range(n)]
    except NameError:
        print("NameError")
    try:
        zs = [j for i in range(1) for j in range(n)]
    except NameError:
        print("NameError")

print(C.xs)
