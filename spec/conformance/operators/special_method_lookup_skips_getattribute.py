# /// gradus
# id = "operators.special-method-lookup-skips-getattribute"
# rules = ["object.getattribute", "convert.len", "convert.len.check", "convert.index"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Implicit special method lookup bypasses __getattribute__ and __getattr__.
class T:
    def __getattribute__(self, name):
        print("getattribute", name)
        return object.__getattribute__(self, name)

    def __len__(self):
        return 3

t = T()
print(len(t))
print(t.__len__())
