"""String algorithms: search, compression, transforms, ciphers, distances, checksums, base encodings."""
from collections import Counter, defaultdict
from itertools import groupby, permutations


def kmp(text, pattern):
    fail, k = [0], 0
    for c in pattern[1:]:
        while k and c != pattern[k]:
            k = fail[k - 1]
        k += c == pattern[k]
        fail.append(k)
    k = 0
    for i, c in enumerate(text):
        while k and (k == len(pattern) or c != pattern[k]):
            k = fail[k - 1]
        k += c == pattern[k]
        if k == len(pattern):
            yield i - k + 1


def rabin_karp(text, pattern, base=257, mod=10**9 + 7):
    n, m = len(text), len(pattern)
    h = lambda s: poly_hash(s, base, mod)
    high = pow(base, m - 1, mod)
    want, have = h(pattern), h(text[:m])
    for i in range(n - m + 1):
        if want == have and text[i:i + m] == pattern:
            yield i
        if i + m < n:
            have = ((have - ord(text[i]) * high) * base + ord(text[i + m])) % mod


def poly_hash(s, base, mod):
    r = 0
    for c in s:
        r = (r * base + ord(c)) % mod
    return r


text = "abracadabra abracadabra"
for p in ("abra", "a", "cad", "zzz", "abracadabra"):
    expected = [i for i in range(len(text)) if text.startswith(p, i)]
    print(p, expected, list(kmp(text, p)) == expected == list(rabin_karp(text, p)), text.count(p))


def rle(s):
    return "".join(f"{n if n > 1 else ''}{c}" for c, g in groupby(s) if (n := len(list(g))))


def unrle(s):
    out, n = [], ""
    for c in s:
        if c.isdigit():
            n += c
        else:
            out.append(c * int(n or 1))
            n = ""
    return "".join(out)


def bwt(s, end="\0"):
    s += end
    return "".join(r[-1] for r in sorted(s[i:] + s[:i] for i in range(len(s))))


def unbwt(t, end="\0"):
    order = sorted(range(len(t)), key=lambda i: t[i])
    i, out = t.index(end), []
    for _ in t:
        i = order[i]
        out.append(t[i])
    return "".join(out).rstrip(end)


def mtf(s, alphabet):
    table = list(alphabet)
    for c in s:
        i = table.index(c)
        yield i
        table.insert(0, table.pop(i))


def lzw(s):
    table = {chr(i): i for i in range(128)}
    w = ""
    for c in s:
        if w + c in table:
            w += c
        else:
            yield table[w]
            table[w + c] = len(table)
            w = c
    if w:
        yield table[w]


def unlzw(codes):
    table = {i: chr(i) for i in range(128)}
    codes = iter(codes)
    w = table[next(codes)]
    yield w
    for k in codes:
        entry = table[k] if k in table else w + w[0]
        yield entry
        table[len(table)] = w + entry[0]
        w = entry


for s in ("wwwwaaadexxxxxx", "banana", "tobeornottobeortobeornot", "aaaaaaaa"):
    b, codes = bwt(s), list(lzw(s))
    print(s, rle(s), unrle(rle(s)) == s, repr(b), unbwt(b) == s, list(mtf(b, sorted(set(b)))), len(codes), "".join(unlzw(codes)) == s)


def caesar(s, k):
    low, up = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return s.translate(str.maketrans(low + up, low[k:] + low[:k] + up[k:] + up[:k]))


def vigenere(s, key, sign=1):
    shifts = [(ord(c) - 97) * sign for c in key]
    out, i = [], 0
    for c in s:
        if c.isalpha():
            a = 65 if c.isupper() else 97
            c = chr((ord(c) - a + shifts[i % len(shifts)]) % 26 + a)
            i += 1
        out.append(c)
    return "".join(out)


def rail(s, n):
    rails = defaultdict(list)
    for i, c in enumerate(s):
        rails[min(i % (2 * n - 2), -i % (2 * n - 2))].append(c)
    return "".join("".join(rails[k]) for k in range(n))


m = "Attack at Dawn!"
print(caesar(m, 3), caesar(caesar(m, 3), 23) == m, vigenere(m, "lemon"), vigenere(vigenere(m, "lemon"), "lemon", -1), rail("WEAREDISCOVERED", 3))


def crc32(data):
    crc = 0xFFFFFFFF
    for b in data:
        crc ^= b
        for _ in range(8):
            crc = crc >> 1 ^ (0xEDB88320 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def adler32(data):
    a, b = 1, 0
    for x in data:
        a = (a + x) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def base64(data):
    chars = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    out = ""
    for i in range(0, len(data), 3):
        chunk = data[i:i + 3]
        n = int.from_bytes(chunk + bytes(3 - len(chunk)), "big")
        out += "".join(chars[n >> s & 63] for s in (18, 12, 6, 0))[:len(chunk) + 1] + "=" * (3 - len(chunk))
    return out


def unbase64(s):
    chars = {c: i for i, c in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")}
    bits = "".join(f"{chars[c]:06b}" for c in s.rstrip("="))
    return bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits) // 8 * 8, 8))


for data in (b"", b"a", b"hello world", bytes(range(250, 256)), "é€".encode()):
    print(data, f"{crc32(data):08x} {adler32(data):08x}", base64(data), unbase64(base64(data)) == data, data.hex(":") if data else "-")


def soundex(name):
    codes = {c: str(i) for i, cs in enumerate(("bfpv", "cgjkqsxz", "dt", "l", "mn", "r"), 1) for c in cs}
    digits = [codes.get(c, "") for c in name.lower() if c not in "hw"]
    squeezed = [d for d, _ in groupby(digits)]
    start = 1 if digits and codes.get(name[0].lower(), "") == squeezed[0] else 0
    return (name[0].upper() + "".join(squeezed[start:]) + "000")[:4]


def longest_palindrome(s):
    best = ""
    for c in range(2 * len(s) - 1):
        i, j = c // 2, (c + 1) // 2
        while i >= 0 and j < len(s) and s[i] == s[j]:
            i, j = i - 1, j + 1
        best = max(best, s[i + 1:j], key=len)
    return best


def anagrams(words):
    groups = defaultdict(list)
    for w in words:
        groups["".join(sorted(w.lower()))].append(w)
    return sorted((g for g in groups.values() if len(g) > 1), key=lambda g: (-len(g), g))


print([soundex(n) for n in "Robert Rupert Ashcraft Tymczak Pfister Honeyman".split()], longest_palindrome("forgeeksskeegfor"), longest_palindrome("abc"), longest_palindrome(""))
print(anagrams("listen silent enlist google elgoog abc cab tac".split()), sorted({"".join(p) for p in permutations("aab")}), Counter("mississippi").most_common(2))


def camel(s):
    head, *tail = s.split("_")
    return head + "".join(map(str.title, tail))


def snake(s):
    return "".join("_" * (c.isupper() and i > 0) + c.lower() for i, c in enumerate(s))


print(camel("some_long_name"), snake("someLongName"), snake(camel("a_b_cd")) == "a_b_cd", "{:>{w}}|{!r:<8}|{:^+9.2e}".format("x", "é", 12345.678, w=4), "%-5s|%05.1f|%+d|%#o" % ("ab", 3.14159, 7, 8), "straße".upper().casefold(), "ﬁ".upper(), "İ".lower() == "i̇")
