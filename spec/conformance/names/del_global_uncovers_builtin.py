# /// gradus
# id = "names.del-global-uncovers-builtin"
# rules = ["delete.name", "stmt.delete", "run.lambda", "expr.lambda"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Deleting a global that hid a builtin uncovers the builtin.
len = lambda x: "mine"
print(len([1]))
del len
print(len([1]))
try:
    del len
except NameError as e:
    print(e)
