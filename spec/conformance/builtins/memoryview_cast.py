# /// gradus
# id = "builtins.memoryview-cast"
# rules = ["convert.len.check", "expr.slice", "convert.len", "bind.subscript"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A view can show the same bytes as other items.
view = memoryview(bytearray(range(8)))
words = view.cast("H")
print(len(words), words.itemsize, words.nbytes, words.cast("B").tolist() == view.tolist())
words[0] = 0xFFFF
print(view[:2].tolist(), view.cast("c")[0], view.cast("b")[0], view.cast("B", [2, 4]).tolist())
for operation in (lambda: view[::2].cast("B"), lambda: view[:3].cast("H"), lambda: words.cast("h"), lambda: view.cast("xy")):
    try:
        print(operation())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
