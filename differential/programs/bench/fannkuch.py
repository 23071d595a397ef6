# Lists and slices of small ints: flip pancakes over all permutations.


def permutations(n):
    """All permutations of range(n), each one swap away from the last; with the sign."""
    p = list(range(n))
    count = [0] * n
    sign = 1
    yield p, sign
    i = 1
    while i < n:
        if count[i] < i:
            j = count[i] if i & 1 else 0
            p[i], p[j] = p[j], p[i]
            sign = -sign
            yield p, sign
            count[i] += 1
            i = 1
        else:
            count[i] = 0
            i += 1


def fannkuch(n):
    best = checksum = seen = 0
    for p, sign in permutations(n):
        seen += 1
        first = p[0]
        if first:
            q = p[:]
            flips = 0
            while first:
                q[:first + 1] = q[first::-1]
                flips += 1
                first = q[0]
            if flips > best:
                best = flips
            checksum += sign * flips
    return seen, checksum, best


for n in range(4, 10):
    print(n, *fannkuch(n))
