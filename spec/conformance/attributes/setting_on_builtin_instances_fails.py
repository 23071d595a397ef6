# /// gradus
# id = "attributes.setting-on-builtin-instances-fails"
# rules = ["object.setattr", "attribute.set.object", "bind.attribute", "attribute.set"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# Instances of builtin types without __dict__ accept no new attributes.
for x in (1, "a", [], (), None, object(), 1.5):
    try:
        x.attr = 1
    except AttributeError as e:
        print("AttributeError", type(x).__name__)
def f():
    pass
f.attr = 1
print(f.attr, f.__dict__)
try:
    int.attr = 1
except TypeError as e:
    print(e)
