# Strings: build, split, join, replace, format and search.


def build(n):
    parts = []
    for i in range(n):
        parts.append(f"item{i:05d}={i * i % 997:x};")
    return "".join(parts)


def parse(s):
    total = 0
    for field in s.split(";"):
        if not field:
            continue
        name, _, value = field.partition("=")
        total += int(value, 16) + len(name.strip("item"))
    return total


def caesar(s, k):
    out = []
    for c in s:
        if "a" <= c <= "z":
            c = chr((ord(c) - 97 + k) % 26 + 97)
        out.append(c)
    return "".join(out)


def is_palindrome(s):
    i, j = 0, len(s) - 1
    while i < j:
        if s[i] != s[j]:
            return False
        i += 1
        j -= 1
    return True


def concat(n):
    s = ""
    for i in range(n):
        s += chr(97 + i % 26)
        if len(s) > 500:
            s = s[250:]
    return s


def table(n):
    rows = []
    for i in range(n):
        rows.append("{:>6}|{:<8}|{:^9.3f}|%s".format(i, "n" * (i % 7), i / 7) % str(i).rjust(5, "."))
    return "\n".join(rows)


s = build(130000)
print(len(s), parse(s))
c = caesar(s[:900000], 3)
print(c[:40], caesar(c, 23) == s[:900000])
print(sum(is_palindrome(str(i)) for i in range(400000)))
print(concat(900000)[:30])
t = table(110000)
print(len(t), t.count("n"), t.upper().replace("N", "").find("109999"), len(t.split("\n")))
print(sum(line.endswith("99") for line in t.splitlines()))
