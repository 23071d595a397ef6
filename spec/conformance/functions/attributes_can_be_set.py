# /// gradus
# id = "functions.attributes-can-be-set"
# rules = ["augment.attribute", "operator.inplace", "stmt.augassign", "attribute.set.object"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Functions take arbitrary attributes and a new name.
def f():
    f.calls += 1

f.calls = 0
f()
f()
f.__name__ = "renamed"
f.__doc__ = "new"
print(f.calls, f.__name__, f.__doc__, vars(f))
try:
    f.__name__ = 5
except TypeError as e:
    print(e)
