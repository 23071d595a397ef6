# /// gradus
# id = "dicts.subclass-that-iterates-is-asked"
# rules = ["dict.merge", "dict.merge.entries"]
# python = ">=3.9"
# expect = "exit 0"
# ///
# The entries of a dictionary are taken as they are, whatever its methods say, unless its class has an `__iter__` of its
# own: then `keys` and `__getitem__` are asked.
class Silent(dict):
    def __getitem__(self, key):
        print("get", key)
        return 0

    def keys(self):
        print("keys")
        return [5]


class Iterated(Silent):
    def __iter__(self):
        print("iter")
        return dict.__iter__(self)


class Key:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        print("eq")
        return True


for kind in (Silent, Iterated):
    print(kind.__name__)
    mapping = kind({1: 2, 3: 4})
    print({0: 0, **mapping})
    print(dict(mapping))
    print(dict.copy(mapping), type(mapping.copy()).__name__)
    print({0: 0} | mapping, mapping | {0: 0})
    filled = {9: 9}
    filled.update(mapping)
    print(filled)
    print({Key(): "a", **mapping} == {1: 2})
