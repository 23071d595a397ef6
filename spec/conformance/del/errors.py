# /// gradus
# id = "del.errors"
# rules = ["builtin.delattr", "delete.name", "exception.str.key", "attribute.delete"]
# python = ">=3.13"
# expect = "exit 0"
# ///
# Deleting what isn't there.
xs, d = [], {}
for f in (lambda: xs.__delitem__(0), lambda: d.__delitem__("k"), lambda: delattr(xs, "q")):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
try:
    del nothing
except NameError as e:
    print(e)
