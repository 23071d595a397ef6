# /// gradus
# id = "augmented.subscript-target-evaluated-once"
# rules = ["augment.subscript", "operator.inplace", "stmt.augassign", "container.setitem"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# In d[k] += v the container and key are evaluated once; get, compute, set.
class D:
    def __getitem__(self, key):
        print("get", key)
        return 10

    def __setitem__(self, key, value):
        print("set", key, value)

def show(name, x):
    print(name)
    return x

show("container", D())[show("key", "k")] += show("value", 5)
