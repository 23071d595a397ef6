# /// gradus
# id = "bytes.percent-asks-objects"
# rules = ["stmt.continue", "augment.name", "augment.attribute", "dict.set"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# `%` of bytes inserts bytes, what an object's __bytes__ gives, and numbers.
class Bytes:
    def __bytes__(self):
        return b"own"

    def __index__(self):
        return 7


print(b"%b|%s|%a|%r" % (Bytes(), Bytes(), "\xe9", 5), b"%d %x %c" % (Bytes(), Bytes(), Bytes()), b"%(k)s" % {b"k": Bytes()})
print(b"%5b|%-5b|%.1b" % (Bytes(), Bytes(), Bytes()), bytearray(b"%s") % Bytes(), b"%s" % memoryview(b"view"))
for template, value in ((b"%b", "a"), (b"%b", 5), (b"%c", 256), (b"%c", b"ab"), (b"%d", "5"), (b"%s%s", b"x"), (b"%s", (1, 2))):
    try:
        print(template % value)
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)
