# /// gradus
# id = "subscripts.set-and-delete-item"
# rules = ["delete.subscript", "container.delitem", "stmt.delete", "expr.slice"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Assignment and deletion call __setitem__ and __delitem__.
class C:
    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)

c = C()
c[1] = 2
c[1:3] = [4]
c["a", "b"] = c["z"] = 5
del c[0], c[1:2]
