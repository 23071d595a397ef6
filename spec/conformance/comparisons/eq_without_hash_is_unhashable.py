# /// gradus
# id = "comparisons.eq-without-hash-is-unhashable"
# rules = ["convert.hash", "builtin.isinstance", "name.class", "name.namespace.load"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A class that defines __eq__ and no __hash__ gets __hash__ = None.
class E:
    def __eq__(self, other):
        return True

class H(E):
    __hash__ = object.__hash__

print(E.__hash__)
try:
    hash(E())
except TypeError as e:
    print(e)
print(isinstance(hash(H()), int))
