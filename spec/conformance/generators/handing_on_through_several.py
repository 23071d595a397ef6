# /// gradus
# id = "generators.handing-on-through-several"
# rules = ["object.format", "generator.delegate.throw", "generator.close", "generator.throw"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Generators that hand on through several others: values, results, exceptions on every way.

def chain(depth, inner):
    """Hands on to `inner` through as many generators, each of which adds a letter to its result."""
    if depth:
        result = yield from chain(depth - 1, inner)
    else:
        result = yield from inner
    return f"{result}."


def echo(count):
    got = []
    for i in range(count):
        got.append((yield i))
    return f"{got}"


def run(generator, *sent):
    try:
        print(next(generator))
        for value in sent:
            print(generator.send(value))
    except StopIteration as stop:
        print("result", stop.value)


run(chain(3, echo(3)), "a", "b", "c")
run(chain(2, iter([1, 2])), None, None)


# An exception raised inside passes all of them, and each is in the traceback.
def failing():
    yield 1
    raise KeyError("inside")


g = chain(2, failing())
print(next(g))
try:
    next(g)
except KeyError as e:
    lines, entry = [], e.__traceback__
    while entry:
        lines.append(entry.tb_lineno)
        entry = entry.tb_next
    print(repr(e), lines)
print(list(g))


# One that is thrown in comes to the innermost, which may go on.
def patient():
    while True:
        try:
            yield "waiting"
        except ValueError as e:
            yield f"caught {e}"


g = chain(4, patient())
print(next(g), g.throw(ValueError("x")), next(g))
g.close()
print(list(g))


# Closing runs the `finally` of all, from the inside out.
def closing(name, inner):
    try:
        yield from inner
    finally:
        print("closing", name)


g = closing("a", closing("b", closing("c", echo(2))))
print(next(g))
g.close()


# A handler in the middle goes on with something else.
def recovering(inner):
    try:
        yield from inner
    except KeyError:
        yield "recovered"
        yield from echo(1)
    return "done"


run(chain(1, recovering(chain(1, failing()))), None, None, None)


# The inner generator may be asked from outside as well, and is at its end then.
inner = echo(5)
g = chain(2, inner)
print(next(g), next(inner), inner.send("outside"), g.send("through"))
inner.close()
run(g)


# A generator can't ask itself, however far inside.
def asking():
    yield "first"
    try:
        next(outermost)
    except ValueError as e:
        yield str(e)


outermost = chain(3, asking())
print(next(outermost), "|", next(outermost))

# Loops in between that do more than hand on.
def doubling(inner):
    for x in inner:
        yield x * 2


print(list(doubling(chain(2, doubling(chain(1, echo(3)))))))


# Through more of them than there are levels allowed.
def deep(n):
    yield n
    yield from deep(n + 1)


try:
    for x in deep(0):
        pass
except RecursionError:
    print("too deep", x > 100)
