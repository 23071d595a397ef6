# /// gradus
# id = "names.del-local-makes-unbound"
# rules = ["delete.name", "stmt.delete", "name.delete", "stmt.try.handlers"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# After `del x` the local is unbound again, and may be bound again.
def f():
    x = 1
    del x
    try:
        x
    except UnboundLocalError:
        print("unbound")
    x = 2
    return x

print(f())
