# Nested lists: multiply matrices of ints and of floats.


def make(n, seed, kind):
    rows = []
    x = seed
    for _ in range(n):
        row = []
        for _ in range(n):
            x = (x * 1103515245 + 12345) % 2147483648
            row.append(kind(x % 1000))
        rows.append(row)
    return rows


def multiply(a, b):
    n, m, p = len(a), len(b), len(b[0])
    out = [[0] * p for _ in range(n)]
    for i in range(n):
        row = a[i]
        target = out[i]
        for j in range(p):
            s = 0
            for k in range(m):
                s += row[k] * b[k][j]
            target[j] = s
    return out


def multiply_by_columns(a, b):
    columns = list(zip(*b))
    return [[sum([x * y for x, y in zip(row, col)]) for col in columns] for row in a]


def trace(m):
    return sum(m[i][i] for i in range(len(m)))


n = 150
a, b = make(n, 1, int), make(n, 2, int)
c = multiply(a, b)
print(trace(c), c[0][0], c[-1][-1], c == multiply_by_columns(a, b))
f, g = make(n, 3, float), make(n, 4, float)
print(trace(multiply(f, g)))
