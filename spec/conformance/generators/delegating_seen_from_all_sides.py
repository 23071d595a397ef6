# /// gradus
# id = "generators.delegating-seen-from-all-sides"
# rules = ["generator.delegate.throw", "generator.close", "generator.send", "generator.throw"]
# python = ">=3.11"
# expect = "exit 0"
# ///
# Generators that delegate to each other are advanced, asked, closed and thrown into at every place in the row.
log = []
def leaf(n):
    try:
        for i in range(n):
            got = yield i
            if got is not None:
                log.append(("leaf", got))
        return "leaf done"
    finally:
        log.append("leaf finally")
def mid(inner):
    try:
        r = yield from inner
        log.append(("mid", r))
        return "mid done"
    except KeyError as e:
        log.append(("mid caught", str(e)))
        yield "after"
        return "mid recovered"
def outer(inner):
    r = yield from mid(inner)
    log.append(("outer", r))
    yield r
    return 5
def show(*a):
    print(*a, log); log.clear()

g = outer(leaf(3))
show(next(g), g.send("x"), next(g), next(g))
try:
    next(g)
except StopIteration as e:
    show("stop", e.value)

# An inner one is advanced on its own in between.
l = leaf(6); m = mid(l); o = mid(m)
show(next(o), next(o), next(l), next(o), next(m), next(o), list(o))
l = leaf(3); m = mid(l); o = mid(m)
show(next(o), list(l), list(m), list(o))
l = leaf(3); m = mid(l); o = mid(m)
show(next(o), list(m), list(l), list(o))

# Two delegate to the same.
l = leaf(7); a = mid(l); b = mid(l); c = mid(a)
show([next(x) for x in (a, b, c, a, b, c)], list(c), list(b), list(a))

# Thrown into at every level.
for which in range(4):
    l = leaf(5); m = mid(l); o = mid(m); p = mid(o)
    next(p); next(p)
    x = [l, m, o, p][which]
    try:
        show(which, x.throw(KeyError("k")))
    except KeyError as e:
        show(which, "KeyError", e)
    for y in (p, o, m, l):
        show(list(y), y.gi_frame is None)

# Closed at every level.
for which in range(4):
    l = leaf(5); m = mid(l); o = mid(m); p = mid(o)
    next(p); next(p)
    x = [l, m, o, p][which]
    show(which, x.close())
    for y in (p, o, m, l):
        show(list(y))

# What each says of itself from within, and when it is suspended.
def tell(all):
    for k in range(3):
        yield [(x.gi_running, x.gi_suspended, x.gi_yieldfrom is None) for x in all]
all = []
t = tell(all); all.append(t)
for i in range(3):
    t = mid(t)
    all.append(t)
show(next(t)); show(next(t))
show([(x.gi_running, x.gi_suspended, x.gi_yieldfrom in all) for x in all])
show(next(all[1])); show(next(t, "none"))

# Resumed while they run.
def reenter(all):
    for k in range(3):
        for x in all:
            for act in (lambda: next(x), lambda: x.send(1), lambda: x.throw(OSError), x.close):
                try:
                    act()
                    log.append("?")
                except ValueError as e:
                    log.append(str(e))
        yield k
all = []
t = reenter(all); all.append(t)
for i in range(3):
    t = mid(t)
    all.append(t)
show(next(t)); show(next(t)); show(list(t))

# Exceptions that come out of the innermost pass through all that wait, with their tracebacks.
def bad(n):
    yield 1
    yield 2
    if n == 0:
        raise KeyError("bad")
    [][n]
def through(x):
    return (yield from x)
def tb(e):
    t, names = e.__traceback__, []
    while t:
        names.append(t.tb_lineno)
        t = t.tb_next
    return names
for n in range(2):
    g = bad(n)
    for i in range(4):
        g = through(g)
    try:
        for x in g:
            log.append(x)
    except BaseException as e:
        show(type(e).__name__, e, tb(e), type(e.__cause__), type(e.__context__))

# What is handled around them.
import sys
def asks():
    for i in range(3):
        yield sys.exc_info()[0]
def handles(x):
    try:
        1 / 0
    except ZeroDivisionError:
        yield from x
        try:
            raise KeyError
        except KeyError:
            yield from asks()
def passes(x):
    yield from x
a = asks()
g = passes(handles(passes(a)))
show(next(g))
try:
    {}["x"]
except KeyError:
    show(next(g), next(a, 0))
show(list(g))
def raises():
    yield 1
    raise OSError("o")
g = passes(handles(passes(raises())))
next(g)
try:
    try:
        [][1]
    except IndexError:
        next(g)
except OSError as e:
    show(repr(e.__context__), repr(e.__context__.__context__))
g = passes(passes(raises()))
next(g)
try:
    try:
        [][1]
    except IndexError:
        next(g)
except OSError as e:
    show(repr(e.__context__), repr(e.__context__.__context__))
