# /// gradus
# id = "calls.class-call-runs-new-then-init"
# rules = ["attribute.get.super"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Calling a class runs __new__, then __init__ if the result is an instance.
class C:
    def __new__(cls, *args):
        print("new", args)
        if args == ("other",):
            return "not a C"
        return super().__new__(cls)

    def __init__(self, *args):
        print("init", args)

print(type(C(1)).__name__)
print(C("other"))
