# /// gradus
# id = "exceptions.os-error-members"
# rules = ["exception.str.os", "expr.call.starred", "call.star", "attribute.set.object"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# OSError takes number, text and files; the number chooses the class, and the files are no arguments.
for args in ((), (1,), (2, "x"), (2, "x", "file"), (2, "x", "from", None, "to"), ("a", "b"), (9999, "x"), (2, "x", None)):
    error = OSError(*args)
    print(type(error).__name__, error.args, "|", error, "|", error.errno, error.strerror, error.filename, error.filename2, error.__dict__)
error = FileNotFoundError(2, "x", "file")
error.errno = 5
print(error)
