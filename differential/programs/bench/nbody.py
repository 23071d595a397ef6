# Float arithmetic on lists: planets that attract each other.


def make_bodies():
    # position (3), velocity (3), mass
    return [
        [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.47],
        [4.84, -1.16, -0.10, 0.606, 2.81, -0.02, 0.037],
        [8.34, 4.12, -0.40, -1.01, 1.82, 0.008, 0.011],
        [12.89, -15.11, -0.22, 1.08, 0.868, -0.010, 0.0017],
        [15.37, -25.9, 0.179, 0.979, 0.594, -0.034, 0.0020],
    ]


def advance(bodies, pairs, dt):
    for a, b in pairs:
        dx = a[0] - b[0]
        dy = a[1] - b[1]
        dz = a[2] - b[2]
        d2 = dx * dx + dy * dy + dz * dz
        mag = dt / (d2 * d2 ** 0.5)
        am = a[6] * mag
        bm = b[6] * mag
        a[3] -= dx * bm
        a[4] -= dy * bm
        a[5] -= dz * bm
        b[3] += dx * am
        b[4] += dy * am
        b[5] += dz * am
    for body in bodies:
        body[0] += dt * body[3]
        body[1] += dt * body[4]
        body[2] += dt * body[5]


def energy(bodies, pairs):
    e = 0.0
    for x, y, z, vx, vy, vz, m in bodies:
        e += 0.5 * m * (vx * vx + vy * vy + vz * vz)
    for a, b in pairs:
        dx, dy, dz = a[0] - b[0], a[1] - b[1], a[2] - b[2]
        e -= a[6] * b[6] / (dx * dx + dy * dy + dz * dz) ** 0.5
    return e


def main(steps):
    bodies = make_bodies()
    pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1:]]
    print("%.9f" % energy(bodies, pairs))
    for _ in range(steps):
        advance(bodies, pairs, 0.01)
    print("%.9f" % energy(bodies, pairs))


main(110000)
