# Situations in which protocols are asked for by hand, or parts of statements are in odd places: rules that ordinary programs
# seldom reach. They are written as those in situations.py, and chosen less often.


def super_asked_by_hand():
    class a_:
        x = INT

        def m(self):
            return at(LABEL, type(self).__name__)

    class b_(a_):
        x = NOTED

        def m(self):
            return INT

    c_ = super(b_, b_())
    log(super.__getattribute__(c_, "m")(), super.__getattribute__(c_, "x"), c_.__getattribute__("x"))
    for n_ in ("y", INT):
        try:
            super.__getattribute__(c_, n_)
        except (AttributeError, TypeError) as e_:
            caught(e_)


def property_asked_by_hand():
    class c_:
        @property
        def p(self):
            return NOTED

        @p.setter
        def p(self, value):
            log("set", value)

        @p.deleter
        def p(self):
            log("delete")

    a_, p_ = c_(), vars(c_)["p"]
    log(p_.__get__(a_, c_), p_.__get__(a_), p_.__get__(None, c_) is p_, p_.__set__(a_, NOTED), p_.__delete__(a_))
    for f_ in (property().__get__, property(None).__delete__, lambda a: property(len).__set__(a, INT), p_.__get__):
        try:
            log(f_(at(LABEL, None)) is p_)
        except (AttributeError, TypeError) as e_:
            caught(e_)


def methods_asked_by_hand():
    class a_:
        @classmethod
        def k(cls, x):
            return cls.__name__, x

        @staticmethod
        def s(x):
            return x

    class b_(a_):
        pass

    k_, s_ = vars(a_)["k"], vars(a_)["s"]
    log(k_.__get__(None, b_)(NOTED), k_.__get__(b_())(INT), k_.__get__(INT)(0)[0], s_.__get__(None, a_)(INT))
    try:
        k_.__get__(None)
    except TypeError as e_:
        caught(e_)


@since(3, 10)
def static_method_called():
    class c_:
        @staticmethod
        def s(x=INT, *, y=INT):
            return x, y

        t = s(NOTED)

    log(c_.t, vars(c_)["s"](), vars(c_)["s"](NOTED, y=NOTED))


def attributes_of_a_method():
    class c_:
        def m(self, x=INT):
            """m"""

    a_ = c_()
    c_.m.tag = NOTED
    log(a_.m.tag, a_.m.__name__, a_.m.__doc__, a_.m.__defaults__, a_.m.__self__ is a_, a_.m.__func__ is c_.m)
    for f_ in (lambda: a_.m.y, lambda: setattr(a_.m, "tag", INT), lambda: delattr(a_.m, "tag")):
        try:
            f_()
        except AttributeError as e_:
            caught(e_)


def class_made_by_hand():
    class a_:
        def __init_subclass__(cls, **named):
            log(cls.__name__, named)

    def f_():
        log("body")

    c_ = __build_class__(f_, "made", a_, key=NOTED)
    log(c_.__name__, c_.__mro__[1] is a_, __build_class__(f_, "other", metaclass=lambda *a, **b: len(a) + INT))
    for x_ in ((), (f_,), (INT, "made"), (f_, INT)):
        try:
            __build_class__(*x_)
        except TypeError as e_:
            caught(e_)


def attributes_by_function():
    class c_:
        x = D(INT)
        p = property(lambda self: INT)

    a_ = c_()
    log(setattr(a_, "x", NOTED), setattr(a_, "y", NOTED), setattr(c_, "z", INT))
    log(a_.x, a_.y, getattr(a_, "z"), getattr(a_, "w", INT), hasattr(a_, "p"), delattr(a_, "y"), hasattr(a_, "y"))
    a_.v = INT
    log(object.__delattr__(a_, "v"), hasattr(a_, "v"))
    for n_ in ("p", INT, "y"):
        try:
            setattr(a_, n_, NOTED) if n_ != "y" else delattr(a_, n_)
        except (AttributeError, TypeError) as e_:
            caught(e_)


def class_namespace_as_mapping():
    class c_:
        x = INT
        y = NOTED

    v_ = vars(c_)
    log(v_["x"], "y" in v_, "z" in v_, v_.get("y"), v_.get("z", NOTED), [n_ for n_ in v_ if n_ in "xy"])
    log([n_ for n_ in v_.keys() if n_ in "xy"], [n_ for n_, _ in v_.items() if n_ in "xy"], v_.copy()["x"])
    c_.x = NOTED
    log(v_["x"], INT in v_.values(), len(v_) > 3)
    try:
        v_["x"] = INT
    except TypeError as e_:
        caught(e_)


def mapping_behind_a_view():
    class c_(dict):
        def __getitem__(self, key):
            log("get", key)
            return dict.__getitem__(self, key)

        def __contains__(self, key):
            log("in", key)
            return dict.__contains__(self, key)

        def __len__(self):
            return at(LABEL, 2)

        def __iter__(self):
            return It(list(dict.__iter__(self)))

        def keys(self):
            return at(LABEL, dict.keys(self))

        def get(self, key, default=None):
            return at(LABEL, dict.get(self, key, default))

    v_ = types.MappingProxyType(c_({1: INT, "a": INT}))
    log(v_[1], 1 in v_, len(v_), list(v_), v_.get(1), v_.get(2, NOTED), list(v_.keys()), list(v_.values()))
    log(list(v_.items()), v_.copy(), v_ == {1: INT}, sorted([*v_.keys()], key=str))
    try:
        v_[INT, INT]
    except KeyError as e_:
        caught(e_)


def class_that_is_claimed():
    class a_:
        pass

    class b_:
        @property
        def __class__(self):
            return at(LABEL, a_)

    c_ = b_()
    log(isinstance(c_, a_), isinstance(c_, b_), isinstance(c_, (int, a_)), isinstance(INT, a_))
    log(type.__instancecheck__(a_, c_), type.__instancecheck__(int, True), a_.__instancecheck__(a_()))
    log(type.__subclasscheck__(a_, b_), a_.__subclasscheck__(a_), c_.__class__ is a_)


def length_of_what_is_left():
    class a_:
        def __getitem__(self, n):
            log("item", n)
            if n == 3:
                raise IndexError
            return INT

    class b_(a_):
        def __len__(self):
            return at(LABEL, 5)

    for k_ in (a_, b_):
        i_ = iter(k_())
        log(i_.__length_hint__(), next(i_), operator.length_hint(i_, 7), list(i_), i_.__length_hint__())


def dicts_into_one():
    a_ = {V(1): INT, 2: NOTED}
    log({**a_, B(1): INT}, {**a_, **{V(4): INT, N(2): INT, 1: NOTED}}, dict(a_, x=INT))

    class c_(dict):
        def __getitem__(self, key):
            return at(LABEL, INT)

        def keys(self):
            return at(LABEL, [1, 2])

    log({**c_({V(1): 1})}, {0: INT, **c_()}, dict(c_({3: INT})))
    a_.update({W(2): NOTED})
    log(list(a_.values()))


def texts_of_exceptions():
    log(str(SyntaxError("x")), str(SyntaxError("x", ("f.py", 3, 1, "code"))), str(SyntaxError()), str(SyntaxError(V(1))))
    log(str(KeyError()), str(KeyError(STR)), str(KeyError(V(1))), str(KeyError(INT, "b")), str(ImportError("x", name="y")))
    log(str(OSError(2, "no")), str(OSError(2, "no", "f")), str(OSError(2, "no", "f", None, "g")), str(OSError(INT)))
    log(str(StopIteration(V(2))), str(ValueError(INT, STR)), str(UnicodeDecodeError("ascii", b"\xff", 0, 1, "bad")))
    e_ = SyntaxError("x")
    e_.msg, e_.lineno = V(3), 7
    log(str(e_), repr(e_))


def text_from_representation():
    class c_:
        def __repr__(self):
            return at(LABEL, "text")

    a_ = c_()
    log(str(a_), f"{a_}", f"{a_!s:>6}", "%s" % a_, format(a_), object.__str__(a_), "{}".format(a_), object.__format__(a_, ""))


def annotations_in_order():
    def f_(x_: NOTED, *args: NOTED, y_: NOTED = NOTED, **named: NOTED) -> NOTED:
        return x_

    log(f_(INT), list(f_.__annotations__.values()))


@since(3, 11)
def annotation_with_a_star():
    def f_(*args: *at(LABEL, (INT,)), y_: NOTED = INT):
        return args

    log(f_(NOTED), list(f_.__annotations__.values()))
    try:

        def g_(*args: *at(LABEL, (INT, INT))):
            pass

    except ValueError as e_:
        caught(e_)


def targets_in_order():
    a_ = [INT, INT, INT, INT]
    with Ctx() as at(LABEL, a_)[at(LABEL, 3)]:
        log(a_)
    at(LABEL, a_)[0], (at(LABEL, a_)[1], *at(LABEL, a_)[2:]) = NOTED, (NOTED, INT, INT)
    log(a_, [a_[0] for at(LABEL, a_)[at(LABEL, 0)] in (INT, 2)])
    at(LABEL, Box([INT])).x: NOTED
    at(LABEL, a_)[NOTED]: NOTED


def assertion_with_a_message():
    try:
        assert at(LABEL, INT) < 0, NOTED
    except AssertionError as e_:
        log(e_.args)


@since(3, 9)
def set_with_stars():
    log({NOTED, *at(LABEL, [INT]), *It([INT, 1]), NOTED})


def lambda_that_yields():
    f_ = lambda x_: (yield at(LABEL, x_))
    i_ = f_(NOTED)
    log(next(i_), next(i_, "end"))


def namespace_that_notes():
    class d_(dict):
        def __setitem__(self, key, value):
            if key[0] != "_":
                log("set", key)
            dict.__setitem__(self, key, value)

        def __getitem__(self, key):
            if key[0] != "_":
                log("get", key)
            return dict.__getitem__(self, key)

    class m_(type):
        @classmethod
        def __prepare__(cls, name, bases):
            return d_()

        def __new__(cls, name, bases, names):
            return type.__new__(cls, name, bases, dict(names))

    class c_(metaclass=m_):
        x = INT
        x += NOTED
        y = (z := x)
        del z

    log(c_.x, c_.y)
