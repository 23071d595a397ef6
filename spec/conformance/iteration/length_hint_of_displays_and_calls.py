# /// gradus
# id = "iteration.length-hint-of-displays-and-calls"
# rules = ["bind.starred", "set.add", "iteration.unpack.star", "expr.elements"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# What makes a list of an iterable asks it how long it is: displays and calls with a star, and the starred target of an
# unpacking, which makes a list of what is left. The targets before it take their items one by one.
asked = []


class Sized:
    def __init__(self, *items):
        self.items = list(items)

    def __iter__(self):
        asked.append("iter")
        return self

    def __len__(self):
        asked.append("len")
        return 1

    def __next__(self):
        asked.append("next")
        if not self.items:
            raise StopIteration
        return self.items.pop(0)


class Hinting(Sized):
    __len__ = None

    def __length_hint__(self):
        asked.append("hint")
        return 1


class Failing(Sized):
    def __len__(self):
        asked.append("len")
        raise KeyError


def all_of(iterable):
    (*items,) = iterable
    return items


def after_first(iterable):
    first, *items = iterable
    return first, items


def around(iterable):
    first, *items, last = iterable
    return first, items, last


def plain(iterable):
    first, second = iterable
    return first, second


def show(function, kind, *items):
    asked.clear()
    try:
        result = function(kind(*items))
    except (ValueError, KeyError, TypeError) as error:
        result = type(error).__name__
    print(result, *asked)


for kind in Sized, Failing:
    show(lambda it: [0, *it], kind, 1)
    show(lambda it: (*it, 2), kind, 1)
    show(lambda it: {*it}, kind, 1)
    show(lambda it: max(0, *it), kind, 1)
    show(lambda it: [item for item in it], kind, 1)
    show(all_of, kind, 1, 2)
    show(after_first, kind, 1, 2)
    show(after_first, kind)
    show(around, kind, 1, 2, 3)
    show(around, kind, 1)
    show(plain, kind, 1, 2)
show(lambda it: [*it], Hinting, 1)
