# /// gradus
# id = "builtins.memoryview-of-bytes-is-readonly"
# rules = ["delete.subscript", "container.delitem", "stmt.delete", "convert.hash"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The view of bytes can't be changed, and has the hash of the bytes.
view = memoryview(b"abc")
print(view.readonly, hash(view) == hash(b"abc"), view.toreadonly().readonly)


def assign():
    view[0] = 1


def delete():
    del memoryview(bytearray(1))[0]


for operation in (assign, delete, lambda: hash(memoryview(bytearray(1))), lambda: memoryview("x"), lambda: view[3], lambda: view["a"]):
    try:
        print(operation())
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
