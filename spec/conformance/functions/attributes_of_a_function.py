# /// gradus
# id = "functions.attributes-of-a-function"
# rules = ["stmt.def.annotation", "expr.lambda"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A function knows its name, defaults, annotations, doc and module.
def f(a: int, b: "text" = 2, *args, c: list = None, d, **kw) -> str:
    "The doc."

print(f.__name__, f.__qualname__, f.__doc__, f.__module__)
print(f.__defaults__, f.__kwdefaults__)
print(f.__annotations__)
print((lambda x=1: x).__name__, (lambda x=1: x).__defaults__, f.__closure__)
