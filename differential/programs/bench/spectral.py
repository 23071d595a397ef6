# Floats, generator expressions and nested loops: spectral norm and a mandelbrot picture.


def a(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v, transposed):
    n = len(v)
    out = []
    for i in range(n):
        s = 0.0
        if transposed:
            for j in range(n):
                s += a(j, i) * v[j]
        else:
            for j in range(n):
                s += a(i, j) * v[j]
        out.append(s)
    return out


def spectral_norm(n, rounds):
    u = [1.0] * n
    for _ in range(rounds):
        v = times(times(u, False), True)
        u = times(times(v, False), True)
    vbv = sum(x * y for x, y in zip(u, v))
    vv = sum(x * x for x in v)
    return (vbv / vv) ** 0.5


def mandelbrot(width, height, limit):
    rows = []
    for y in range(height):
        ci = 2.0 * y / height - 1.0
        row = []
        for x in range(width):
            cr = 3.0 * x / width - 2.0
            zr = zi = 0.0
            n = 0
            while n < limit and zr * zr + zi * zi < 4.0:
                zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
                n += 1
            row.append(" .:-=+*#%@"[n * 9 // limit])
        rows.append("".join(row))
    return rows


print("%.9f" % spectral_norm(300, 6))
for row in mandelbrot(60, 22, 60)[::3]:
    print(row.rstrip())
picture = mandelbrot(240, 120, 120)
print(sum(row.count("@") for row in picture))
print(sum(abs((c := complex(x / 50, y / 50)) * c + c) < 1 for x in range(-100, 100) for y in range(-100, 100)))
