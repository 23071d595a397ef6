# Big ints: digits of pi, big Fibonacci numbers, factorials, modular powers.


def pi_digits(n):
    digits = []
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    while len(digits) < n:
        if 4 * q + r - t < m * t:
            digits.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = (q * k, (2 * q + r) * x, t * x, k + 1,
                                (q * (7 * k + 2) + r * x) // (t * x), x + 2)
    return "".join(map(str, digits))


def fib(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def fib_fast(n):
    if n == 0:
        return (0, 1)
    a, b = fib_fast(n >> 1)
    c = a * (2 * b - a)
    d = a * a + b * b
    return (d, c + d) if n & 1 else (c, d)


def factorial(n):
    r = 1
    for i in range(2, n + 1):
        r *= i
    return r


def power(base, e, mod):
    r = 1
    while e:
        if e & 1:
            r = r * base % mod
        base = base * base % mod
        e >>= 1
    return r


print(pi_digits(2600)[-20:])
f = fib(60000)
print(f == fib_fast(60000)[0], f % 10**15, f.bit_length())
n = factorial(4000)
print(n % (10**9 + 7), n.bit_length(), (n >> 5000) & 0xFFFFFFFF)
p = 2**521 - 1
print(power(3, p - 1, p), pow(3, p - 2, p) * 3 % p)
x = 1
for i in range(1200000):
    x = (x * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
print(x)
