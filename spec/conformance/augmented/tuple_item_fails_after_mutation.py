# /// gradus
# id = "augmented.tuple-item-fails-after-mutation"
# rules = ["augment.subscript", "operator.inplace", "stmt.augassign", "container.setitem"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# t[0] += [..] changes the list, then fails to store it into the tuple.
t = ([1], 2)
try:
    t[0] += [3]
except TypeError as e:
    print(e)
print(t)
