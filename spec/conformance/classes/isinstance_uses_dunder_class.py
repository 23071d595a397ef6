# /// gradus
# id = "classes.isinstance-uses-dunder-class"
# rules = ["type.instancecheck", "builtin.isinstance", "name.class", "name.namespace.load"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# isinstance() also believes the object's __class__ attribute.
class Pretender:
    @property
    def __class__(self):
        return int

p = Pretender()
print(isinstance(p, int), isinstance(p, Pretender), type(p).__name__, p.__class__)
