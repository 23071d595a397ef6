"""Context managers built from generators, stacks of exits, suppression, redirection and nesting order."""
from functools import wraps

log = []


class GeneratorManager:
    def __init__(self, gen):
        self.gen = gen

    def __enter__(self):
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, t, e, tb):
        if t is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        try:
            self.gen.throw(e)
        except StopIteration as stop:
            return stop is not e
        except RuntimeError as r:
            if r is e or r.__cause__ is e:
                return False
            raise
        except BaseException as x:
            if x is e:
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")

    def __call__(self, f):
        @wraps(f)
        def inner(*args, **kw):
            with self.remake():
                return f(*args, **kw)
        return inner


def contextmanager(f):
    @wraps(f)
    def helper(*args, **kw):
        m = GeneratorManager(f(*args, **kw))
        m.remake = lambda: helper(*args, **kw)
        return m
    return helper


@contextmanager
def section(name, swallow=()):
    log.append(f"+{name}")
    try:
        yield name.upper()
    except swallow as e:
        log.append(f"!{type(e).__name__}")
    finally:
        log.append(f"-{name}")


def flush(*extra):
    print(*log, *extra)
    log.clear()


with section("a") as a, section("b") as b:
    log.append(a + b)
flush()
with section("outer", ValueError):
    with section("inner", KeyError):
        raise ValueError("passes inner")
flush("after")


@section("call")
def work(x, y=2):
    """Works."""
    return x / y


print(work(1), work(4, y=1), work.__name__, work.__doc__)
try:
    work(1, 0)
except ZeroDivisionError as e:
    flush(e)


class ExitStack:
    def __init__(self):
        self.exits = []

    def __enter__(self):
        return self

    def enter(self, cm):
        cls = type(cm)
        exit = cls.__exit__
        result = cls.__enter__(cm)
        self.exits.append(lambda *exc: exit(cm, *exc))
        return result

    def callback(self, f, *args, **kw):
        def run(*exc):
            f(*args, **kw)
        self.exits.append(run)
        return f

    def pop_all(self):
        new = type(self)()
        new.exits, self.exits = self.exits, []
        return new

    def __exit__(self, t, e, tb):
        pending = e
        while self.exits:
            exit = self.exits.pop()
            try:
                args = (type(pending), pending, pending.__traceback__) if pending else (None,) * 3
                if exit(*args):
                    pending = None
            except BaseException as new:
                if new is not pending and new.__context__ is None:
                    new.__context__ = pending
                pending = new
        if pending is not None and pending is not e:
            raise pending
        return pending is None and e is not None

    close = lambda self: self.__exit__(None, None, None)


with ExitStack() as stack:
    names = [stack.enter(section(n)) for n in "xyz"]
    stack.callback(log.append, "callback")
    stack.callback(lambda **kw: log.append(str(kw)), k=1)
    log.append("".join(names))
flush()


def failing():
    raise KeyError("in callback")


try:
    with ExitStack() as stack:
        stack.enter(section("never swallowed", TypeError))
        stack.callback(failing)
        raise ValueError("body")
except KeyError as e:
    flush(repr(e), repr(e.__context__))
with ExitStack() as stack:
    stack.enter(section("s", (ValueError, KeyError)))
    stack.callback(failing)
    raise ValueError("body")
flush("swallowed")
with ExitStack() as stack:
    stack.enter(section("moved"))
    kept = stack.pop_all()
flush("still open")
kept.close()
flush()


@contextmanager
def no_yield():
    return
    yield


@contextmanager
def two_yields():
    yield 1
    yield 2


@contextmanager
def replaces():
    try:
        yield
    except ValueError as e:
        raise LookupError("replaced") from e


@contextmanager
def stopping():
    yield
    raise StopIteration("odd")


for make in (no_yield, two_yields, replaces, stopping):
    try:
        with make():
            if make is replaces:
                raise ValueError("original")
    except (RuntimeError, LookupError) as e:
        print(make.__name__, repr(e), repr(e.__cause__))
try:
    with section("stop"):
        raise StopIteration("from body")
except StopIteration as e:
    flush(repr(e))


class Redirect:
    def __init__(self, obj, **changes):
        self.obj, self.changes = obj, changes

    def __enter__(self):
        self.saved = {k: vars(self.obj).get(k, self) for k in self.changes}
        for k, v in self.changes.items():
            setattr(self.obj, k, v)
        return self.obj

    def __exit__(self, *exc):
        for k, v in self.saved.items():
            delattr(self.obj, k) if v is self else setattr(self.obj, k, v)


class Settings:
    debug, level = False, 3


with Redirect(Settings, debug=True, extra="new") as s:
    print(s.debug, s.level, s.extra)
    with Redirect(s, debug=None):
        print(Settings.debug)
    print(Settings.debug)
print(Settings.debug, hasattr(Settings, "extra"))


def early(n):
    for i in range(n):
        with section(f"{i}") as v:
            if i == 1:
                continue
            if i == 2:
                return v
    return "end"


print(early(1), early(5))
flush()
