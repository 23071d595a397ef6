# /// gradus
# id = "exceptions.syntax-error-members"
# rules = ["exception.str.syntax", "expr.call.starred", "call.star"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# A SyntaxError takes a message and a place; str() shows the name of the file and the line.
for args in ((), ("m",), ("m", ("/dir/f.py", 1, 2, "text")), ("m", ("f", 1, 2, "t", 3, 4)), ("m", (None, 3, 2, "t")), ("m", ("f", None, 2, "t"))):
    error = SyntaxError(*args)
    print(error, "|", error.msg, error.filename, error.lineno, error.offset, error.text, error.end_lineno, error.end_offset)
for args in (("m", (1, 2)), ("m", 5), ("m", ("f", 1, 2, "t", 3))):
    try:
        SyntaxError(*args)
    except TypeError as error:
        print(error)
