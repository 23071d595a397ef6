# /// gradus
# id = "generators.end-told-to-next-and-send"
# rules = ["builtin.next", "generator.send", "expr.yieldfrom"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `next` and `send` raise `StopIteration` with the result of the generator, also of one that delegates, and also where the
# last request was made in another way.
def inner(count):
    for number in range(count):
        yield number
    return "inner"


def outer(count):
    first = yield from inner(count)
    second = yield from inner(0)
    return first, second


def middle(count):
    return (yield from outer(count))


def ask(request):
    try:
        print(request())
    except StopIteration as end:
        print("end", end.value, type(end.__context__).__name__)


for make in inner, outer, middle:
    numbers = make(2)
    for turn in range(4):
        ask(lambda: next(numbers))

    numbers = make(2)
    for turn in range(4):
        ask(lambda: numbers.send(None))

    numbers = make(3)
    for number in numbers:
        print("for", number)
        ask(numbers.__next__)

    numbers = make(1)
    print(next(numbers, "default"), next(numbers, "default"))
    try:
        raise KeyError
    except KeyError:
        ask(lambda: next(make(0)))
    print([list(numbers), list(make(2))])


class Numbers:
    def __init__(self, count):
        self.numbers = middle(count)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.numbers)


print(list(Numbers(3)), sum(Numbers(4)))


def failing():
    yield 1
    raise ValueError("failed")


numbers = failing()
print(next(numbers))
try:
    next(numbers)
except ValueError as error:
    print(error)
ask(lambda: next(numbers))


def asking_itself():
    try:
        next(itself)
    except ValueError as error:
        print(error)
    yield 1


itself = asking_itself()
print(next(itself))
