# /// gradus
# id = "classes.isinstance-forms"
# rules = ["builtin.issubclass", "builtin.isinstance", "run.lambda", "expr.lambda"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# isinstance() takes a class or nested tuples of classes.
print(isinstance(1, int), isinstance(True, int), isinstance(1, (str, (float, int))), isinstance("a", ()))
print(issubclass(bool, int), issubclass(int, object), issubclass(int, (str, float)), issubclass(type, object))
for f in (lambda: isinstance(1, 5), lambda: issubclass(1, int), lambda: issubclass(int, "x")):
    try:
        f()
    except TypeError as e:
        print("TypeError")
