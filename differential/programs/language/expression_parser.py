"""A recursive-descent parser for arithmetic, with an evaluator, a printer and symbolic derivatives."""
import math
from functools import reduce


class ParseError(Exception):
    def __init__(self, message, pos):
        super().__init__(f"{message} at {pos}")
        self.pos = pos


class Node:
    precedence = 9

    def __init_subclass__(cls, symbol=None, precedence=9, **kw):
        super().__init_subclass__(**kw)
        cls.precedence = precedence
        if symbol:
            Binary.table[symbol] = cls
            cls.symbol = symbol

    def __add__(self, other):
        return Add(self, other)

    def __sub__(self, other):
        return Sub(self, other)

    def __mul__(self, other):
        return Mul(self, other)

    def __truediv__(self, other):
        return Div(self, other)

    def __pow__(self, other):
        return Pow(self, other)

    def show(self, outer=0):
        s = str(self)
        return f"({s})" if self.precedence < outer else s


class Num(Node):
    def __init__(self, value):
        self.value = value

    def __str__(self):
        return f"{self.value:g}"

    def eval(self, env):
        return self.value

    def diff(self, var):
        return Num(0)

    def simplify(self):
        return self


class Var(Node):
    def __init__(self, name):
        self.name = name

    def __str__(self):
        return self.name

    def eval(self, env):
        try:
            return env[self.name]
        except KeyError as e:
            raise NameError(f"unbound variable {self.name}") from e

    def diff(self, var):
        return Num(int(var == self.name))

    def simplify(self):
        return self


class Call(Node):
    functions = {"sin": math.sin, "sqrt": math.sqrt, "max": max, "sum": lambda *a: sum(a)}

    def __init__(self, name, args):
        self.name, self.args = name, args

    def __str__(self):
        return f"{self.name}({', '.join(map(str, self.args))})"

    def eval(self, env):
        return self.functions[self.name](*[a.eval(env) for a in self.args])

    def simplify(self):
        return Call(self.name, [a.simplify() for a in self.args])


class Binary(Node):
    table = {}

    def __init__(self, left, right):
        self.left, self.right = left, right

    def __str__(self):
        p = self.precedence
        return f"{self.left.show(p)} {self.symbol} {self.right.show(p + 1)}"

    def eval(self, env):
        return self.apply(self.left.eval(env), self.right.eval(env))

    def simplify(self):
        l, r = self.left.simplify(), self.right.simplify()
        if isinstance(l, Num) and isinstance(r, Num):
            return Num(self.apply(l.value, r.value))
        return self.reduce(l, r) or type(self)(l, r)

    def reduce(self, l, r):
        return None


def is_num(node, value):
    return isinstance(node, Num) and node.value == value


class Add(Binary, symbol="+", precedence=1):
    apply = staticmethod(lambda a, b: a + b)

    def diff(self, v):
        return self.left.diff(v) + self.right.diff(v)

    def reduce(self, l, r):
        return r if is_num(l, 0) else l if is_num(r, 0) else None


class Sub(Binary, symbol="-", precedence=1):
    apply = staticmethod(lambda a, b: a - b)

    def diff(self, v):
        return self.left.diff(v) - self.right.diff(v)


class Mul(Binary, symbol="*", precedence=2):
    apply = staticmethod(lambda a, b: a * b)

    def diff(self, v):
        return self.left.diff(v) * self.right + self.left * self.right.diff(v)

    def reduce(self, l, r):
        if is_num(l, 0) or is_num(r, 0):
            return Num(0)
        return r if is_num(l, 1) else l if is_num(r, 1) else None


class Div(Binary, symbol="/", precedence=2):
    apply = staticmethod(lambda a, b: a / b)


class Pow(Binary, symbol="^", precedence=3):
    apply = staticmethod(pow)

    def diff(self, v):
        n = self.right.value
        return Num(n) * self.left ** Num(n - 1) * self.left.diff(v)

    def reduce(self, l, r):
        return l if is_num(r, 1) else None


class Parser:
    def __init__(self, text):
        self.text, self.pos = text, 0

    def skip(self):
        while self.pos < len(self.text) and self.text[self.pos] == " ":
            self.pos += 1

    def accept(self, chars):
        self.skip()
        if self.pos < len(self.text) and (c := self.text[self.pos]) in chars:
            self.pos += 1
            return c
        return ""

    def expect(self, c):
        if not self.accept(c):
            raise ParseError(f"expected {c!r}", self.pos)

    def parse(self):
        node = self.level(1)
        self.skip()
        if self.pos < len(self.text):
            raise ParseError(f"unexpected {self.text[self.pos]!r}", self.pos)
        return node

    def level(self, p):
        if p == 4:
            return self.atom()
        left = self.level(p + 1)
        ops = "".join(s for s, c in Binary.table.items() if c.precedence == p)
        while op := self.accept(ops):
            right = self.level(p if op == "^" else p + 1)
            left = Binary.table[op](left, right)
        return left

    def atom(self):
        if self.accept("("):
            node = self.level(1)
            self.expect(")")
            return node
        if self.accept("-"):
            return Num(0) - self.atom()
        start = self.pos
        while self.pos < len(self.text) and (self.text[self.pos].isalnum() or self.text[self.pos] == "."):
            self.pos += 1
        word = self.text[start:self.pos]
        if not word:
            raise ParseError("expected an operand", self.pos)
        if word[0].isdigit():
            try:
                return Num(float(word) if "." in word else int(word))
            except ValueError:
                raise ParseError(f"bad number {word}", start) from None
        if self.accept("("):
            args = [self.level(1)]
            while self.accept(","):
                args.append(self.level(1))
            self.expect(")")
            return Call(word, args)
        return Var(word)


env = {"x": 3, "y": 0.5}
for src in ("1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "x ^ 2 - 4 * x + 1", "-x * (y - 1)", "10 - 4 - 3", "sqrt(x * 12) / y",
            "max(1, x, sum(y, y, 2))", "1 +", "2 * (3", "1.2.3", "a + 1", "x $ 2", "10 / (x - 3)", "nope(1)"):
    try:
        node = Parser(src).parse()
        print(f"{src!s:>24} | {node} = {node.eval(env)}")
    except ParseError as e:
        print(f"{src:>24} | {e} {'^':>{e.pos + 1}} cause={e.__cause__}")
    except NameError as e:
        print(f"{src:>24} | {e} <- {e.__cause__!r}")
    except Exception as e:
        print(f"{src:>24} | {type(e).__name__}: {e}")
for src in ("x ^ 3 + 2 * x", "(x + 1) * (x - 1)", "3 * x ^ 2 * y"):
    d = Parser(src).parse().diff("x")
    print(src, "=>", d, "=>", d.simplify())
print(reduce(lambda a, b: a * b, [Var("x"), Num(2), Var("y")]), sorted(Binary.table))
