"""A data pipeline: parse records, clean, join, pivot, rank, summarize and print a report."""
import math
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple
from functools import cmp_to_key, partial, reduce
from itertools import accumulate, chain, combinations, groupby, islice, product, starmap, tee, zip_longest
from operator import attrgetter, itemgetter, methodcaller

RAW = """
# id;name;team;score;tags
1;Ann;red;81.5;a|b
2;Bob;blue;;b
3;Cid;red;77;c|a|b
x;Bad;row;1;
4;Dee;green;90.25;
5;Eve;blue;63.0;d
6;Flo;red;not a number;a
7;Gil;green;90.25;c|d
8;Hal
"""
Row = namedtuple("Row", "id name team score tags", defaults=(None, ()))


class BadLine(ValueError):
    pass


def parse(lines):
    for n, line in enumerate(lines, 1):
        line = line.strip()
        if not line or line[0] == "#":
            continue
        ident, *fields = line.split(";")
        try:
            if len(fields) != 4:
                raise BadLine(f"{len(fields) + 1} fields")
            name, team, score, tags = fields
            yield Row(int(ident), name, team, float(score) if score else None, tuple(filter(None, tags.split("|"))))
        except ValueError as e:
            yield n, e


rows, errors = [], []
for item in parse(RAW.splitlines()):
    (rows if isinstance(item, Row) else errors).append(item)
print(*rows, sep="\n")
print([(n, type(e).__name__, str(e)) for n, e in errors])
known = [r for r in rows if r.score is not None]
mean = sum(r.score for r in known) / len(known)
filled = [r if r.score is not None else r._replace(score=round(mean, 2)) for r in rows]
print(f"{mean:.3f}", filled[1], filled[0]._asdict())
by_team = {k: list(g) for k, g in groupby(sorted(filled, key=attrgetter("team", "name")), key=attrgetter("team"))}
for team, members in by_team.items():
    scores = [r.score for r in members]
    m = sum(scores) / len(scores)
    sd = math.sqrt(sum((s - m) ** 2 for s in scores) / len(scores))
    print(f"{team:<6}|{len(members):^3}|{m:>8.2f}|{sd:>7.3f}|{max(members, key=attrgetter('score')).name:>5}|{'*' * round(m / 10):<10}|")


def compare(a, b):
    return (b.score > a.score) - (b.score < a.score) or (a.name < b.name) - (a.name > b.name)


ranked = sorted(filled, key=cmp_to_key(compare))
ranks, last = [], None
for i, r in enumerate(ranked, 1):
    if last is None or r.score != last[1].score:
        last = i, r
    ranks.append((last[0], r.name, r.score))
print(ranks, [r.name for r in sorted(sorted(filled, key=itemgetter(1)), key=itemgetter(3), reverse=True)])
tags = Counter(chain.from_iterable(r.tags for r in rows))
pairs = Counter(p for r in rows for p in combinations(sorted(r.tags), 2))
index = defaultdict(set)
for r in rows:
    for t in r.tags:
        index[t].add(r.id)
print(tags.most_common(), sorted(pairs.items()), {t: sorted(ids) for t, ids in sorted(index.items())}, sorted(index["a"] & index["b"]), sorted(index["zzz"] | index["d"]), "zzz" in index)
pivot = {(team, t): sum(1 for r in members if t in r.tags) for (team, members), t in product(by_team.items(), sorted(tags))}
print("      " + "".join(f"{t:>3}" for t in sorted(tags)))
for team in by_team:
    print(f"{team:<6}" + "".join(f"{pivot[team, t] or '.':>3}" for t in sorted(tags)))
budget = [("red", 100), ("blue", 50), ("grey", 5)]
joined = [(team, len(by_team.get(team, ())), dict(budget).get(team, 0)) for team in OrderedDict.fromkeys(chain(by_team, map(itemgetter(0), budget)))]
print(joined, list(zip_longest(*joined[:2])), list(zip(*joined)))
series = [3, 8, 2, 9, 4, 7, 1]


def moving(xs, n):
    window = deque(maxlen=n)
    for x in xs:
        window.append(x)
        if len(window) == n:
            yield sum(window) / n


def pairwise(xs):
    a, b = tee(xs)
    return zip(a, islice(b, 1, None))


print([f"{v:.2f}" for v in moving(series, 3)], list(accumulate(series)), list(accumulate(series, max)), [b - a for a, b in pairwise(series)], [k for k, _ in groupby(pairwise(series), key=lambda p: p[0] < p[1])])
quantile = lambda xs, q: (lambda s, k: s[math.floor(k)] + (s[math.ceil(k)] - s[math.floor(k)]) * (k - math.floor(k)))(sorted(xs), q * (len(xs) - 1))
print([quantile(series, q / 4) for q in range(5)], math.fsum([0.1] * 10), sum(map(partial(pow, exp=2), series)), reduce(lambda h, x: h * 31 + x, series, 7), list(starmap(divmod, pairwise(series))))
config = ChainMap({"debug": True}, {"debug": False, "level": 2}, {"level": 1, "name": "base"})
print(dict(sorted(config.items())), config["level"], config.new_child({"name": "top"})["name"], len(config))


def histogram(values, lo, hi, bins):
    width = (hi - lo) / bins
    counts = Counter(min(int((v - lo) / width), bins - 1) for v in values)
    for b in range(bins):
        yield f"{lo + b * width:5.1f}-{lo + (b + 1) * width:<5.1f} {'#' * counts[b]}"


print(*histogram([r.score for r in filled], 60, 100, 4), sep="\n")
text = "It was the best of times, it was the worst of times"
words = list(map(methodcaller("strip", ","), text.lower().split()))
freq = sorted(Counter(words).items(), key=lambda kv: (-kv[1], kv[0]))
positions = {}
for i, w in enumerate(words):
    positions.setdefault(w, []).append(i)
chains = defaultdict(Counter)
for a, b in pairwise(words):
    chains[a][b] += 1
print(freq[:4], positions["times"], dict(chains["the"]), max(words, key=lambda w: (len(w), w)), " ".join(w[::-1].capitalize() for w in words[:4]), len(set(words)) / len(words) > 0.5)
matrix = [[r * c for c in range(1, 6)] for r in range(1, 6)]
print("\n".join(" ".join(f"{v:3d}" for v in row) for row in matrix), [sum(row) for row in zip(*matrix)], sum(matrix[i][i] for i in range(5)), [matrix[i][~i] for i in range(5)], [row[::2] for row in matrix[::2]])
