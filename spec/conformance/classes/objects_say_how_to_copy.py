# /// gradus
# id = "classes.objects-say-how-to-copy"
# rules = ["expr.generatorexp", "expr.generatorexp.run", "builtin.iter", "bind.subscript"]
# python = ">=3.11"
# expect = "exit 0"
# ///
# `__getstate__` gives the attributes, `__reduce_ex__` what makes a copy of an object.
class Plain:
    pass


class Slots:
    __slots__ = ("a", "b")


class Both(list):
    pass


plain, slots, both = Plain(), Slots(), Both([1, 2])
print(plain.__getstate__(), slots.__getstate__(), object().__getstate__())
plain.x, slots.a, both.y = 1, 2, 3
print(plain.__getstate__(), slots.__getstate__(), both.__getstate__())
make, args, state, items, pairs = both.__reduce_ex__(2)
print(make.__name__, args, state, list(items), pairs)
try:
    (i for i in "a").__reduce_ex__(2)
except TypeError as error:
    print(error)
