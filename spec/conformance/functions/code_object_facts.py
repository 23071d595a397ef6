# /// gradus
# id = "functions.code-object-facts"
# rules = []
# python = ">=3.8"
# expect = "exit 0"
# ///
# A code object tells the argument counts and names.
def f(a, b, /, c, *args, d, **kw):
    x = 1
    return x

c = f.__code__
print(c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_name, c.co_varnames)
