# /// gradus
# id = "classes.class-is-callable-and-hashable"
# rules = ["name.class", "name.namespace.load", "expr.listcomp.element", "expr.listcomp"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Classes are first-class objects: values, keys, arguments.
table = {int: "i", str: "s"}
print(table[type(5)], table[type("x")], [c("7") for c in (int, float, str)], (lambda c: c())(list))

def make(n):
    class C:
        value = n
    return C

A, B = make(1), make(2)
print(A.value, B.value, A is B, A.__name__ == B.__name__, A.__qualname__)
