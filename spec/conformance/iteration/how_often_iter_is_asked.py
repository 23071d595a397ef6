# /// gradus
# id = "iteration.how-often-iter-is-asked"
# rules = ["list.extend", "list.iadd", "expr.namedexpr", "builtin.sum"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Built-in functions ask an iterable for its iterator once; those that need a sequence make a list, which asks again.
asked = []


class Items:
    def __init__(self, *items):
        self.items = list(items)

    def __iter__(self):
        asked.append("iter")
        return self

    def __next__(self):
        asked.append("next")
        if not self.items:
            raise StopIteration
        return self.items.pop(0)


class Own(list):
    pass


def show(name, function):
    asked.clear()
    print(name, function(), *asked)


show("list", lambda: list(Items(1)))
show("tuple", lambda: tuple(Items(1)))
show("sum", lambda: sum(Items(1, 2.5, 1)))
show("sorted", lambda: sorted(Items(2, 1)))
show("extend", lambda: [].extend(Items(1)))
show("subclass", lambda: Own(Items(1)))
show("in place", lambda: [0].__iadd__(Items(1)))
show("bytes", lambda: bytes(Items(1)))
show("dict", lambda: dict(Items((1, 2))))
show("pairs", lambda: dict(Items(Items(1, 2))))
show("join", lambda: "-".join(Items("a", "b")))
show("slice", lambda: [0].__setitem__(slice(0, 1), Items(1)))
show("iter", lambda: list(iter(Items(1))))
