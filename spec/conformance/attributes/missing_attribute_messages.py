# /// gradus
# id = "attributes.missing-attribute-messages"
# rules = ["stmt.import", "import.module", "attribute.get.object", "stmt.pass"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The texts of AttributeError for objects, types and modules.
import math

class C:
    pass

for f in (lambda: C().x, lambda: C.x, lambda: (1).x, lambda: None.x, lambda: math.x, lambda: int.x,
          lambda: [].append.x, lambda: (lambda: 0).x):
    try:
        f()
    except AttributeError as e:
        print(e)
