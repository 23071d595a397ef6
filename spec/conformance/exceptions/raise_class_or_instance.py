# /// gradus
# id = "exceptions.raise-class-or-instance"
# rules = ["call.star", "expr.call.starred", "attribute.get.super", "stmt.raise"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `raise` takes an instance or a class, which it calls without arguments.
class E(Exception):
    def __init__(self, *args):
        print("init", args)
        super().__init__(*args)

for x in (E, E(1)):
    try:
        raise x
    except E as e:
        print(e.args)
for x in (5, "s", int, None):
    try:
        raise x
    except TypeError as e:
        print(e)
