# /// gradus
# id = "names.recursion-through-global-name"
# rules = ["expr.ifexp", "operator.binary", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A recursive function finds itself through its name at the time of the call.
def fact(n):
    return 1 if n == 0 else n * fact(n - 1)

old = fact

def fact(n):
    return 100

print(old(3), old(0))
