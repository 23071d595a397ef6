# /// gradus
# id = "dicts.display-with-unpacking-sets-rows-of-pairs"
# rules = ["dict.merge", "dict.merge.entries", "expr.listcomp", "expr.listcomp.element"]
# python = ">=3.9"
# expect = "exit 0"
# ///
# In a display with `**`, a row of pairs is evaluated as a whole before its keys are put in; keys of a dictionary that is
# merged are not hashed again.
class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        print("hash", self.name)
        return 1

    def __eq__(self, other):
        print(self.name, "==", other.name)
        return self.name[0] == other.name[0]


def at(value):
    print("at", value)
    return value


first = {Key("a"): at(1)}
display = {**first, Key("a2"): at(2), Key("b"): at(3), **{Key("c"): at(4)}, Key("b2"): at(5)}
print([(key.name, value) for key, value in display.items()])
