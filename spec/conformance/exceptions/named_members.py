# /// gradus
# id = "exceptions.named-members"
# rules = ["delete.attribute", "attribute.delete", "attribute.delete.object", "exception.str.import"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# Some exceptions take names by keyword; they are no part of the arguments, nor of the attributes in the dict.
error = ImportError("m", name="n", path="p")
print(error.args, error.msg, error.name, error.path, error.__dict__, error)
print(ImportError("m", 1).msg, NameError("m", name="n").name, AttributeError("m", name="n", obj=3).obj, NameError("m").name)
print(StopIteration(1, 2).value, StopIteration().value, SystemExit(3).code, SystemExit(1, 2).code, SystemExit().code)
error.name = "other"
del error.path
print(error.name, error.path)
try:
    missing
except NameError as caught:
    print(caught.name, caught.args)
try:
    (5).missing
except AttributeError as caught:
    print(caught.name, caught.obj, caught.args)
