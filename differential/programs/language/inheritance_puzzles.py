"""Cooperative inheritance: diamonds, mixins, super in every kind of method, changing classes at run time."""
trail = []


def note(*args):
    trail.append(" ".join(map(str, args)))


def flush(label=""):
    print(f"{label}:" if label else "", " > ".join(trail))
    trail.clear()


class Base:
    kind = "base"

    def __new__(cls, *args, **kw):
        note("new", cls.__name__)
        return super().__new__(cls)

    def __init__(self, **kw):
        note("Base.init", sorted(kw))
        super().__init__()

    def __init_subclass__(cls, tag=None, **kw):
        note("subclass", cls.__name__, tag)
        cls.tag = tag
        super().__init_subclass__(**kw)

    def go(self):
        return ["Base"]

    @classmethod
    def build(cls, *args):
        return cls.__name__, args

    @staticmethod
    def tool():
        return "base tool"

    @property
    def value(self):
        return 1

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return f"{type(self).__name__} lacks {name}"


class Left(Base, tag="L"):
    kind = "left"

    def __init__(self, *, left=0, **kw):
        note("Left.init", left)
        super().__init__(**kw)
        self.left = left

    def go(self):
        return ["Left"] + super().go()

    @classmethod
    def build(cls, *args):
        return super().build(*args, "left")

    @property
    def value(self):
        return super().value + 10


class Right(Base):
    def __init__(self, *, right=0, **kw):
        note("Right.init", right)
        super().__init__(**kw)
        self.right = right

    def go(self):
        return ["Right"] + super().go()

    @classmethod
    def build(cls, *args):
        return super().build(*args, "right")

    @property
    def value(self):
        return super().value + 100

    @value.setter
    def value(self, v):
        note("set value", v)


class Both(Left, Right, tag="B"):
    def __init__(self, **kw):
        note("Both.init")
        super().__init__(**kw)

    def go(self):
        return ["Both", *super().go(), *Base.go(self), *super(Left, self).go()]

    @classmethod
    def build(cls, *args):
        return [c for c in super().build(*args, "both")]

    @staticmethod
    def tool():
        return "both " + super(Both, Both).tool()


flush("definitions")
b = Both(left=1, right=2)
flush("creation")
print(b.go(), Both.build(0), b.build(), Both.tool(), b.value, b.kind, b.tag, Right.tag, b.nothing, [c.__name__ for c in Both.__mro__])
try:
    b.value = 5
except AttributeError as e:
    print("AttributeError", trail)
r = Right()
r.value = 9
flush("right")
Base.go = lambda self: ["patched"]
print(b.go(), Left(left=3).go())
trail.clear()


class Counted:
    counts = {}

    def __getattribute__(self, name):
        if not name.startswith("_"):
            Counted.counts[name] = Counted.counts.get(name, 0) + 1
        return super().__getattribute__(name)


class Mixed(Counted, Both):
    def go(self):
        return super().go()[:2]


m = Mixed(left=5)
flush("mixed")
print(m.go(), m.left, m.missing, Counted.counts, m.value)


class A:
    def who(self):
        return "A"

    def call(self):
        return self.who(), A.who(self), type(self).__name__, __class__.__name__

    def __repr__(self):
        return f"{self.who()}!"

    def __eq__(self, other):
        return NotImplemented if type(other) is A else "A.eq"

    def __add__(self, other):
        return "A.add"


class B(A):
    def who(self):
        return "B" + super().who()

    def __radd__(self, other):
        return "B.radd"

    def __eq__(self, other):
        return "B.eq"


class C(B):
    who = A.who
    __hash__ = None


class D(B):
    def who(self):
        f = lambda: super(D, self).who()
        return "D" + f() + "".join([super(B, self).who() for _ in range(2)])


for x in (A(), B(), C(), D()):
    print(x, x.call(), x == A(), A() == x, x + A(), A() + x, (x != A(),))
for make in (lambda: type("E", (A, B), {}), lambda: type("F", (B, A), {}), lambda: type("G", (D, C, B), {"x": 1})):
    try:
        cls = make()
        print([k.__name__ for k in cls.__mro__], cls())
    except TypeError as e:
        print(str(e).replace("\n", " "))
c = C()
c.__class__ = D
print(c, type(c) is D, isinstance(c, C))
D.__bases__ = (C,)
print(c, [k.__name__ for k in D.__mro__], isinstance(c, C), issubclass(D, C))
del B.who
print(c, B().who(), c.call())


class Plugin:
    stages = ()

    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        own = [v for k, v in vars(cls).items() if hasattr(v, "stage")]
        inherited = [f for base in cls.__mro__[1:] for f in vars(base).get("own_stages", ())]
        cls.own_stages = own
        cls.stages = sorted({f.__name__: f for f in [*inherited, *own]}.values(), key=lambda f: (f.stage, f.__name__))

    def run(self, x):
        for f in self.stages:
            x = f(self, x)
        return x


def stage(n):
    def mark(f):
        f.stage = n
        return f
    return mark


class P1(Plugin):
    @stage(2)
    def double(self, x):
        return x * 2

    @stage(1)
    def inc(self, x):
        return x + 1


class P2(Plugin):
    @stage(3)
    def text(self, x):
        return f"<{x}>"


class P3(P1, P2):
    @stage(2)
    def double(self, x):
        return x * 20

    @stage(0)
    def neg(self, x):
        return -x


print(P1().run(5), P2().run(5), P3().run(5), [f.__name__ for f in P3.stages], P1.stages is Plugin.stages)


class Meta(type):
    def __call__(cls, *args, **kw):
        obj = cls.__new__(cls)
        for c in reversed(cls.__mro__):
            if "setup" in vars(c):
                vars(c)["setup"](obj, *args, **kw)
        return obj

    def __getattr__(cls, name):
        return f"{cls.__name__}::{name}"

    def __or__(cls, other):
        return Meta(cls.__name__ + other.__name__, (cls, other), {})


class S1(metaclass=Meta):
    def setup(self, x):
        self.order = [f"S1({x})"]


class S2(S1):
    def setup(self, x):
        self.order.append(f"S2({x})")


class S3(S1):
    def setup(self, x):
        self.order.append(f"S3({x})")


S = S2 | S3
print(S(7).order, S.__name__, S.anything, [k.__name__ for k in S.__mro__], type(S).__name__, S2(1).order)
