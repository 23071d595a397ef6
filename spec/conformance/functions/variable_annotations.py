# /// gradus
# id = "functions.variable-annotations"
# rules = ["stmt.annassign", "run.annotations", "builtin.hasattr", "name.class"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An annotated name without a value stays unbound; with one, it is bound.
x: int = 5
y: str
print(x)
try:
    y
except NameError as e:
    print(e)

def f():
    z: int
    try:
        z
    except UnboundLocalError:
        return "unbound"

class C:
    a: int = 1
    b: str

print(f(), C.__annotations__, hasattr(C, "b"))
