# Dicts: word counts over generated text, an inverted index, and a memo with tuple keys.


def text(n):
    syllables = ["ka", "to", "mi", "ra", "ne", "su", "lo", "vi"]
    x = 42
    for _ in range(n):
        x = (x * 1103515245 + 12345) & 0x7FFFFFFF
        a, b, c = x >> 16 & 7, x >> 20 & 7, x >> 24 & 3
        word = syllables[a] + syllables[b]
        if c:
            word += syllables[c]
        yield word


def count_words(words):
    counts = {}
    for w in words:
        if w in counts:
            counts[w] += 1
        else:
            counts[w] = 1
    return counts


def invert(words):
    index = {}
    for i, w in enumerate(words):
        index.setdefault(w, []).append(i)
    return index


def bigrams(words):
    pairs = {}
    last = None
    for w in words:
        key = (last, w)
        pairs[key] = pairs.get(key, 0) + 1
        last = w
    return pairs


def edit_distance(a, b):
    memo = {}

    def d(i, j):
        key = (i, j)
        if key in memo:
            return memo[key]
        if i == 0 or j == 0:
            r = i + j
        else:
            r = min(d(i - 1, j) + 1, d(i, j - 1) + 1, d(i - 1, j - 1) + (a[i - 1] != b[j - 1]))
        memo[key] = r
        return r

    return d(len(a), len(b)), len(memo)


words = list(text(420000))
counts = count_words(words)
print(len(counts), sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:5])
index = invert(words)
print(sum(len(v) * (k[0] == "k") for k, v in index.items()), index["kato"][:5] if "kato" in index else None)
pairs = bigrams(words)
print(len(pairs), max(pairs.values()))
print(edit_distance("".join(words[:60]), "".join(words[60:120])))
