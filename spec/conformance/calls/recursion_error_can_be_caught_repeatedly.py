# /// gradus
# id = "calls.recursion-error-can-be-caught-repeatedly"
# rules = ["augment.name", "operator.inplace", "stmt.augassign", "operator.binary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# After a RecursionError the program goes on normally.
count = 0

def f():
    f()

for i in range(3):
    try:
        f()
    except RecursionError:
        count += 1
print(count)

class C:
    def __add__(self, other):
        return self + other

try:
    C() + 1
except RecursionError:
    print("caught")
