# /// gradus
# id = "exceptions.error-attributes"
# rules = ["exception.str.os", "convert.repr", "attribute.get.object", "dict.pairs"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# Some exceptions carry details in attributes.
try:
    {}.x
except AttributeError as e:
    print(e.name, e.obj)
try:
    nowhere
except NameError as e:
    print(e.name)
try:
    b"\xff".decode("ascii")
except UnicodeDecodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason)
e = OSError(2, "No such file", "name")
print(e.errno, e.strerror, e.filename, type(e).__name__, e)
