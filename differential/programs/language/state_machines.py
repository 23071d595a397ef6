"""State machines: with generators that receive, with tables, and with classes that change their class."""


def consumer(f):
    def start(*args, **kw):
        g = f(*args, **kw)
        next(g)
        return g
    return start


@consumer
def csv_reader(rows, delimiter=","):
    """Receives characters; appends finished rows; quoted fields, doubled quotes."""
    row, field = [], []
    quoted = closing = False
    try:
        while True:
            c = yield
            if quoted:
                if closing:
                    closing = False
                    if c == '"':
                        field.append(c)
                        continue
                    quoted = False
                elif c == '"':
                    closing = True
                    continue
                else:
                    field.append(c)
                    continue
            if c == '"' and not field:
                quoted = True
            elif c == delimiter:
                row.append("".join(field))
                field.clear()
            elif c == "\n":
                row.append("".join(field))
                field.clear()
                rows.append(row)
                row = []
            else:
                field.append(c)
    except GeneratorExit:
        if quoted and not closing:
            rows.append("unterminated quote")
        elif field or row:
            rows.append(row + ["".join(field)])


for text in ('a,b\n1,"x,y"\n', '"he said ""hi""",2\n,\n', 'p,q', '"open'):
    rows = []
    reader = csv_reader(rows)
    for c in text:
        reader.send(c)
    reader.close()
    print(rows)


class Light:
    """Changes its class to change its state."""
    trail = []

    def __init__(self):
        self.__class__ = Red
        self.enter()

    def enter(self):
        self.trail.append(type(self).__name__)

    def next(self):
        self.__class__ = self.after
        self.enter()
        return self


class Red(Light):
    pass


class Green(Light):
    pass


class Yellow(Light):
    def next(self):
        super().next()
        return self


Red.after, Green.after, Yellow.after = Green, Yellow, Red
light = Light()
for _ in range(4):
    light.next()
print(Light.trail, type(light).__name__, isinstance(light, Light), light.next().next() is light)


class Machine:
    def __init__(self, initial, table, final=()):
        self.state, self.table, self.final = initial, table, frozenset(final)
        self.history = [initial]

    def feed(self, symbol):
        try:
            target, *actions = self.table[self.state, symbol]
        except KeyError:
            if (self.state, None) not in self.table:
                raise LookupError(f"no move from {self.state!r} on {symbol!r}") from None
            target, *actions = self.table[self.state, None]
        for action in actions:
            action(self, symbol)
        self.state = target
        self.history.append(target)

    def run(self, symbols):
        for s in symbols:
            self.feed(s)
        return self.state in self.final


def push(m, s):
    m.__dict__.setdefault("stack", []).append(s)


def pop(m, s):
    if not getattr(m, "stack", None):
        raise IndexError("nothing open")
    m.stack.pop()


brackets = {("s", "("): ("s", push), ("s", ")"): ("s", pop), ("s", None): ("s",)}
for text in ("(a(b)c)", "a)", "((", ""):
    m = Machine("s", brackets, "s")
    try:
        print(repr(text), m.run(text), getattr(m, "stack", "unset"))
    except IndexError as e:
        print(repr(text), "failed:", e, len(m.history))
digits = {("start", d): ("int",) for d in "0123456789"}
digits.update({("int", d): ("int",) for d in "0123456789"})
digits["int", "."] = ("dot",)
digits.update({(s, d): ("frac",) for s in ("dot", "frac") for d in "0123456789"})
digits["start", "-"] = ("start",)
for text in ("12", "3.14", "-5.", "x", "1.2.3"):
    m = Machine("start", digits, ["int", "frac"])
    try:
        print(text, m.run(text), m.history)
    except LookupError as e:
        print(text, e, e.__cause__, e.__suppress_context__)


def elevator(floors):
    floor, direction, stops = 0, 1, set()
    while True:
        request = yield floor, "up" if direction > 0 else "down", sorted(stops)
        if request is not None:
            if not 0 <= request < floors:
                raise ValueError(f"no floor {request}")
            stops.add(request)
        if not stops:
            continue
        if all((s - floor) * direction < 0 for s in stops):
            direction = -direction
        floor += direction * any(s != floor for s in stops)
        stops.discard(floor)


e = elevator(6)
print(next(e), *[e.send(r) for r in (3, 1, None, 5, None, None, 0, None)], sep="\n  ")
try:
    e.send(9)
except ValueError as x:
    print(x, list(e))
