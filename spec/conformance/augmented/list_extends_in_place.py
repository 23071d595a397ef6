# /// gradus
# id = "augmented.list-extends-in-place"
# rules = ["list.iadd", "operator.binary.methods", "operator.inplace.binary", "augment.name"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# list += iterable changes the list itself; x = x + y makes a new one.
a = b = [1]
a += (2, 3)
a += "x"
print(b, a is b)
a = a + [4]
print(a is b)
try:
    a += 5
except TypeError as e:
    print(e)
