# /// gradus
# id = "augmented.local-needs-a-value"
# rules = ["augment.name", "stmt.augassign", "name.delete", "stmt.try.handlers"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# x += 1 on a local that has no value yet is an error.
x = 1

def f():
    x += 1

try:
    f()
except UnboundLocalError as e:
    print(type(e).__name__)
print(x)
