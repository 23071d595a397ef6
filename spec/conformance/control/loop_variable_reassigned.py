# /// gradus
# id = "control.loop-variable-reassigned"
# rules = ["expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Assigning to the loop variable doesn't disturb the loop.
for i in range(3):
    print(i, end=" ")
    i = 100
print(i)
xs = [1, 2, 3]
for x in xs:
    xs = []
print(x, xs)
