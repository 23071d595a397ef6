# /// gradus
# id = "exceptions.with-traceback"
# rules = ["attribute.set.object", "bind.attribute", "attribute.set", "expr.compare"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# with_traceback() sets the traceback and returns the exception.
e = ValueError("x")
print(e.with_traceback(None) is e, e.__traceback__)
try:
    e.__traceback__ = 5
except TypeError as x:
    print(x)
