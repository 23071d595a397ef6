# Closures: counters, composition, memo tables and parser combinators.


def counter(start):
    n = start

    def up(by=1):
        nonlocal n
        n += by
        return n

    def reset():
        nonlocal n
        n = start

    return up, reset


def compose(*fs):
    def composed(x):
        for f in fs:
            x = f(x)
        return x

    return composed


def adder(k):
    return lambda x: (x + k) % 10007


def memo(f):
    cache = {}

    def wrapper(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]

    return wrapper


def char(c):
    return lambda s, i: i + 1 if i < len(s) and s[i] == c else -1


def seq(*ps):
    def parse(s, i):
        for p in ps:
            i = p(s, i)
            if i < 0:
                return -1
        return i

    return parse


def alt(*ps):
    def parse(s, i):
        for p in ps:
            j = p(s, i)
            if j >= 0:
                return j
        return -1

    return parse


def many(p):
    def parse(s, i):
        while True:
            j = p(s, i)
            if j < 0:
                return i
            i = j

    return parse


up, reset = counter(5)
total = 0
for i in range(700000):
    total += up(i & 3)
    if i % 1000 == 0:
        reset()
print(total)

f = compose(*[adder(k) for k in range(20)])
x = 1
for _ in range(120000):
    x = f(x)
print(x)

fs = [(lambda i: lambda y: y ^ i)(i) for i in range(50)]
y = 0
for _ in range(14000):
    for g in fs:
        y = g(y) + 1
print(y)


def nested(s, i):
    return many(seq(char("("), nested, char(")")))(s, i)


balanced = nested
letters = many(alt(char("a"), char("b"), seq(char("c"), char("d"))))
text = "abcd" * 60000
print(letters(text, 0), balanced("(()(()))" * 4000, 0))
collatz = memo(lambda n: 1 if n == 1 else 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1))
print(max(range(1, 60000), key=collatz))
