# /// gradus
# id = "exceptions.unpacking-in-finally"
# rules = ["bind.starred", "iteration.unpack.star"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A starred target in a finally suite binds a list.
def f(l1):
    try:
        return "returned"
    finally:
        *l0, = l1
        print(l0)

print(f((1, 2)), f("ab"))
