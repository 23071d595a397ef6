# /// gradus
# id = "classes.namespace-is-a-live-view"
# rules = ["class.build", "attribute.set"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `__dict__` of a class is a view: it shows what becomes of the attributes.


class C:
    x = 1
    y = 2


view = vars(C)
names = view.keys()
C.x = 3
C.z = 4
del C.y
print(view["x"], "y" in view, view.get("z"), [name for name in names if len(name) == 1])
print(C.__dict__["z"], view == C.__dict__, len(view) == len(list(view)))
try:
    for name in view:
        setattr(C, name + "_", 0)
except RuntimeError as error:
    print(error)
try:
    view["x"] = 5
except TypeError as error:
    print(error)
copy = view.copy()
C.x = 6
print(copy["x"], view["x"], type(copy).__name__)
