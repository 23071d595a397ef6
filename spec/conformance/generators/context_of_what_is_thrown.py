# /// gradus
# id = "generators.context-of-what-is-thrown"
# rules = []
# python = ">=3.9"
# expect = "exit 0"
# ///
# An exception that is thrown into a generator gets what the generator handles as its context, not what is handled around it.
def chain(e):
    r = []
    while e is not None:
        r.append(type(e).__name__)
        e = e.__context__
    return r


def inner():
    try:
        yield 1
    except ValueError as e:
        print("in", chain(e))
        raise


def busy():
    try:
        raise OSError
    except OSError:
        try:
            yield 1
        except ValueError as e:
            print("busy", chain(e))
            raise


def delegating(f):
    yield from f()


class It:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *a):
        raise KeyError


def thrower():
    yield from It()


for make in (inner, busy, lambda: delegating(inner), lambda: delegating(busy), thrower):
    for e in (ValueError, ValueError()):
        g = make()
        next(g)
        try:
            raise ZeroDivisionError
        except ZeroDivisionError:
            try:
                g.throw(e)
            except Exception as c:
                print(chain(c))
        g = make()
        next(g)
        try:
            g.throw(e)
        except Exception as c:
            print(chain(c))


def after():
    yield 1


g = after()
list(g)
try:
    raise ZeroDivisionError
except ZeroDivisionError:
    try:
        g.throw(ValueError)
    except Exception as c:
        print("finished", chain(c))


e = ValueError()
e.__context__ = KeyError()
g = inner()
next(g)
try:
    raise ZeroDivisionError
except ZeroDivisionError:
    try:
        g.throw(e)
    except Exception as c:
        print(chain(c))


def closes():
    try:
        yield 1
    except GeneratorExit as e:
        print("close", chain(e))
        raise


g = closes()
next(g)
try:
    raise ZeroDivisionError
except ZeroDivisionError:
    g.close()
