# /// gradus
# id = "names.builtins-can-be-shadowed"
# rules = ["delete.name", "stmt.delete", "operator.binary", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A global or local name hides a builtin of the same name.
def f(list):
    return list + 1

max = min
print(f(1), max(1, 2), [].__class__)
del max
print(max(1, 2))
