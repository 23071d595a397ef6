# /// gradus
# id = "bytes.text-that-knows-its-bytes"
# rules = []
# python = ">=3.8"
# expect = "exit 0"
# ///
# A text that knows its bytes is asked for them, unless an encoding is given.
class Text(str):
    def __bytes__(self):
        print("asked")
        return b"own"


class Odd(str):
    def __bytes__(self):
        return None


class Raw(bytes):
    def __bytes__(self):
        return b"raw"


print(bytes(Text("text")))
print(bytes(Text("text"), "ascii"))
print(bytes(Raw(b"text")))
print(bytearray(Raw(b"text")))
for make in (lambda: bytes(Odd("text")), lambda: bytes("text"), lambda: bytearray(Text("text"))):
    try:
        print(make())
    except TypeError as error:
        print(error)
