# /// gradus
# id = "subscripts.getitem-receives-slice-or-tuple"
# rules = ["expr.slice", "expr.compare", "expr.subscript", "container.getitem"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# obj[a:b, c] passes a tuple that holds a slice.
class C:
    def __getitem__(self, key):
        return key

c = C()
print(c[1], c[1:2], c[1:2, 3], c[::], c[1,], c[...], c[:, None], c[()])
print(c[(1, 2)] == c[1, 2], type(c[1:2]).__name__)
