"""An ORM-like layer over lists of dicts: columns as descriptors, query expressions as operators, relations."""
from itertools import count, groupby


class Expr:
    def __init__(self, f, text):
        self.f, self.text = f, text

    def __call__(self, row):
        return self.f(row)

    def __and__(self, other):
        return Expr(lambda r: self(r) and other(r), f"({self.text} AND {other.text})")

    def __or__(self, other):
        return Expr(lambda r: self(r) or other(r), f"({self.text} OR {other.text})")

    def __invert__(self):
        return Expr(lambda r: not self(r), f"NOT {self.text}")

    def __bool__(self):
        raise TypeError("use & | ~ instead of and/or/not")

    def __repr__(self):
        return self.text


def _operator(symbol, f):
    def method(self, other):
        get = other.f if isinstance(other, Expr) else lambda row: other
        return Expr(lambda r: f(self(r), get(r)), f"{self.text} {symbol} {other!r}")
    return method


for name, symbol, f in (("eq", "=", lambda a, b: a == b), ("ne", "<>", lambda a, b: a != b), ("lt", "<", lambda a, b: a is not None and a < b),
                        ("gt", ">", lambda a, b: a is not None and a > b), ("ge", ">=", lambda a, b: a is not None and a >= b), ("add", "+", lambda a, b: None if a is None else a + b), ("mod", "LIKE", lambda a, b: b in a)):
    setattr(Expr, f"__{name}__", _operator(symbol, f))
Expr.__hash__ = object.__hash__


class Column(Expr):
    counter = count()

    def __init__(self, kind, *, default=None, required=False, unique=False):
        self.kind, self.default, self.required, self.unique = kind, default, required, unique
        self.order = next(self.counter)
        super().__init__(lambda row: row._data.get(self.name, self.default), "?")

    def __set_name__(self, owner, name):
        self.name, self.text = name, f"{owner.__name__}.{name}"

    def __get__(self, row, owner=None):
        return self if row is None else self(row)

    def __set__(self, row, value):
        if value is not None and not isinstance(value, self.kind):
            try:
                value = self.kind(value)
            except (TypeError, ValueError) as e:
                raise TypeError(f"{self.text}: bad value {value!r}") from e
        row._dirty.add(self.name)
        row._data[self.name] = value


class Ref:
    def __init__(self, target, back):
        self.target, self.back = target, back

    def __set_name__(self, owner, name):
        self.name = name
        setattr(self.target, self.back, property(lambda row: owner.where(Expr(lambda r: getattr(r, name) is row, "..."))))

    def __get__(self, row, owner=None):
        return self if row is None else self.target.rows.get(row._data.get(self.name))

    def __set__(self, row, other):
        row._data[self.name] = other.id if other is not None else None


class Query:
    def __init__(self, model, tests=(), order=(), limit=None):
        self.model, self.tests, self.order, self._limit = model, tests, order, limit

    def _with(self, **kw):
        q = Query(self.model, self.tests, self.order, self._limit)
        q.__dict__.update(kw)
        return q

    def where(self, *tests):
        return self._with(tests=self.tests + tests)

    def order_by(self, *keys):
        return self._with(order=keys)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self._with(_limit=key)
        return list(self)[key]

    def __iter__(self):
        rows = [r for r in self.model.rows.values() if all(t(r) for t in self.tests)]
        for key in reversed(self.order):
            rows.sort(key=key)
        return iter(rows[self._limit] if self._limit else rows)

    def __len__(self):
        return sum(1 for _ in self)

    def values(self, *columns):
        return [tuple(c(r) for c in columns) for r in self]

    def group(self, key, aggregate):
        return {k: aggregate(list(g)) for k, g in groupby(sorted(self, key=key), key=key)}

    def sql(self):
        where = " AND ".join(t.text for t in self.tests)
        return f"SELECT * FROM {self.model.__name__}" + (f" WHERE {where}" if where else "") + (f" ORDER BY {', '.join(k.text for k in self.order)}" if self.order else "")

    def one(self):
        rows = list(self)
        if len(rows) != 1:
            raise LookupError(f"expected one {self.model.__name__}, found {len(rows)}")
        return rows[0]


class Model:
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        cls.rows, cls.ids = {}, count(1)
        cls.columns = sorted((c for c in vars(cls).values() if isinstance(c, Column)), key=lambda c: c.order)

    def __init__(self, **kw):
        self._data, self._dirty = {}, set()
        for k, v in kw.items():
            if not isinstance(getattr(type(self), k, None), (Column, Ref)):
                raise AttributeError(f"{type(self).__name__} has no column {k}")
            setattr(self, k, v)
        self.save()

    def save(self):
        for c in self.columns:
            value = c(self)
            if c.required and value is None:
                raise ValueError(f"{c.text} is required")
            if c.unique and any(c(r) == value for r in self.rows.values() if r is not self):
                raise ValueError(f"{c.text}: {value!r} is not unique")
        if not hasattr(self, "id"):
            self.id = next(self.ids)
        self.rows[self.id] = self
        dirty, self._dirty = self._dirty, set()
        return sorted(dirty)

    @classmethod
    def where(cls, *tests):
        return Query(cls).where(*tests)

    def __repr__(self):
        return f"<{type(self).__name__} {self.id}: {', '.join(str(c(self)) for c in self.columns)}>"


class Author(Model):
    name = Column(str, required=True, unique=True)
    born = Column(int)


class Book(Model):
    title = Column(str, required=True)
    year = Column(int, default=2000)
    price = Column(float)
    author = Ref(Author, "books")


leo, jane, anon = Author(name="Leo", born="1828"), Author(name="Jane", born=1775), Author(name="Anon")
for title, year, price, author in (("War", 1869, 12.5, leo), ("Anna", 1878, "9.75", leo), ("Emma", 1815, 7, jane), ("Pride", 1813, 8, jane), ("Notes", None, None, None)):
    Book(title=title, year=year, price=price, author=author)
q = Book.where((Book.year > 1814) & ~(Book.price > 10) | (Book.title == "War")).order_by(Book.year)
print(q.sql(), list(q), len(q), q[0], q[1:].values(Book.title, Book.price))
print(list(leo.books), list(anon.books), jane.books.order_by(Book.year).values(Book.title), Book.where(Book.title == "Emma").one().author)
print(Book.where(Book.price > 0).group(lambda b: b.author.name, lambda g: sum(b.price for b in g)), Author.where(Author.born == None).values(Author.name), Author.name, Book.where(Book.title % "n").values(Book.title))
print(Book.where(Book.year + 2 == 1815).one())
leo.name, leo.born = "Lev", 1829
print(leo.save(), leo.save(), leo, Book.where()[0].author.name)
for bad in (lambda: Author(), lambda: Author(name="Jane"), lambda: Author(nme="x"), lambda: Book(title="x", year="soon"), lambda: Book.where(Book.year > 3000).one(), lambda: Book.where(Book.year > 1 and Book.price > 2), lambda: Book.where().one()):
    try:
        print(bad())
    except (ValueError, AttributeError, TypeError, LookupError) as e:
        print(type(e).__name__, e, type(e.__cause__).__name__)
