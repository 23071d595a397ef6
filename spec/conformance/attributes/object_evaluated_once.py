# /// gradus
# id = "attributes.object-evaluated-once"
# rules = ["augment.attribute", "operator.inplace", "stmt.augassign", "attribute.set.object"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# In `obj.x += v` the object is evaluated once, then read, computed and stored.
class C:
    x = 1

c = C()

def obj():
    print("obj")
    return c

def value():
    print("value")
    return 10

obj().x += value()
print(c.x, C.x)
