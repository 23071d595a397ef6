# /// gradus
# id = "builtins.memoryview-release"
# rules = ["stmt.with", "stmt.with.item", "context.method"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# After release(), or at the end of a `with` block, a view is of no use any more.
with memoryview(b"abc") as view:
    print(view[0])
for operation in (lambda: view[0], lambda: len(view), lambda: view.tobytes(), lambda: view.release()):
    try:
        print(operation())
    except ValueError as error:
        print(error)
