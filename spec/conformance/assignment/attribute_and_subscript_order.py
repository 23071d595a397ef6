# /// gradus
# id = "assignment.attribute-and-subscript-order"
# rules = ["bind.subscript", "container.setitem", "stmt.pass", "dict.pairs"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# For a subscript target the object is evaluated before the index, both after the right side.
def show(name, x):
    print(name)
    return x

class O:
    pass

o = O()
d = {}
show("obj", d)[show("key", 1)] = show("value", 2)
show("obj", o).attr = show("value", 3)
print(d, o.attr)
