"""Wrap, justify, centre and tabulate text."""
from itertools import groupby, zip_longest

TEXT = """The quick brown fox jumps over the lazy dog. Pack my box with five dozen
liquor jugs; how vexingly quick daft zebras jump!

A-very-long-hyphenated-word-that-does-not-fit stands here, and then
something short.
"""


def paragraphs(text):
    for blank, lines in groupby(text.splitlines(), key=lambda l: not l.strip()):
        if not blank:
            yield " ".join(l.strip() for l in lines)


def chunks(word, width):
    while len(word) > width:
        cut = word.rfind("-", 0, width) + 1 or width
        head, word = word[:cut], word[cut:]
        yield head
    yield word


def wrap(text, width, first="", rest=""):
    line, size, prefix = [], len(first), first
    for word in text.split():
        for chunk in chunks(word, width - len(rest)):
            if line and size + len(chunk) + 1 > width:
                yield prefix, line
                line, prefix, size = [], rest, len(rest)
            size += len(chunk) + bool(line)
            line.append(chunk)
    if line:
        yield prefix, line


def left(prefix, words, width, last):
    return prefix + " ".join(words)


def justify(prefix, words, width, last):
    if last or len(words) == 1:
        return left(prefix, words, width, last)
    gaps = len(words) - 1
    spare = width - len(prefix) - sum(map(len, words))
    q, r = divmod(spare, gaps)
    return prefix + "".join(w + " " * (q + (i < r)) * (i < gaps) for i, w in enumerate(words))


def centre(prefix, words, width, last):
    return f"{' '.join(words):^{width}}".rstrip()


def render(text, width, style, **options):
    for n, p in enumerate(paragraphs(text)):
        if n:
            yield ""
        lines = list(wrap(p, width, **options))
        for i, (prefix, words) in enumerate(lines, 1):
            yield style(prefix, words, width, i == len(lines))


for width, style, options in ((30, left, {}), (34, justify, dict(first="  * ", rest="    ")), (28, centre, {}), (12, justify, {})):
    print(f"--- {style.__name__} {width}".ljust(width, "-"))
    out = list(render(TEXT, width, style, **options))
    print("\n".join(out))
    print("widest:", max(map(len, out)))


def table(rows, headers, aligns):
    cells = [headers] + [[f"{c:.2f}" if isinstance(c, float) else str(c) for c in row] for row in rows]
    widths = [max(map(len, col)) for col in zip_longest(*cells, fillvalue="")]
    for n, row in enumerate(cells):
        yield " | ".join(f"{c:{a}{w}}" for c, a, w in zip_longest(row, aligns, widths, fillvalue="")).rstrip()
        if n == 0:
            yield "-+-".join("-" * w for w in widths)


print(*table([("apple", 3, 1.5), ("kiwi", 12, 0.25), ("watermelon", 1, 10.0), ("fig", -7)], ["fruit", "n", "price"], "<>^"), sep="\n")
counts = {}
for c in TEXT.lower():
    if c.isalpha():
        counts[c] = counts.get(c, 0) + 1
for n, letters in groupby(sorted(counts, key=lambda c: (-counts[c], c)), key=counts.get):
    print(f"{n:3d} {'#' * n:<20.12}{''.join(letters)}")
print(TEXT.expandtabs().title().swapcase()[:44].translate({ord(" "): "_", 10: None}))
