# /// gradus
# id = "calls.arguments-are-asked-for-index"
# rules = ["stmt.continue", "operator.sequence", "augment.attribute", "call.builtin.converted"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Where a built-in function takes an int, an object with __index__ will do.
class Two:
    def __index__(self):
        return 2


two = Two()
print("abcabc".find("c", two, 5), "abc".center(two + 0 if False else 7, "-"), "a,b,c,d".split(",", two), "abab".replace("a", "x", two))
print("x" * two, [1] * two, (1, 2) * two, b"a" * two, bytearray(b"a") * two, "ab".ljust(two), "a\tb".expandtabs(two))
items = [1, 2, 3, 4]
items.insert(two, "new")
print(items, items.pop(two), items.index(3, two), (1, 2, 3).index(3, two))
print(b"abc".find(b"c", two), b"abc".index(99, two), bytearray(b"abc").pop(two), chr(two), bin(two), hex(two), range(two), range(0, 10, two))
print((5).to_bytes(two, "big"), round(1.2345, two), round(12345, two), int("101", two), bytes(two), slice(5).indices(two), "abc"[two], [1, 2, 3][:two])
data = bytearray(b"abc")
data.append(two)
data.insert(two, two)
data.remove(two)
print(data, two in b"\x02", b"%d" % two, "%x" % two)
