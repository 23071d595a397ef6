# /// gradus
# id = "names.conditional-binding"
# rules = ["name.delete", "stmt.try.handlers", "stmt.try.handler", "expr.test"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A name is bound only when the statement that binds it ran.
def f(flag):
    if flag:
        x = 1
    return x

print(f(True))
try:
    f(False)
except UnboundLocalError as e:
    print(type(e).__name__)
