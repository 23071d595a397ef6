# /// gradus
# id = "classes.getattr-hooks-for-special-names"
# rules = ["convert.len", "expr.joinedstr", "expr.formattedvalue", "convert.format"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Explicit access to a special name goes through the normal lookup.
class C:
    def __getattr__(self, name):
        return f"getattr {name}"

c = C()
print(c.__len__, c.__foo__)
try:
    len(c)
except TypeError as e:
    print(e)
