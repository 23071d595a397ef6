"""Sets of complex numbers as grids: Conway's life, Langton's ant, spirals, flood fill, turtle drawing."""
from collections import Counter
from itertools import count, islice, product, takewhile


class Life:
    neighbours = [complex(x, y) for x, y in product((-1, 0, 1), repeat=2) if x or y]

    def __init__(self, picture):
        self.cells = picture if isinstance(picture, frozenset) else frozenset(
            complex(x, y) for y, line in enumerate(picture.split("/")) for x, c in enumerate(line) if c == "#")

    def __next__(self):
        counts = Counter(c + d for c in self.cells for d in self.neighbours)
        return Life(frozenset(c for c, n in counts.items() if n == 3 or n == 2 and c in self.cells))

    def __iter__(self):
        board = self
        while board:
            yield board
            board = next(board)

    def __len__(self):
        return len(self.cells)

    def __eq__(self, other):
        return self.cells == other.cells

    def __hash__(self):
        return hash(self.cells)

    def __sub__(self, offset):
        return Life(frozenset(c - offset for c in self.cells))

    @property
    def corner(self):
        return complex(min(c.real for c in self.cells), min(c.imag for c in self.cells))

    def normal(self):
        return self - self.corner

    def __str__(self):
        xs, ys = zip(*((int(c.real), int(c.imag)) for c in self.cells))
        return "/".join("".join(".#"[complex(x, y) in self.cells] for x in range(min(xs), max(xs) + 1)) for y in range(min(ys), max(ys) + 1))

    def period(self, limit=50):
        seen = {}
        for n, board in enumerate(islice(self, limit)):
            key = board.normal()
            if key in seen:
                first, where = seen[key]
                return first, n - first, board.corner - where
            seen[key] = n, board.corner
        return None


for name, picture in (("block", "##/##"), ("blinker", "###"), ("glider", ".#./..#/###"), ("r-pentomino", ".##/##./.#."), ("toad", ".###/###."), ("dot", "#"), ("acorn", ".#...../...#.../##..###")):
    life = Life(picture)
    print(f"{name:12}{life.period()!s:30}", *[len(b) for b in islice(life, 8)], next(life) if len(life) > 1 else "-")
print(*islice(Life(".#./..#/###"), 5), sep="\n")


def ant(rules, steps):
    grid, pos, heading = {}, 0j, -1j
    for _ in range(steps):
        state = grid.get(pos, 0)
        heading *= 1j if rules[state] == "R" else -1j
        grid[pos] = (state + 1) % len(rules)
        pos += heading
    return Counter(grid.values()), pos


print(ant("RL", 500), ant("RLR", 300), sep="\n")


def spiral(n):
    pos, d, seen = 0, 1, set()
    for k in range(1, n * n + 1):
        yield k, pos
        seen.add(pos)
        nxt = pos + d
        if not (0 <= nxt.real < n and 0 <= nxt.imag < n) or nxt in seen:
            d *= 1j
        pos += d


for n in (1, 4):
    at = {complex(p): k for k, p in spiral(n)}
    print(*(" ".join(f"{at[complex(x, y)]:2}" for x in range(n)) for y in range(n)), sep="\n")


def fill(rows, x, y, new):
    grid = [list(r) for r in rows]
    old, todo, n = grid[y][x], [(x, y)], 0
    while todo:
        x, y = todo.pop()
        if 0 <= y < len(grid) and 0 <= x < len(grid[y]) and grid[y][x] == old != new:
            grid[y][x] = new
            n += 1
            todo += [(x + dx, y + dy) for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1))]
    return n, ["".join(r) for r in grid]


print(fill(["..#..", ".##..", "#..##"], 0, 0, "o"), fill(["aa", "aa"], 1, 1, "a"))


class Turtle:
    def __init__(self):
        self.pos, self.d, self.drawn, self.stack = 0j, 1, {0j}, []

    def run(self, program):
        commands = {"F": self.forward, "+": lambda: self.turn(1j), "-": lambda: self.turn(-1j), "[": lambda: self.stack.append((self.pos, self.d)), "]": self.restore}
        for c in program:
            commands.get(c, lambda: None)()
        return self

    def forward(self):
        self.pos += self.d
        self.drawn.add(self.pos)

    def turn(self, k):
        self.d *= k

    def restore(self):
        self.pos, self.d = self.stack.pop()


def lsystem(axiom, **rules):
    while True:
        yield axiom
        axiom = "".join(rules.get(c, c) for c in axiom)


programs = {"koch": lsystem("F", F="F+F-F-F+F"), "tree": lsystem("X", X="F[+X]F[-X]+X", F="FF"), "dragon": lsystem("FX", X="X+YF+", Y="-FX-Y")}
for name, gen in programs.items():
    text = next(islice(gen, 3 if name != "dragon" else 6, None))
    t = Turtle().run(text)
    print(name, len(text), len(t.drawn), t.pos, Life(frozenset(t.drawn)).normal().corner)
print(Life(frozenset(Turtle().run(next(islice(lsystem("FX", X="X+YF+", Y="-FX-Y"), 5, None))).drawn)))
try:
    Turtle().run("F]")
except IndexError as e:
    print(e)


def pascal():
    row = [1]
    while True:
        yield row
        row = [a + b for a, b in zip([0] + row, row + [0])]


for row in islice(pascal(), 16):
    print("".join(" #"[n % 2] for n in row).center(16).rstrip())
print(list(takewhile(lambda n: n < 100, (n * (n + 1) // 2 for n in count(1)))))
