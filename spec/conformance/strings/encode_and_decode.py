# /// gradus
# id = "strings.encode-and-decode"
# rules = ["run.lambda", "expr.lambda", "exception.str", "str.new"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Strings encode to bytes and back, with error handlers.
s = "aé€😀"
print(s.encode(), s.encode("utf-8").decode(), s.encode("ascii", "ignore"), s.encode("ascii", "replace"), s.encode("ascii", "backslashreplace"), s.encode("ascii", "xmlcharrefreplace"), "é".encode("latin-1"))
print(b"a\xffb".decode("utf-8", "replace"), b"a\xffb".decode("utf-8", "ignore"), str(b"abc", "ascii"), b"\xe9".decode("latin-1"))
for f in (lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: "a".encode("nope")):
    try:
        f()
    except (UnicodeError, LookupError) as e:
        print(type(e).__name__, e)
