# /// gradus
# id = "classes.super-of-something-else"
# rules = []
# python = ">=3.13"
# expect = "exit 0"
# ///
# super(C, x) wants an instance or subclass of C, and says what it was given.
class Base:
    pass


for arguments in [(int, "a"), (int, str), (Base, Base), (Base, 5), (type, 5)]:
    try:
        print(super(*arguments).__thisclass__)
    except TypeError as error:
        print(error)
