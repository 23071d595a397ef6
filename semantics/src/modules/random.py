"""Random numbers by the Mersenne Twister."""

__all__ = [
    'Random', 'betavariate', 'choice', 'choices', 'expovariate', 'gammavariate', 'gauss',
    'getrandbits', 'getstate', 'lognormvariate', 'normalvariate', 'paretovariate', 'randbytes', 'randint', 'random',
    'randrange', 'sample', 'seed', 'setstate', 'shuffle', 'triangular', 'uniform', 'weibullvariate',
]

import time as _time
from bisect import bisect as _bisect
from math import ceil as _ceil, cos as _cos, e as _e, exp as _exp, floor as _floor, log as _log, sin as _sin
from math import sqrt as _sqrt, tau as TWOPI
from operator import index as _index

NV_MAGICCONST = 4 * _exp(-0.5) / _sqrt(2.0)
LOG4 = _log(4.0)
SG_MAGICCONST = 1.0 + _log(4.5)

# The twister's state has N words of 32 bits. Each new word is made of three old ones.
_N = 624
_M = 397
_LOW32 = 0xFFFFFFFF


def _first_state(seed):
    """The state that one word of seed stands for."""
    state = [seed]
    for place in range(1, _N):
        last = state[-1]
        state.append((1812433253 * (last ^ (last >> 30)) + place) & _LOW32)
    return state


def _state_from(key):
    """The state that a list of words stands for."""
    state = _first_state(19650218)
    i, j = 1, 0
    for _ in range(max(_N, len(key))):
        last = state[i - 1]
        state[i] = ((state[i] ^ ((last ^ (last >> 30)) * 1664525)) + key[j] + j) & _LOW32
        i += 1
        j += 1
        if i >= _N:
            state[0] = state[_N - 1]
            i = 1
        if j >= len(key):
            j = 0
    for _ in range(_N - 1):
        last = state[i - 1]
        state[i] = ((state[i] ^ ((last ^ (last >> 30)) * 1566083941)) - i) & _LOW32
        i += 1
        if i >= _N:
            state[0] = state[_N - 1]
            i = 1
    state[0] = 0x80000000
    return state


def _renew(state):
    """Replace all words of the state by new ones."""
    for i in range(_N):
        word = (state[i] & 0x80000000) | (state[i + 1 - _N] & 0x7FFFFFFF)
        new = state[i + _M - _N] ^ (word >> 1)
        if word & 1:
            new ^= 0x9908B0DF
        state[i] = new


class Random:
    """A generator of random numbers."""

    VERSION = 3

    def __init__(self, x=None):
        self.gauss_next = None
        self.seed(x)

    def seed(self, a=None, version=2):
        """Begin again; the same seed gives the same numbers."""
        if a is None:
            a = _time.time_ns()
        elif isinstance(a, (str, bytes, bytearray)):
            raise NotImplementedError('seed() from text needs SHA-512, which is not available here')
        elif isinstance(a, float):
            a = hash(a)
            if a < 0:
                a += 1 << 64
        elif not isinstance(a, int):
            raise TypeError('The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.')
        number = abs(a)
        words = []
        while number:
            words.append(number & _LOW32)
            number >>= 32
        self._state = _state_from(words or [0])
        self._place = _N
        self.gauss_next = None

    def getstate(self):
        """All that determines the numbers to come."""
        return self.VERSION, (*self._state, self._place), self.gauss_next

    def setstate(self, state):
        """Go back to a state that `getstate` gave."""
        version, words, self.gauss_next = state
        if version != self.VERSION:
            raise ValueError(
                f'state with version {version} passed to Random.setstate() of version {self.VERSION}')
        self._state = [*words[:-1]]
        self._place = words[-1]

    def _word(self):
        """The next 32 bits."""
        if self._place >= _N:
            _renew(self._state)
            self._place = 0
        word = self._state[self._place]
        self._place += 1
        word ^= word >> 11
        word ^= (word << 7) & 0x9D2C5680
        word ^= (word << 15) & 0xEFC60000
        return word ^ (word >> 18)

    def random(self):
        """A float from 0.0 up to but not including 1.0."""
        high, low = self._word() >> 5, self._word() >> 6
        return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0)

    def getrandbits(self, k, /):
        """An int of k random bits."""
        k = _index(k)
        if k < 0:
            raise ValueError('number of bits must be non-negative')
        if 0 < k <= 32:
            return self._word() >> (32 - k)
        result = shift = 0
        while k > 0:
            word = self._word()
            if k < 32:
                word >>= 32 - k
            result |= word << shift
            shift += 32
            k -= 32
        return result

    def randbytes(self, n):
        """n random bytes."""
        return self.getrandbits(n * 8).to_bytes(n, 'little')

    def _randbelow(self, n):
        """An int from 0 up to but not including n."""
        bits = n.bit_length()
        result = self.getrandbits(bits)
        while result >= n:
            result = self.getrandbits(bits)
        return result

    # ---- Ints and items ----

    def randrange(self, start, stop=None, step=1):
        """A member of range(start, stop, step)."""
        start = _index(start)
        if stop is None:
            if step != 1:
                raise TypeError('Missing a non-None stop argument')
            if start > 0:
                return self._randbelow(start)
            raise ValueError('empty range for randrange()')
        stop = _index(stop)
        width = stop - start
        step = _index(step)
        if step == 1:
            if width > 0:
                return start + self._randbelow(width)
            raise ValueError(f'empty range in randrange({start}, {stop})')
        if step == 0:
            raise ValueError('zero step for randrange()')
        count = (width + step - 1) // step if step > 0 else (width + step + 1) // step
        if count <= 0:
            raise ValueError(f'empty range in randrange({start}, {stop}, {step})')
        return start + step * self._randbelow(count)

    def randint(self, a, b):
        """An int from a up to and including b."""
        return self.randrange(a, b + 1)

    def choice(self, seq):
        """An item of a sequence that is not empty."""
        if not len(seq):
            raise IndexError('Cannot choose from an empty sequence')
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        """Bring a list into a random order."""
        for i in reversed(range(1, len(x))):
            j = self._randbelow(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        """k items at different places of a sequence."""
        if not hasattr(population, '__getitem__') or isinstance(population, dict):
            raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')
        n = len(population)
        if counts is not None:
            totals = _running_totals(counts)
            if len(totals) != n:
                raise ValueError('The number of counts does not match the population')
            total = totals.pop() if totals else 0
            if not isinstance(total, int):
                raise TypeError('Counts must be integers')
            if total < 0:
                raise ValueError('Counts must be non-negative')
            return [population[_bisect(totals, place)] for place in self.sample(range(total), k=k)]
        if not 0 <= k <= n:
            raise ValueError('Sample larger than population or is negative')
        # Which way is taken decides which random numbers are used: a set of the places, if it is smaller than a list.
        size_of_set = 21
        if k > 5:
            size_of_set += 4 ** _ceil(_log(k * 3) / _log(4))
        result = [None] * k
        if n <= size_of_set:
            pool = list(population)
            for i in range(k):
                j = self._randbelow(n - i)
                result[i] = pool[j]
                pool[j] = pool[n - i - 1]
        else:
            taken = set()
            for i in range(k):
                j = self._randbelow(n)
                while j in taken:
                    j = self._randbelow(n)
                taken.add(j)
                result[i] = population[j]
        return result

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """k items, each chosen anew, according to their weights."""
        n = len(population)
        if cum_weights is None:
            if weights is None:
                return [population[_floor(self.random() * (n + 0.0))] for _ in range(k)]
            try:
                cum_weights = _running_totals(weights)
            except TypeError:
                if not isinstance(weights, int):
                    raise
                raise TypeError(
                    f'The number of choices must be a keyword argument: k={weights}') from None
        elif weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')
        if len(cum_weights) != n:
            raise ValueError('The number of weights does not match the population')
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError('Total of weights must be greater than zero')
        if total - total != 0.0:
            raise ValueError('Total of weights must be finite')
        return [population[_bisect(cum_weights, self.random() * total, 0, n - 1)] for _ in range(k)]

    # ---- Floats ----

    def uniform(self, a, b):
        """A float between a and b."""
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        """A float between low and high, most often near mode."""
        u = self.random()
        try:
            c = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if u > c:
            u, c = 1.0 - u, 1.0 - c
            low, high = high, low
        return low + (high - low) * _sqrt(u * c)

    def normalvariate(self, mu=0.0, sigma=1.0):
        """A float of the normal distribution."""
        while True:
            u1 = self.random()
            u2 = 1.0 - self.random()
            z = NV_MAGICCONST * (u1 - 0.5) / u2
            if z * z / 4.0 <= -_log(u2):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        """The same, faster: two numbers are made at once, and one is kept for the next call."""
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * TWOPI
            radius = _sqrt(-2.0 * _log(1.0 - self.random()))
            z = _cos(angle) * radius
            self.gauss_next = _sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        """A float whose logarithm has the normal distribution."""
        return _exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        """A float of the exponential distribution."""
        return -_log(1.0 - self.random()) / lambd

    def paretovariate(self, alpha):
        """A float of the Pareto distribution."""
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        """A float of the Weibull distribution."""
        return alpha * (-_log(1.0 - self.random())) ** (1.0 / beta)

    def gammavariate(self, alpha, beta):
        """A float of the gamma distribution."""
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        if alpha == 1.0:
            return -_log(1.0 - self.random()) * beta
        if alpha > 1.0:
            root = _sqrt(2.0 * alpha - 1.0)
            b = alpha - LOG4
            c = alpha + root
            while True:
                u1 = self.random()
                if not 1e-7 < u1 < 0.9999999:
                    continue
                u2 = 1.0 - self.random()
                v = _log(u1 / (1.0 - u1)) / root
                x = alpha * _exp(v)
                z = u1 * u1 * u2
                r = b + c * v - x
                if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= _log(z):
                    return x * beta
        while True:
            b = (_e + alpha) / _e
            p = b * self.random()
            x = p ** (1.0 / alpha) if p <= 1.0 else -_log((b - p) / alpha)
            u = self.random()
            if p > 1.0:
                if u <= x ** (alpha - 1.0):
                    return x * beta
            elif u <= _exp(-x):
                return x * beta

    def betavariate(self, alpha, beta):
        """A float of the beta distribution."""
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0


def _running_totals(numbers):
    totals = []
    for number in numbers:
        totals.append(totals[-1] + number if totals else number)
    return totals


_generator = Random()
seed = _generator.seed
getstate = _generator.getstate
setstate = _generator.setstate
random = _generator.random
getrandbits = _generator.getrandbits
randbytes = _generator.randbytes
randrange = _generator.randrange
randint = _generator.randint
choice = _generator.choice
choices = _generator.choices
shuffle = _generator.shuffle
sample = _generator.sample
uniform = _generator.uniform
triangular = _generator.triangular
normalvariate = _generator.normalvariate
gauss = _generator.gauss
lognormvariate = _generator.lognormvariate
expovariate = _generator.expovariate
paretovariate = _generator.paretovariate
weibullvariate = _generator.weibullvariate
gammavariate = _generator.gammavariate
betavariate = _generator.betavariate
