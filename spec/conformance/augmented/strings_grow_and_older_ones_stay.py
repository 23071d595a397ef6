# /// gradus
# id = "augmented.strings-grow-and-older-ones-stay"
# rules = ["augment.name", "operator.inplace", "stmt.augassign"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# s += x again and again makes new strings, whoever keeps the older ones and whenever one looks into them.
def grow(pieces, kept):
    s = "-" * 50
    for i, piece in enumerate(pieces):
        s += piece
        if i % 10 == 0:
            kept.append(s)
    return s

kept = []
s = grow(["ab", "c", "", "d" * 20, "e"] * 60, kept)
print(len(s), s[-30:], [len(k) for k in kept])
print(all(s.startswith(k) for k in kept), len(set(kept)), kept[3] in {kept[3] + "": 1})

t = s
s += "left"
t += "right"
print(s[-10:], t[-10:], s == t, s < t, s[:-4] == t[:-5])

u = s
u += u
u += "é"
u += "!"
print(len(u), u[-6:], u.count("left"), u.isascii())

s = "x" * 100
lengths = 0
for i in range(2000):
    s += chr(97 + i % 26)
    lengths += s[-1] == chr(97 + i % 26) and s[0] == "x"
    if len(s) > 300:
        s = s[100:] + "x" if i % 2 else "x" + s[200:]
print(lengths, s[:20], hash(s) == hash("".join(s)))
