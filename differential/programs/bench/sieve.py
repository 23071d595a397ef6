# Lists of booleans and slices: primes by the sieve, and by trial division.


def sieve(limit):
    flags = [True] * (limit + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= limit:
        if flags[i]:
            j = i * i
            while j <= limit:
                flags[j] = False
                j += i
        i += 1
    return [i for i, f in enumerate(flags) if f]


def trial(limit):
    primes = []
    for n in range(2, limit):
        for p in primes:
            if p * p > n:
                primes.append(n)
                break
            if n % p == 0:
                break
        else:
            primes.append(n)
    return primes


big = sieve(4_000_000)
small = trial(120_000)
print(len(big), big[-1], sum(big) % 1_000_007)
print(len(small), small[-1], big[:len(small)] == small)
