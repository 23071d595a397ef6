# /// gradus
# id = "exceptions.unicode-error-members"
# rules = []
# python = ">=3.8"
# expect = "exit 0"
# ///
# The errors of encoding and decoding take what could not be done, where and why, and check it.
for error in (
    UnicodeDecodeError("utf-8", b"abc", 1, 2, "why"), UnicodeDecodeError("x", bytearray(b"abc"), 0, 3, "r"), UnicodeEncodeError("x", "a\u20ac", 1, 2, "r"),
    UnicodeEncodeError("x", "abc", 0, 2, "r"), UnicodeTranslateError("abc", 0, 1, "r"),
):
    print(error, "|", error.object, error.start, error.end, error.reason, error.args, error.__dict__)
for make in (lambda: UnicodeDecodeError(1), lambda: UnicodeDecodeError("x", "text", 0, 1, "r"), lambda: UnicodeEncodeError("x", "abc", "a", 1, "r"), lambda: UnicodeDecodeError(1, b"", 0, 1, "r")):
    try:
        make()
    except TypeError as error:
        print(error)
