# /// gradus
# id = "iteration.iterables-are-asked-once"
# rules = ["list.extend", "list.iadd", "expr.ifexp.test", "builtin.sum"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# Who takes all items asks for an iterator once, and may ask before how many items there are.
class Items:
    def __init__(self, count=2):
        self.count = count

    def __iter__(self):
        print("iter", end="; ")
        self.given = 0
        return self

    def __next__(self):
        print("next", end="; ")
        if self.given >= self.count:
            raise StopIteration
        self.given += 1
        return self.given

    def __len__(self):
        print("len", end="; ")
        return self.count


class Hinted(Items):
    __len__ = None

    def __length_hint__(self):
        print("hint", end="; ")
        return 1


class Refusing(Items):
    def __len__(self):
        print("len", end="; ")
        raise self.error


def collect(*items):
    return items


def extended(items):
    result = [0]
    result.extend(items)
    result += items
    return result


def unpacked(items):
    first, *others = items
    return first, others


print(list(Items()))
print(tuple(Items()))
print([*Items()], (*Items(),), {*Items()})
print(collect(*Items()))
print(extended(Items()))
print(sorted(Items()))
print(sum(Items()), sum(Items(), 0.5))
print(max(Items()), any(Items()), all(Items()))
print(set(Items()))
print(unpacked(Items()))
print(unpacked(Hinted(3)))
print(list(Hinted()))
Refusing.error = TypeError("no length")
print(list(Refusing()))
Refusing.error = ValueError("no length")
try:
    list(Refusing())
except ValueError as error:
    print(error)
