"""A Lisp: reader, macros, closures, tail calls by trampoline, proper errors."""
import operator
from functools import reduce


class Symbol(str):
    def __repr__(self):
        return str(self)


class LispError(Exception):
    pass


class Env(dict):
    def __init__(self, params=(), args=(), outer=None):
        self.outer = outer
        if isinstance(params, Symbol):
            self[params] = list(args)
            return
        params, args = list(params), list(args)
        if "." in params:
            i = params.index(".")
            self[params[i + 1]] = args[i:]
            params, args = params[:i], args[:i]
        if len(params) != len(args):
            raise LispError(f"expected {len(params)} arguments, got {len(args)}")
        self.update(zip(params, args))

    def __missing__(self, key):
        if self.outer is None:
            raise LispError(f"unbound: {key}")
        return self.outer[key]

    def find(self, key):
        return self if key in self else self.outer.find(key) if self.outer is not None else self[key]


class Lambda:
    macro = False

    def __init__(self, params, body, env):
        self.params, self.body, self.env = params, body, env

    def __call__(self, *args):
        return evaluate(self.body, Env(self.params, args, self.env))


def tokenize(src):
    return src.replace("(", " ( ").replace(")", " ) ").replace("'", " ' ").split()


def read(tokens):
    if not tokens:
        raise LispError("unexpected end")
    t = tokens.pop(0)
    if t == "(":
        out = []
        while tokens and tokens[0] != ")":
            out.append(read(tokens))
        if not tokens:
            raise LispError("missing )")
        tokens.pop(0)
        return out
    if t == ")":
        raise LispError("unexpected )")
    if t == "'":
        return [Symbol("quote"), read(tokens)]
    for kind in (int, float):
        try:
            return kind(t)
        except ValueError:
            continue
    return {"#t": True, "#f": False}.get(t, Symbol(t))


def show(x):
    if x is True or x is False:
        return "#t" if x else "#f"
    if isinstance(x, list):
        return "(" + " ".join(map(show, x)) + ")"
    return "<procedure>" if callable(x) else "nil" if x is None else str(x)


SPECIAL = {}


def special(f):
    SPECIAL[f.__name__.strip("_")] = f
    return f


@special
def quote(env, x):
    return x


@special
def define(env, name, *body):
    if isinstance(name, list):
        name, *params = name
        env[name] = Lambda(params, [Symbol("begin"), *body], env)
    else:
        env[name] = evaluate(body[0], env)


@special
def lambda_(env, params, *body):
    return Lambda(params, [Symbol("begin"), *body], env)


@special
def macro(env, name, params, body):
    m = env[name] = Lambda(params, body, env)
    m.macro = True


@special
def set(env, name, value):
    env.find(name)[name] = evaluate(value, env)


@special
def let(env, pairs, *body):
    names, values = zip(*pairs) if pairs else ((), ())
    return evaluate([Symbol("begin"), *body], Env(names, [evaluate(v, env) for v in values], env))


@special
def and_(env, *xs):
    v = True
    for x in xs:
        if (v := evaluate(x, env)) is False:
            break
    return v


def evaluate(x, env):
    while True:
        if isinstance(x, Symbol):
            return env[x]
        if not isinstance(x, list):
            return x
        if not x:
            raise LispError("empty call")
        head, *rest = x
        if isinstance(head, Symbol):
            if head == "if":
                test, then, *other = rest
                x = then if evaluate(test, env) is not False else other[0] if other else None
                continue
            if head == "begin":
                for e in rest[:-1]:
                    evaluate(e, env)
                x = rest[-1] if rest else None
                continue
            if head in SPECIAL:
                try:
                    return SPECIAL[head](env, *rest)
                except TypeError as e:
                    raise LispError(f"bad {head} form") from e
        f = evaluate(head, env)
        if getattr(f, "macro", False):
            x = f(*rest)
            continue
        args = [evaluate(a, env) for a in rest]
        if isinstance(f, Lambda):
            x, env = f.body, Env(f.params, args, f.env)
            continue
        if not callable(f):
            raise LispError(f"not a procedure: {show(f)}")
        try:
            return f(*args)
        except (TypeError, IndexError, ZeroDivisionError) as e:
            raise LispError(f"in {show(head)}: {type(e).__name__}") from e


GLOBAL = Env()
GLOBAL.update({Symbol(k): v for k, v in {
    "+": lambda *a: sum(a), "*": lambda *a: reduce(operator.mul, a, 1), "-": lambda a, *b: reduce(operator.sub, b, a) if b else -a, "/": operator.truediv, "quotient": operator.floordiv, "remainder": operator.mod,
    "<": operator.lt, "=": operator.eq, "not": lambda x: x is False, "car": lambda l: l[0], "cdr": lambda l: l[1:], "cons": lambda a, l: [a] + l, "list": lambda *a: list(a), "null?": lambda l: l == [],
    "pair?": lambda x: isinstance(x, list) and x != [], "apply": lambda f, l: f(*l), "append": lambda *ls: reduce(operator.add, ls, []), "print": lambda *a: print("  out:", *map(show, a)),
    "map": lambda f, *ls: [f(*t) for t in zip(*ls)]}.items()})


def run(src):
    tokens = tokenize(src)
    while tokens:
        try:
            r = evaluate(read(tokens), GLOBAL)
            if r is not None:
                print(show(r))
        except LispError as e:
            print("error:", e, "<-", repr(e.__cause__)[:14])
            if str(e).startswith(("unexpected", "missing")):
                break


run("""
(+ 1 2 (* 3 4)) (- 5) (- 10 1 2) (/ 1 4) '(a (b 1.5) #t) (if (< 1 2) 'yes 'no) (if #f 1)
(define x 10) (set x (+ x 1)) x (let ((a 1) (b x)) (+ a b)) (let () 5)
(define (fact n) (if (= n 0) 1 (* n (fact (- n 1))))) (fact 20) (fact 30)
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n)))) (loop 20000 0)
(define (compose . fs) (if (null? fs) (lambda (x) x) (lambda (x) ((car fs) ((apply compose (cdr fs)) x)))))
((compose (lambda (x) (* x 2)) (lambda (x) (+ x 1))) 5)
(define (counter) (let ((n 0)) (lambda () (set n (+ n 1)) n)))
(define c1 (counter)) (define c2 (counter)) (c1) (c1) (c2) (list (c1) (c2))
(macro unless (test body) (list 'if test #f body)) (unless #f (+ 1 1)) (unless #t (car '()))
(macro swap (a b) (list 'let (list (list 'tmp a)) (list 'set a b) (list 'set b 'tmp)))
(define p 1) (define q 2) (swap p q) (list p q)
(define (filter f l) (if (null? l) '() (if (f (car l)) (cons (car l) (filter f (cdr l))) (filter f (cdr l)))))
(define (sort l) (if (null? l) '() (append (sort (filter (lambda (x) (< x (car l))) (cdr l))) (list (car l)) (sort (filter (lambda (x) (not (< x (car l)))) (cdr l))))))
(sort '(3 1 4 1 5 9 2 6 5 3 5)) (map + '(1 2 3) '(10 20 30)) (map fact '(1 2 3)) (and 1 2) (and 1 #f (car '())) (and)
(define (hanoi n a b c) (if (= n 0) '() (append (hanoi (- n 1) a c b) (list (list a c)) (hanoi (- n 1) b a c)))) (hanoi 2 'l 'm 'r)
(define (flatten x) (if (pair? x) (append (flatten (car x)) (flatten (cdr x))) (if (null? x) '() (list x)))) (flatten '(1 (2 (3 () 4)) 5))
(print 'hello 1 '(2)) ((lambda args args) 1 2) car ((lambda (a . rest) rest) 1 2 3)
(undefined 1) (1 2) (car '()) (/ 1 0) ((lambda (a) a)) (set nope 1) () (quote) (fact)
""")
run("(+ 1 (2")
run(") 5")
print(sorted(SPECIAL), isinstance(Symbol("a"), str), repr(Symbol("a")))
