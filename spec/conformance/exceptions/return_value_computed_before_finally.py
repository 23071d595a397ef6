# /// gradus
# id = "exceptions.return-value-computed-before-finally"
# rules = ["expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The return value is computed before the finally suite runs.
def f():
    x = 1
    try:
        return x
    finally:
        x = 2

def g():
    xs = [1]
    try:
        return xs
    finally:
        xs.append(2)

print(f(), g())
