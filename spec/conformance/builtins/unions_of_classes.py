# /// gradus
# id = "builtins.unions-of-classes"
# rules = ["expr.set", "set.update", "builtin.issubclass", "operator.sequence"]
# python = ">=3.11"
# expect = "exit 0"
# ///
# `|` of classes makes a union without duplicates, whatever the order; isinstance() understands it.
union = int | str | None
print(union, union.__args__, int | int, int | str | int, (int | str) | (float | int))
print(union == (None | str | int), hash(int | str) == hash(str | int), union == int)
print(isinstance(1, union), isinstance(None, union), isinstance(1.5, union), issubclass(bool, int | str))
print(list[int] | None, int | list[str] | list[str])
for operation in (lambda: int | 5, lambda: "x" | int, lambda: isinstance([], int | list[int])):
    try:
        print(operation())
    except TypeError as error:
        print(error)
