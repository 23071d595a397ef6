# /// gradus
# id = "names.closures-share-one-cell"
# rules = ["stmt.nonlocal", "iteration.unpack", "bind.tuple", "bind.elements"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Two functions made by the same call share its variables.
def pair():
    value = 0
    def get():
        return value
    def put(v):
        nonlocal value
        value = v
    return get, put

get, put = pair()
put(42)
print(get())
