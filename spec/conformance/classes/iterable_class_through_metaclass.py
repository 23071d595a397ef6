# /// gradus
# id = "classes.iterable-class-through-metaclass"
# rules = ["convert.len.check", "convert.len", "list.init", "convert.index"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Special methods of the metaclass make the class itself iterable, sized, subscriptable.
class Meta(type):
    def __iter__(cls):
        return iter(cls.members)

    def __len__(cls):
        return len(cls.members)

    def __contains__(cls, x):
        return x in cls.members

    def __add__(cls, other):
        return cls.__name__ + other.__name__

class C(metaclass=Meta):
    members = ["a", "b"]

class D(C):
    pass

print(list(C), len(D), "a" in C, C + D)
