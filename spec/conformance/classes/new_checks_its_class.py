# /// gradus
# id = "classes.new-checks-its-class"
# rules = ["stmt.pass", "expr.dict", "dict.pairs"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `__new__` of a built-in class makes instances of that class and of those derived from it only.
class Other:
    pass


class Number(int):
    pass


print(int.__new__(Number, 5), list.__new__(list), object.__new__(Other).__class__)
for call in (
    lambda: int.__new__(), lambda: int.__new__(5), lambda: int.__new__(str), lambda: int.__new__(bool), lambda: object.__new__(int),
    lambda: Other.__new__(3), lambda: type.__new__(int, "x", (), {}), lambda: tuple.__new__(Other), lambda: super.__new__(int),
    lambda: type(None).__new__(int), lambda: type(iter([]))(), lambda: type(len)(),
):
    try:
        print(call())
    except TypeError as error:
        print(error)
