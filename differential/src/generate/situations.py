# Situations: what parts of the language do to each other, where implementations go wrong. Each function is one; its body
# becomes part of a program. Names that end with `_` are new in each program. INT, FLOAT, STR and NOTED (an int whose
# evaluation is noted) stand for expressions that are made anew, LABEL for a label that the program does not have yet. What
# is decorated with `since` needs that version of the language; the lowest is 3.8.


def target_with_noted_parts():
    a_ = [INT, INT]
    at(LABEL, a_)[at(LABEL, 1)] = NOTED
    at(LABEL, a_)[at(LABEL, 0)] += NOTED
    log(a_, at(LABEL, a_)[at(LABEL, -1)])


def operand_rebinds_its_target():
    a_ = INT
    a_ += (a_ := INT)
    log(a_)


def operand_sets_the_item_it_is_added_to():
    a_ = [INT]

    def f_():
        a_[0] = INT
        return INT

    a_[0] += f_()
    log(a_)


def operand_sets_the_attribute_it_is_added_to():
    class c_:
        x = INT

    def f_():
        c_.x = INT
        return INT

    c_.x -= f_()
    log(c_.x)


def displays_in_order():
    log({NOTED: NOTED, NOTED: NOTED})
    log({at(LABEL, k_): at(LABEL, -k_) for k_ in range(2)})


def slices():
    a_ = [INT, INT, INT, INT]
    log(a_[at(LABEL, 0) : at(LABEL, 3) : at(LABEL, 2)], a_[::-1], a_[-1:0:-2], "abc"[::-1], a_[:-1])


def function_made_in_order():
    @at(LABEL, keep)
    def f_(x_=NOTED, *, y_=NOTED):
        return x_, y_

    log(f_(), f_(INT), f_(y_=INT))


def format_in_order():
    log(f"{NOTED:{at(LABEL, 6)}}|{STR!r:>4}|{V(2)!r}|{at(LABEL, 0.5):{at(LABEL, '.3f')}}")


def truth_is_asked_once():
    log((V(INT) and INT) or V(3), not V(2))
    if V(1) and V(INT):
        log(1)
    if V(1) < V(2) < V(INT):
        log(2)


def chain_of_comparisons():
    log(at(LABEL, 1) < NOTED < at(LABEL, 3), at(LABEL, V(1)) < at(LABEL, V(2)) <= at(LABEL, V(3)))


def length_as_truth():
    class c_:
        def __len__(self):
            return at(LABEL, 0)

    log(bool(Box([])), not Box([INT]), bool(c_()))
    if c_():
        log("true")


def shared_and_changed_in_place():
    a_ = b_ = [INT]
    a_ += (INT,)
    a_ *= 2
    c_ = d_ = I(INT)
    c_ -= 1
    log(b_, a_ is b_, c_ is d_)


def reflected_operators():
    log(V(INT) - W(INT), INT * V(1), N(1) + V(INT), N(INT) < V(2), V(1) <= W(2))
    a_ = N(INT)
    a_ -= V(INT)
    a_ *= W(1)
    log(a_)


def inequality_from_equality():
    class c_:
        def __eq__(self, other):
            return at(LABEL, other == 1)

    log(c_() != 1, c_() != 2, c_() == 1, 1 != c_())


def identity_before_equality():
    a_, b_ = V(INT), float("nan")
    log(a_ in [a_], a_ in It([a_, 1]), [b_] == [b_], [a_, b_].index(a_), b_ in (b_,), b_ == b_, [a_].count(a_))


def containment_asks():
    log(INT in Box([INT]), INT not in Box([1]), 2 not in Box([]), 1.0 in [1, 2], True in (0, 1), "a" not in "abc")


def powers_of_two():
    for n_ in (15, 30, 31, 49, 62, 63, 64):
        a_ = (1 << n_) - 1
        log(a_ + 1, -a_ - 2, a_ * a_, a_ + a_, a_ - INT)


def signs_of_division():
    log([(x_ // y_, x_ % y_) for x_ in (-7, 7, INT) for y_ in (2, -2, 3)])


def shifts():
    log([(1 << n_, -1 >> n_, 12345 >> n_) for n_ in (0, 13, 63, 64, 65)])


def division_by_zero():
    a_ = 0.0
    try:
        log(INT / a_)
        log(FLOAT / a_)
    except ZeroDivisionError:
        log("zero")
    try:
        log(1.5 / a_)
    except ZeroDivisionError:
        log("zero")


def signs_of_zero():
    log(-1.0 * 0.0, 0.0, -0.0, [0.0, -0.0], 0.0 * -FLOAT, 1, True, [False, 0])


def no_number():
    a_ = float("nan")
    log(a_ == a_, a_ != a_, a_ <= a_)
    if a_ == a_:
        log("equal")


def ints_and_floats():
    a_ = (1 << 53) + 1
    log(a_ == 9007199254740992.0, a_ > 9007199254740992.0, 1 << 60 < 2.0**60, INT < FLOAT, -a_ < -9007199254740992.0)


def method_replaced_while_used():
    class c_:
        def m(self):
            return 1

    a_ = c_()
    for n_ in range(3):
        log(a_.m())
        if n_:
            c_.m = lambda self: n_ + INT
    log(a_.m())


def method_replaced_between():
    class c_:
        def m(self):
            return 1

    a_ = c_()
    log(a_.m())
    c_.m = lambda self: INT
    log(a_.m())


def class_attribute_changed():
    class c_:
        x = 1

    a_ = c_()
    a_.y = 1
    for n_ in range(3):
        log(c_.x, a_.y)
        c_.x = n_ * 2
        if n_:
            c_.y = property(lambda self: INT)


def initializer_replaced():
    class c_:
        def __init__(self):
            self.x = 1

    def other_(self):
        self.x = INT

    for n_ in range(4):
        log(c_().x)
        if n_ == 2:
            c_.__init__ = other_


def builtin_name_shadowed():
    def f_():
        return ord("a")

    log(f_(), f_())
    globals()["ord"] = lambda text: INT
    log(f_())
    del globals()["ord"]
    log(f_())


def attribute_hides_method():
    class c_:
        def m(self):
            return 1

    a_ = c_()
    log(a_.m())
    a_.m = lambda: INT
    log(a_.m(), a_.m())
    del a_.m
    log(a_.m())


def attributes_come_at_one_place():
    class c_:
        pass

    for n_ in range(3):
        a_ = c_()
        a_.x = n_
        a_.y = INT
        log(a_.x, a_.y)


def descriptors_and_attributes():
    class c_:
        x = D(INT)
        y = G(INT)

    a_ = c_()
    a_.__dict__["x"] = a_.y = INT
    log(a_.x, a_.y, c_.x, c_.y)
    a_.x = INT
    del a_.x


def attributes_made_up():
    class c_:
        def __getattr__(self, name):
            return name

        def __setattr__(self, name, value):
            log(name, value)
            object.__setattr__(self, name, value)

    a_ = c_()
    a_.x = INT
    log(a_.x, a_.y)


def super_of_both_kinds():
    class a_:
        def m(self):
            return type(self).__name__

        @classmethod
        def k(cls):
            return cls.__name__

    class b_(a_):
        def m(self):
            return super().m(), super().k()

    log(b_().m(), b_.k())


def class_tells_its_parts():
    class a_:
        def __init_subclass__(cls, **named):
            log(cls.__name__, sorted(named))

    class b_(a_, key=INT):
        x = D(INT)


def two_bases():
    class a_:
        def m(self):
            return 1

    class b_:
        def m(self):
            return 2

    class c_(a_, b_):
        pass

    log(c_().m(), [k_.__name__ for k_ in c_.__mro__[:3]])


def namespace_prepared():
    class m_(type):
        @classmethod
        def __prepare__(cls, name, bases):
            return {"x": INT}

    class c_(metaclass=m_):
        y = x

    log(c_.x, c_.y)


def class_in_a_function():
    def f_(x_):
        class c_:
            y = x_
            x_ = INT

        return c_.y, c_.x_

    try:
        log(f_(INT))
    except NameError:
        log("no name")

    def g_(z_):
        class c_:
            y = z_

        return c_.y

    log(g_(INT))


def new_makes_another():
    class a_:
        def __init__(self):
            log("init")

    class b_:
        def __new__(cls):
            return object.__new__(a_)

    b_()
    log(a_())


def missing_arguments():
    def f_(x_=INT, y_=2, z_=STR):
        return x_, y_, z_

    log(f_(), f_(1), f_(1, INT))


def default_that_changes():
    def f_(x_=[], y_={}):
        x_.append(INT)
        y_[len(x_)] = 1
        return x_

    log(f_() is f_(), f_(), f_.__defaults__)


def keywords_in_order():
    def f_(*args, **named):
        return args, list(named)

    log(f_(b=NOTED, a=NOTED), f_(INT, *[INT], c=1, **{"a": INT}))


def functions_of_comprehensions():
    a_ = []
    for n_ in (1, INT):
        a_ += [lambda: x_ for x_ in (n_,)]
    log([f_() for f_ in a_])

    def g_():
        b_ = []
        for n_ in (INT, 2):
            b_ += [lambda: (n_, x_) for x_ in (n_,)]
        return [f_() for f_ in b_]

    log(g_())


def variables_change_after_capture():
    def f_():
        n_ = 1
        g_ = lambda: n_

        def h_():
            nonlocal n_
            n_ += INT
            return n_

        return g_(), h_(), g_()

    log(f_())


def variables_without_values():
    def f_(x_):
        if x_:
            y_ = 1
        try:
            return y_
        except UnboundLocalError:
            return "none"

    def g_():
        z_ = INT
        del z_
        try:
            return z_
        except UnboundLocalError:
            return "none"

    log(f_(1), f_(0), g_())


def handler_variable_goes():
    def f_():
        try:
            raise ValueError(INT)
        except ValueError as e_:
            log("caught")
        try:
            return e_
        except UnboundLocalError:
            return "gone"

    log(f_())


def walrus_in_a_comprehension():
    log([y_ := x_ + INT for x_ in (1, 2)], y_)


def finally_on_every_way():
    for n_ in range(4):
        try:
            if n_ == 1:
                continue
            if n_ == INT or n_ == 2:
                break
        finally:
            log("finally", n_)
    else:
        log("else")


def finally_after_return():
    def f_(x_):
        try:
            return at(LABEL, x_)
        finally:
            log("finally")

    def g_():
        for n_ in (1, 2):
            try:
                return n_
            finally:
                continue

    log(f_(INT), g_())


def loops_left_early():
    for n_ in (1, INT):
        if n_:
            break
    else:
        log("for")
    while fuel(LABEL, 3):
        if n_:
            break
    else:
        log("while")
    for n_ in (1, 2):
        if n_ == 1:
            continue
        log(n_)
    else:
        log("end")


def managers():
    try:
        with Ctx() as a_, Ctx():
            raise ValueError(INT)
    except ValueError:
        log("out")
    with Ctx(True):
        raise KeyError(INT)
    for n_ in (1, 2):
        with Ctx() as a_:
            if n_:
                break


def handlers_in_turn():
    for kind_ in (KeyError, ValueError, TypeError):
        try:
            try:
                raise kind_(INT)
            except LookupError:
                log("lookup")
            except (ValueError, OverflowError):
                log("value")
            else:
                log("else")
        except Exception as e_:
            caught(e_)


def chains_of_exceptions():
    try:
        try:
            raise KeyError(INT)
        except LookupError:
            raise ValueError
    except ValueError as e_:
        caught(e_)
    try:
        raise TypeError from KeyError(INT)
    except TypeError as e_:
        caught(e_)


def chains_through_finally():
    try:
        try:
            raise KeyError(INT)
        finally:
            raise ValueError
    except ValueError as e_:
        caught(e_)
    try:
        raise TypeError
    except TypeError as e_:
        caught(e_)


def generator_closed():
    def g_():
        try:
            yield INT
            yield 2
        finally:
            log("closed")

    a_ = g_()
    log(next(a_))
    a_.close()
    log(next(a_, None))


def generator_that_stays():
    def g_():
        try:
            yield INT
        except GeneratorExit:
            yield 2

    a_ = keep(g_())
    next(a_)
    try:
        a_.close()
    except RuntimeError:
        log("stays")


def generator_thrown_and_sent_into():
    def g_():
        x_ = yield INT
        try:
            y_ = yield x_
        except KeyError:
            y_ = yield "caught"
        log(y_)

    a_ = g_()
    log(next(a_), a_.send(NOTED), a_.throw(KeyError()), next(a_, "end"))


def delegation():
    def g_():
        try:
            x_ = yield 1
        except KeyError:
            x_ = yield INT
        return x_

    def h_():
        log((yield from g_()))

    a_ = h_()
    log(next(a_), a_.throw(KeyError()), next(a_, "end"))
    a_ = h_()
    log(next(a_))
    try:
        a_.send(NOTED)
    except StopIteration:
        log("end")


def delegation_closed():
    def g_():
        try:
            yield INT
        finally:
            log("inner")

    def h_():
        try:
            yield from a_
        finally:
            log("outer")

    a_ = keep(g_())
    b_ = h_()
    next(b_)
    b_.close()


def stop_iteration_in_a_generator():
    def g_():
        yield next(iter(()))

    try:
        log(list(g_()))
    except RuntimeError as e_:
        caught(e_)


def iterator_at_its_end():
    a_ = [INT]
    b_ = iter(a_)
    for x_ in b_:
        log(x_)
    a_.append(INT)
    for x_ in b_:
        log("again", x_)
    log(next(b_, "end"))


def list_grows_in_its_loop():
    a_ = [1, INT]
    for x_ in a_:
        log(x_)
        if len(a_) < 5:
            a_.append(INT)


def dict_grows_in_its_loop():
    a_ = {1: INT, 2: INT}
    try:
        for k_ in a_:
            a_[k_ + 5] = k_
    except RuntimeError:
        log("changed")


def unpacking_counts():
    a_, *b_ = [1, 2, INT]
    *c_, d_, e_ = (1, 2, 3, INT)
    log(a_, b_, c_, d_, e_)
    for x_ in ([1], (1, INT), [1, 2, 3]):
        try:
            y_, z_ = x_
            log(y_, z_)
        except ValueError:
            log("count")


def indices_at_the_ends():
    a_ = [INT, 2]
    for n_ in (-3, -2, 1, 2):
        try:
            log((1, INT)[n_])
        except IndexError:
            log("index")
        try:
            log(a_[n_])
        except IndexError:
            log("index")
    log("a\U0001f600b"[2], "\U0001f600b"[0], "a\ud800"[-1])


def keys_in_order():
    a_ = {1: INT, 2: INT, 3: 0}
    del a_[1]
    log(list(a_))
    a_[1] = INT
    a_[True] = 5
    log(a_)


def equal_in_another_order():
    a_ = INT
    log({1: a_, 2: 0} == {2: 0, 1: a_}, {1, 2} == {2, 1}, [1, 2] == [2, 1], {1: a_} != {1.0: a_})
