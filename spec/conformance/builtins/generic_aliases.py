# /// gradus
# id = "builtins.generic-aliases"
# rules = ["stmt.while", "tuple.hash", "call.doublestar", "expr.call.starred"]
# python = ">=3.9"
# expect = "exit 0"
# ///
# A built-in class in brackets is an alias: it shows its arguments, makes instances, and passes attributes on.
alias = dict[str, list[int]]
print(alias, alias.__origin__, alias.__args__, tuple[()], tuple[int, ...], list[None])
print(alias(a=1), list[int]("ab"), alias.fromkeys([1]))
print(alias == dict[str, list[int]], alias == dict, hash(alias) == hash(dict[str, list[int]]))
print(type(alias).__name__, isinstance(alias, type(list[int])), list[int].__name__, list[int].__mro__)
try:
    isinstance([], list[int])
except TypeError as error:
    print(error)


class Numbers(list[int]):
    pass


print(Numbers.__bases__, Numbers.__orig_bases__)
