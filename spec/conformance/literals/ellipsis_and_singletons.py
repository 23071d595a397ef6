# /// gradus
# id = "literals.ellipsis-and-singletons"
# rules = ["expr.compare"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# ..., None, True, False and NotImplemented are single objects.
print(..., Ellipsis is ..., None, NotImplemented, True, type(...).__name__, type(None)() is None, bool(0) is False)
