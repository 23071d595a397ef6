"""Graphs: searches, shortest paths, components, topological order, colouring and flow."""
from collections import defaultdict, deque
from functools import reduce


class CycleError(ValueError):
    @property
    def cycle(self):
        return self.args[1]


class Graph:
    def __init__(self, edges=(), directed=False):
        self.directed = directed
        self.adj = defaultdict(dict)
        for a, b, *w in edges:
            self[a, b] = w[0] if w else 1

    def __setitem__(self, edge, weight):
        a, b = edge
        self.adj[a][b] = weight
        if self.directed:
            self.adj[b]
        else:
            self.adj[b][a] = weight

    def __getitem__(self, key):
        return self.adj[key[0]][key[1]] if isinstance(key, tuple) else self.adj[key]

    def __contains__(self, key):
        return key[1] in self.adj.get(key[0], {}) if isinstance(key, tuple) else key in self.adj

    def __iter__(self):
        return iter(self.adj)

    def edges(self):
        seen = set()
        for a in self:
            for b, w in self[a].items():
                if self.directed or (b, a) not in seen:
                    seen.add((a, b))
                    yield a, b, w

    def bfs(self, start):
        parent, queue = {start: None}, deque([start])
        while queue:
            yield (a := queue.popleft()), parent[a]
            for b in self[a]:
                if b not in parent:
                    parent[b] = a
                    queue.append(b)

    def dfs(self, start, seen=None):
        seen = set() if seen is None else seen
        if start in seen:
            return
        seen.add(start)
        yield start
        for b in self[start]:
            yield from self.dfs(b, seen)

    def components(self):
        seen = set()
        for a in self:
            if a not in seen:
                yield [*self.dfs(a, seen)]

    def topological(self):
        state, order = {}, []

        def visit(a, path):
            if state.get(a) == "active":
                raise CycleError(f"cycle through {a}", path[path.index(a):] + [a])
            if a in state:
                return
            state[a] = "active"
            for b in self[a]:
                visit(b, path + [a])
            state[a] = "done"
            order.insert(0, a)

        for a in list(self):
            visit(a, [])
        return order

    def dijkstra(self, start):
        dist, done, prev = {start: 0}, set(), {}
        while todo := [(d, a) for a, d in dist.items() if a not in done]:
            d, a = min(todo)
            done.add(a)
            for b, w in self[a].items():
                if w < 0:
                    raise ValueError(f"negative weight {a}-{b}")
                if d + w < dist.get(b, float("inf")):
                    dist[b], prev[b] = d + w, a

        def path(b):
            return (path(prev[b]) if b in prev else []) + [b]
        return dist, path

    def floyd(self):
        inf = float("inf")
        nodes = list(self)
        d = {(a, b): 0 if a == b else self[a].get(b, inf) for a in nodes for b in nodes}
        for k in nodes:
            for a in nodes:
                for b in nodes:
                    d[a, b] = min(d[a, b], d[a, k] + d[k, b])
        return d

    def kruskal(self):
        group = {a: {a} for a in self}
        for a, b, w in sorted(self.edges(), key=lambda e: e[2]):
            if group[a] is not group[b]:
                group[a] |= group[b]
                for x in group[b]:
                    group[x] = group[a]
                yield a, b, w

    def colour(self):
        colours = {}
        for a in sorted(self, key=lambda a: (-len(self[a]), a)):
            used = {colours.get(b) for b in self[a]}
            colours[a] = next(c for c in range(len(self.adj)) if c not in used)
        return colours

    def __invert__(self):
        return Graph(((b, a, w) for a, b, w in self.edges()), self.directed)

    def scc(self):
        order, seen = [], set()

        def post(a):
            seen.add(a)
            for b in self[a]:
                if b not in seen:
                    post(b)
            order.append(a)

        for a in list(self):
            a in seen or post(a)
        back, seen = ~self, set()
        return [sorted(back.dfs(a, seen)) for a in reversed(order) if a not in seen]


def max_flow(g, s, t):
    residual = defaultdict(int)
    for a, b, w in g.edges():
        residual[a, b] += w
    total = 0
    while True:
        parent, queue = {s: None}, deque([s])
        while queue and t not in parent:
            a = queue.popleft()
            for (x, b), c in list(residual.items()):
                if x == a and c > 0 and b not in parent:
                    parent[b] = a
                    queue.append(b)
        if t not in parent:
            return total
        path, b = [], t
        while (a := parent[b]) is not None:
            path.append((a, b))
            b = a
        k = min(residual[e] for e in path)
        for a, b in path:
            residual[a, b] -= k
            residual[b, a] += k
        total += k


g = Graph([("a", "b", 4), ("a", "c", 2), ("b", "c", 1), ("b", "d", 5), ("c", "d", 8), ("d", "e", 3), ("x", "y")])
print(list(g.bfs("a")), list(g.dfs("a")), list(g.components()), ("a", "b") in g, ("a", "e") in g, "z" in g, g["a", "c"])
dist, path = g.dijkstra("a")
print(dist, path("e"), g.floyd()["a", "e"] == dist["e"], g.floyd()["a", "x"])
print(list(g.kruskal()), sum(w for *_, w in g.kruskal()), g.colour())
dag = Graph([("shirt", "tie"), ("tie", "jacket"), ("trousers", "shoes"), ("trousers", "belt"), ("belt", "jacket"), ("socks", "shoes")], directed=True)
print(dag.topological(), sorted((~dag)["jacket"]))
dag["jacket", "shirt"] = 1
try:
    dag.topological()
except CycleError as e:
    print(e.args[0], e.cycle)
print(Graph(["ab", "bc", "ca", "cd", "de", "ed", "ff"], directed=True).scc())
flow = Graph([("s", "a", 10), ("s", "b", 5), ("a", "b", 15), ("a", "t", 5), ("b", "t", 10)], directed=True)
print(max_flow(flow, "s", "t"))
try:
    Graph([("a", "b", -1)]).dijkstra("a")
except ValueError as e:
    print(e)
grid = ["S.#.", "..#.", ".#..", "...E"]
cells = {r * 4 + c: ch for r, row in enumerate(grid) for c, ch in enumerate(row) if ch != "#"}
maze = Graph((p, q) for p in cells for q in (p + 4, p + 1 + 99 * (p % 4 == 3)) if q in cells)
at = {ch: p for p, ch in cells.items() if ch in "SE"}
dist, path = maze.dijkstra(at["S"])
route = path(at["E"])
print(dist[at["E"]], "".join({4: "v", -4: "^", 1: ">", -1: "<"}[b - a] for a, b in zip(route, route[1:])))
print(reduce(lambda acc, e: acc + e[2], g.edges(), 0), len(list(maze.edges())))
