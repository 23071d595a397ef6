# /// gradus
# id = "exceptions.handler-name-is-unbound-afterwards"
# rules = ["stmt.continue", "delete.name", "stmt.delete", "stmt.raise"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The handler's name is deleted on every way out of the clause.
def f():
    for i in range(2):
        try:
            raise ValueError(i)
        except ValueError as e:
            if i == 0:
                continue
    try:
        return e
    except UnboundLocalError:
        return "unbound"

print(f())
def g():
    try:
        raise ValueError
    except ValueError as e:
        del e
    return "deleting it is fine"

print(g())
