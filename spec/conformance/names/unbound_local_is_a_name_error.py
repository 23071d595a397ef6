# /// gradus
# id = "names.unbound-local-is-a-name-error"
# rules = ["builtin.hasattr", "expr.boolop.test", "expr.ifexp", "name.delete"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# UnboundLocalError is a NameError; an unknown global raises plain NameError.
def f():
    print(a)
    a = 1

def g():
    print(nowhere)

for h in (f, g):
    try:
        h()
    except NameError as e:
        print(type(e).__name__, e.name if hasattr(e, "name") and e.name else "-")
