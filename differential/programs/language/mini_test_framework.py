"""A test framework: discovery by metaclass, fixtures by generators, parameters, expected failures, mocks."""
import itertools


class Skip(Exception):
    pass


def params(*rows):
    def mark(f):
        f.rows = getattr(f, "rows", []) + list(rows)
        return f
    return mark


def fixture(f):
    f.is_fixture = True
    return f


def expect_failure(*kinds):
    def mark(f):
        f.expected = kinds or (Exception,)
        return f
    return mark


class raises:
    def __init__(self, kind, text=""):
        self.kind, self.text = kind, text

    def __enter__(self):
        return self

    def __exit__(self, t, e, tb):
        assert t is not None, f"{self.kind.__name__} was not raised"
        if not issubclass(t, self.kind):
            return False
        self.error = e
        assert self.text in str(e), f"{self.text!r} not in {str(e)!r}"
        return True


class CaseMeta(type):
    cases = []

    def __new__(mcs, name, bases, ns):
        cls = super().__new__(mcs, name, bases, ns)
        cls.tests = [*(t for b in bases for t in getattr(b, "tests", ()) if t not in ns), *(n for n in ns if n.startswith("test_"))]
        if cls.tests:
            mcs.cases.append(cls)
        return cls


class Case(metaclass=CaseMeta):
    def needs(self, f):
        code = f.__code__
        return code.co_varnames[1:code.co_argcount]

    def run_one(self, name):
        f = getattr(type(self), name)
        for row in getattr(f, "rows", [()]):
            opened, values = [], {}
            label = f"{type(self).__name__}.{name}{list(row) if row else ''}"
            outcome = "ok"
            try:
                for need in self.needs(f)[len(row):]:
                    source = getattr(type(self), need)
                    if not getattr(source, "is_fixture", False):
                        raise LookupError(f"{need} is no fixture")
                    gen = source(self)
                    if hasattr(gen, "send"):
                        values[need] = next(gen)
                        opened.append(gen)
                    else:
                        values[need] = gen
                f(self, *row, **values)
            except Skip as e:
                outcome = f"skipped ({e})"
            except getattr(f, "expected", ()) as e:
                outcome = f"failed as expected ({type(e).__name__})"
            except AssertionError as e:
                outcome = f"FAILED: {e}"
            except Exception as e:
                outcome = f"ERROR: {e!r}"
            else:
                if hasattr(f, "expected"):
                    outcome = "UNEXPECTED success"
            finally:
                for gen in reversed(opened):
                    try:
                        next(gen, None)
                    except Exception as e:
                        outcome += f" + teardown {e!r}"
            yield label, outcome

    @classmethod
    def run(cls):
        return itertools.chain.from_iterable(cls().run_one(n) for n in cls.tests)


class Mock:
    def __init__(self, name="mock", returns=None, effect=None):
        vars(self).update(_name=name, _calls=[], _returns=returns, _effect=effect, _children={})

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        if name not in self._children:
            self._children[name] = Mock(f"{self._name}.{name}")
        return self._children[name]

    def __setattr__(self, name, value):
        self._children[name] = value

    def __call__(self, *args, **kw):
        self._calls.append((args, kw))
        if isinstance(self._effect, BaseException) or isinstance(self._effect, type):
            raise self._effect
        if self._effect is not None:
            return next(self._effect)
        return self._returns

    def __eq__(self, other):
        return self is other

    __hash__ = object.__hash__

    def assert_called(self, *args, **kw):
        assert (args, kw) in self._calls, f"{self._name} not called with {args} {kw}; calls: {self._calls}"

    def __repr__(self):
        return f"<{self._name}>"


class patched:
    def __init__(self, obj, name, value):
        self.args = obj, name, value

    def __enter__(self):
        obj, name, value = self.args
        self.old = getattr(obj, name)
        setattr(obj, name, value)
        return value

    def __exit__(self, *exc):
        setattr(*self.args[:2], self.old)


class Service:
    retries = 2

    def fetch(self, client, key):
        for attempt in range(self.retries + 1):
            try:
                return client.get(key, attempt=attempt)
            except ConnectionError as e:
                last = e
        raise RuntimeError(f"no {key}") from last


log = []


class TestService(Case):
    @fixture
    def client(self):
        log.append("open")
        c = Mock("client")
        yield c
        log.append("close")

    @fixture
    def service(self):
        return Service()

    def test_fetch(self, service, client):
        client.get = Mock("get", returns=42)
        assert service.fetch(client, "k") == 42
        client.get.assert_called("k", attempt=0)

    def test_retry(self, service, client):
        def answers():
            yield "first"
            raise ConnectionError("down")
        client.get = Mock("get", effect=answers())
        assert service.fetch(client, "a") == "first"
        with raises(StopIteration):
            service.fetch(client, "b")
        assert len(client.get._calls) == 3, client.get._calls

    def test_gives_up(self, service, client):
        client.get = Mock("get", effect=ConnectionError("down"))
        with raises(RuntimeError, "no z") as r, patched(Service, "retries", 4):
            service.fetch(client, "z")
        assert isinstance(r.error.__cause__, ConnectionError) and len(client.get._calls) == 5 and Service.retries == 2

    @params((2, 4), (3, 9), (4, 15))
    def test_square(self, x, y):
        assert x * x == y, f"{x}^2 is {x * x}"

    @expect_failure(ZeroDivisionError)
    def test_division(self):
        1 / 0

    @expect_failure()
    def test_fine(self):
        pass

    def test_skipped(self, client):
        raise Skip("not today")

    def test_missing(self, nothing):
        pass

    def test_raises(self):
        with raises(KeyError):
            [][1]

    def test_not_raised(self):
        with raises(ValueError):
            pass


class TestMore(TestService):
    test_missing = test_raises = None

    @fixture
    def client(self):
        for c in TestService.client(self):
            c.tagged = "more"
            yield c
        raise OSError("teardown")

    def test_skipped(self, client):
        assert client.tagged == "less", client.tagged

    def test_mock(self):
        m = Mock()
        m.a.b(1, x=2)
        print("   ", m.a.b, m.a.b._calls, m.a is m.a, m == Mock(), hasattr(m, "__len__"))


TestMore.tests = [t for t in TestMore.tests if getattr(TestMore, t) is not None]
total = {}
for case in CaseMeta.cases:
    for label, outcome in case.run():
        print(f"{label:34} {outcome}")
        word = outcome.split()[0].rstrip(":")
        total[word] = total.get(word, 0) + 1
print(total, log.count("open"), log.count("close"), Service.retries)
