# /// gradus
# id = "augmented.attribute-goes-to-instance"
# rules = ["augment.attribute", "container.contains", "operator.inplace", "stmt.augassign"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# obj.x += v reads maybe from the class and stores on the instance.
class C:
    n = 10
    xs = []

a, b = C(), C()
a.n += 1
a.xs += [1]
print(a.n, b.n, C.n, "xs" in vars(a), b.xs)
