# /// gradus
# id = "calls.arguments-are-not-asked-twice"
# rules = ["call.builtin.converted", "convert.index"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An object is asked once for the number that it stands for.
class Number:
    def __index__(self):
        print("asked")
        return 1


print("abc".find("b", Number()))
print([1, 2].index(2, Number()))
print("a-b-c".split("-", maxsplit=Number()))
print([10, 20].pop(Number()))
