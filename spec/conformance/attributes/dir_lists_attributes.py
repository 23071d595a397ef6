# /// gradus
# id = "attributes.dir-lists-attributes"
# rules = ["iteration.list", "iteration.extend", "expr.listcomp.element", "expr.listcomp"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# dir() is sorted and calls __dir__ when there is one.
class A:
    a = 1

class B(A):
    b = 2

    def __init__(self):
        self.c = 3

class D:
    def __dir__(self):
        return ["z", "a"]

print([n for n in dir(B()) if n[0] != "_"], [n for n in dir(B) if n[0] != "_"], dir(D()))
