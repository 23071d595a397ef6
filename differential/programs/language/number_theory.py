"""Number theory with big ints: primality, factoring, RSA, continued fractions, modular square roots, perfect numbers."""
import math
from collections import Counter
from functools import lru_cache, reduce
from itertools import count, islice, takewhile


class Rng:
    def __init__(self, seed):
        self.state = seed

    def __call__(self, lo, hi):
        out, span = 0, hi - lo + 1
        for _ in range(span.bit_length() // 32 + 1):
            self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
            out = out << 32 | self.state >> 32
        return lo + out % span


rng = Rng(2024)


def is_prime(n):
    if n < 2:
        return False
    small = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)
    for p in small:
        if n % p == 0:
            return n == p
    s = ((n - 1) & -(n - 1)).bit_length() - 1
    d = n - 1 >> s
    for a in small:
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def rho(n):
    if n % 2 == 0:
        return 2
    for c in count(1):
        x = y = 2
        d = 1
        while d == 1:
            x = (x * x + c) % n
            y = (y * y + c) % n
            y = (y * y + c) % n
            d = math.gcd(abs(x - y), n)
        if d != n:
            return d


def factor(n):
    if n == 1:
        return Counter()
    if is_prime(n):
        return Counter([n])
    d = rho(n)
    return factor(d) + factor(n // d)


def show(n):
    return " * ".join(f"{p}^{k}" if k > 1 else str(p) for p, k in sorted(factor(n).items()))


print([n for n in range(60) if is_prime(n)], [p for p in range(2, 140) if is_prime(p) and is_prime(2**p - 1)])
for n in (360, 1001, 2**32 + 1, 10**12 + 39, 1234567891011, 2**61 - 1, math.factorial(20), 600851475143 * 10007):
    print(n, "=", show(n))


def egcd(a, b):
    if b == 0:
        return a, 1, 0
    g, x, y = egcd(b, a % b)
    return g, y, x - a // b * y


def crt(pairs):
    def join(p, q):
        (a, m), (b, n) = p, q
        g, u, _ = egcd(m, n)
        if (b - a) % g:
            raise ValueError(f"{a} mod {m} and {b} mod {n} exclude each other")
        l = m // g * n
        return (a + m * ((b - a) // g * u % (n // g))) % l, l
    return reduce(join, pairs)


print(egcd(240, 46), pow(17, -1, 3120), crt([(2, 3), (3, 5), (2, 7)]), crt([(5, 6), (11, 15)]), math.lcm(*range(1, 21)))
try:
    crt([(1, 4), (2, 6)])
except ValueError as e:
    print(e)


def prime(bits):
    while True:
        n = rng(1 << bits - 1, (1 << bits) - 1) | 1
        if is_prime(n):
            return n


class RSA:
    def __init__(self, bits, e=65537):
        while True:
            p, q = prime(bits // 2), prime(bits // 2)
            phi = (p - 1) * (q - 1)
            if p != q and math.gcd(e, phi) == 1:
                break
        self.n, self.e, self._d, self.size = p * q, e, pow(e, -1, phi), bits // 8

    def encrypt(self, text):
        data = text.encode()
        step = self.size - 2
        return [pow(int.from_bytes(b"\x01" + data[i:i + step], "big"), self.e, self.n) for i in range(0, len(data), step)]

    def decrypt(self, blocks):
        out = b""
        for b in blocks:
            m = pow(b, self._d, self.n)
            out += m.to_bytes((m.bit_length() + 7) // 8, "big")[1:]
        return out.decode()


key = RSA(256)
secret = "Der Schlüssel liegt unter der Matte, €5 auch. " * 2
blocks = key.encrypt(secret)
print(key.n.bit_length() in (255, 256), len(blocks), key.decrypt(blocks) == secret, all(b < key.n for b in blocks), pow(pow(42, key.e, key.n), key._d, key.n))


def sqrt_mod(a, p):
    if pow(a, (p - 1) // 2, p) != 1:
        return None
    q, s = p - 1, 0
    while q % 2 == 0:
        q, s = q // 2, s + 1
    z = next(z for z in count(2) if pow(z, (p - 1) // 2, p) == p - 1)
    m, c, t, r = s, pow(z, q, p), pow(a, q, p), pow(a, (q + 1) // 2, p)
    while t != 1:
        i = next(i for i, _ in enumerate(iter(lambda: None, 0)) if pow(t, 2**i, p) == 1)
        b = pow(c, 2 ** (m - i - 1), p)
        m, c = i, b * b % p
        t, r = t * c % p, r * b % p
    return min(r, p - r)


print([(a, sqrt_mod(a, 41)) for a in (2, 3, 5, 8, 40)], sqrt_mod(10, 10**9 + 7), (r := sqrt_mod(5, 2**61 - 1)) and r * r % (2**61 - 1))


def continued(x, y=1):
    while y:
        q, r = divmod(x, y)
        yield q
        x, y = y, r


def sqrt_continued(n):
    a0 = math.isqrt(n)
    m, d, a = 0, 1, a0
    yield a
    while a != 2 * a0:
        m = d * a - m
        d = (n - m * m) // d
        a = (a0 + m) // d
        yield a


def convergents(terms):
    h, k, h1, k1 = 1, 0, 0, 1
    for a in terms:
        h, k, h1, k1 = a * h + h1, a * k + k1, h, k
        yield h, k


def pell(n):
    first, *period = sqrt_continued(n)

    def forever():
        yield first
        while True:
            yield from period
    return next((x, y) for x, y in convergents(forever()) if x * x - n * y * y == 1)


print(list(continued(415, 93)), list(sqrt_continued(23)), list(convergents(continued(355, 113))), [pell(n) for n in (2, 7, 13, 61)], pell(109))


def divisors(n):
    ds = [1]
    for p, k in factor(n).items():
        ds = [d * p**i for d in ds for i in range(k + 1)]
    return sorted(ds)


sigma = lambda n: sum(divisors(n))
phi = lambda n: reduce(lambda acc, p: acc // p * (p - 1), factor(n), n)
print(divisors(360), [n for n in range(2, 9000) if sigma(n) == 2 * n], [(a, b) for a in range(2, 1300) if (b := sigma(a) - a) > a and sigma(b) - b == a], [phi(n) for n in range(1, 16)], phi(10**15 + 37))


@lru_cache(None)
def collatz(n):
    return 1 if n == 1 else 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)


def pi_spigot():
    q, r, t, i = 1, 180, 60, 2
    while True:
        u, y = 3 * (3 * i + 1) * (3 * i + 2), (q * (27 * i - 12) + 5 * r) // (5 * t)
        yield y
        q, r, t, i = 10 * q * i * (2 * i - 1), 10 * u * (q * (5 * i - 2) + r - y * t), t * u, i + 1


e = sum(10**110 // math.factorial(n) for n in range(80)) // 10**10
print(max(range(1, 3000), key=collatz), "".join(map(str, islice(pi_spigot(), 60))), str(e)[:60], math.isqrt(2 * 10**100), sum(map(int, str(2**1000))))
print(hex(3**100), bin(10**9)[-12:], (1 << 200) - 1 & 0xDEADBEEF << 100, -(7**50) // 3**40, -(7**50) % 3**40, divmod(-10**30, 10**9 + 7), 12345678901234567890 ^ -98765432109876543210, ~10**20, 10**25 >> 40, -10**25 >> 40)
euler = [n * n + n + 41 for n in range(60)]
print(list(takewhile(is_prime, euler))[-1], [n for n, v in enumerate(euler) if not is_prime(v)])
