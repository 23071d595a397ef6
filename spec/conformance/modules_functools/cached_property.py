# /// gradus
# id = "modules-functools.cached-property"
# rules = ["delete.attribute", "attribute.delete", "attribute.delete.object", "stmt.global"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# cached_property computes once and stores on the instance.
from functools import cached_property

class C:
    @cached_property
    def x(self):
        print("compute")
        return 5

c = C()
print(c.x, c.x, vars(c))
del c.x
print(c.x)
