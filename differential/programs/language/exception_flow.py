"""try in every position: nesting, loops, generators, rethrowing, chaining, retry policies, result types."""
import sys


def trace(f):
    def run(*args):
        log = []
        try:
            r = f(log, *args)
        except BaseException as e:
            chain, x = [], e
            while x is not None and len(chain) < 6:
                chain.append(f"{type(x).__name__}{x.args}")
                x = x.__cause__ or (None if x.__suppress_context__ else x.__context__)
            print(f"{f.__name__}{args}: {log} raised {' <- '.join(chain)}")
        else:
            print(f"{f.__name__}{args}: {log} -> {r!r}")
    return run


@trace
def ways_out(log, way, inner):
    for i in range(2):
        log.append(i)
        try:
            try:
                if way == "return":
                    return "body"
                if way == "break":
                    break
                if way == "continue":
                    continue
                if way == "raise":
                    raise ValueError("body")
                log.append("fell")
            except ValueError as e:
                log.append("caught")
                if inner == "reraise":
                    raise
                if inner == "new":
                    raise KeyError("new")
                if inner == "from":
                    raise KeyError("from") from e
            else:
                log.append("else")
            finally:
                log.append("inner")
                if inner == "return":
                    return "finally"
                if inner == "break":
                    break
                if inner == "raise":
                    raise TypeError("finally")
        finally:
            log.append("outer")
    else:
        log.append("loop else")
    return "end"


for way in ("return", "break", "continue", "raise", "fall"):
    for inner in ("", "reraise", "new", "from", "return", "break", "raise"):
        if way == "raise" or inner not in ("reraise", "new", "from"):
            ways_out(way, inner)


@trace
def depth(log, n):
    try:
        if n == 0:
            raise LookupError(0)
        try:
            raise ValueError(n)
        except ValueError as e:
            log.append(sys.exc_info()[1] is e)
            raise_chain(n - 1)
    finally:
        log.append(type(sys.exc_info()[1]).__name__)


def raise_chain(n):
    try:
        raise ValueError(n) if n else LookupError("bottom")
    except ValueError:
        raise_chain(n - 1)


for n in range(4):
    depth(n)


class Retry:
    def __init__(self, times, *kinds):
        self.times, self.kinds, self.failures = times, kinds, []

    def __call__(self, f):
        def run(*args):
            last = None
            for attempt in range(1, self.times + 1):
                try:
                    return f(attempt, *args)
                except self.kinds as e:
                    self.failures.append((attempt, type(e).__name__))
                    e.previous, last = last, e
            raise RuntimeError(f"gave up after {self.times}") from last
        return run


def flaky(attempt, good):
    if attempt < good:
        raise (ConnectionError, TimeoutError)[attempt % 2](attempt)
    if good < 0:
        raise MemoryError
    return f"ok at {attempt}"


@trace
def retries(log, good):
    r = Retry(3, OSError)
    try:
        return r(flaky)(good)
    finally:
        log.extend(r.failures)


for good in (1, 3, 9, -1):
    retries(good)


class Result:
    def __init__(self, value=None, error=None):
        self.value, self.error = value, error

    @classmethod
    def of(cls, f, *args):
        try:
            return cls(f(*args))
        except Exception as e:
            return cls(error=e)

    def __rshift__(self, f):
        return Result.of(f, self.value) if self.error is None else self

    def __or__(self, default):
        return self.value if self.error is None else default

    def __iter__(self):
        if self.error is not None:
            raise self.error
        yield self.value

    def __repr__(self):
        return f"Ok({self.value!r})" if self.error is None else f"Err({self.error!r})"


for text in ("12", "0", "x", "-4"):
    r = Result.of(int, text) >> (lambda n: 100 / n) >> (lambda x: x ** 0.5) >> (lambda x: round(x, 2))
    print(text, r, r | "default", end=" ")
    try:
        [v] = r
        print("value", v)
    except (ValueError, ArithmeticError, TypeError) as e:
        print("unpacked", type(e).__name__, e is r.error)


def resilient(items):
    done = 0
    while True:
        try:
            x = yield done
            done += 1
            if x is None:
                raise StopIteration if done > 99 else ValueError("none")
            items.append(10 // x)
        except (ZeroDivisionError, ValueError) as e:
            items.append(type(e).__name__)
        except GeneratorExit:
            items.append("closed")
            raise
        finally:
            items.append(".")


items = []
g = resilient(items)
next(g)
print([g.send(x) for x in (5, 0, None, 2)], g.throw(ValueError("thrown")), items)
try:
    g.throw(KeyError("out"))
except KeyError as e:
    print(e, items[-2:])
g.close()


class Group(Exception):
    def __init__(self, message, errors):
        super().__init__(message)
        self.errors = errors

    def split(self, kind):
        yes = [e for e in self.errors if isinstance(e, kind)]
        return yes, [e for e in self.errors if e not in yes]


def gather(*fs):
    results, errors = [], []
    for f in fs:
        try:
            results.append(f())
        except Exception as e:
            errors.append(e)
    if errors:
        raise Group(f"{len(errors)} of {len(fs)}", errors) from errors[-1]
    return results


print(gather(lambda: 1, lambda: 2))
try:
    gather(lambda: 1 / 0, lambda: [][1], lambda: {}["k"], lambda: "fine")
except Group as e:
    a, b = e.split(LookupError)
    print(e, a, b, repr(e.__cause__), e.__context__)


def unwinding():
    order = []
    for i in range(3):
        try:
            for j in range(3):
                try:
                    if j == i:
                        raise StopAsyncIteration(i)
                    order.append((i, j))
                except StopIteration:
                    order.append("never")
                finally:
                    order.append(j)
        except Exception as e:
            order.append(e.args[0] * 100)
            continue
        finally:
            if i == 2:
                del i
                break
    try:
        i
    except NameError as e:
        order.append(type(e).__name__)
    return order


print(unwinding())
e = None
for kind in (ValueError, KeyError):
    try:
        raise kind("loop") from e
    except (ValueError, KeyError) as exc:
        e = exc
print(repr(e), repr(e.__cause__), e.__context__, "exc" in globals(), sys.exc_info())
