# /// gradus
# id = "names.for-variable-outlives-loop"
# rules = ["stmt.pass", "expr.list", "stmt.try.handlers", "stmt.try.handler"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The variable of a `for` statement stays bound after the loop; an empty loop doesn't bind it.
for i in range(3):
    pass
print(i)
for j in []:
    pass
try:
    j
except NameError:
    print("j is unbound")
