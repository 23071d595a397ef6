# /// gradus
# id = "exceptions.notes"
# rules = ["builtin.hasattr", "attribute.get.object", "exception.str", "str.new"]
# python = ">=3.11"
# expect = "exit 0"
# ///
# add_note() collects notes in __notes__.
e = ValueError("x")
print(hasattr(e, "__notes__"))
e.add_note("one")
e.add_note("two")
print(e.__notes__)
try:
    e.add_note(5)
except TypeError as x:
    print(x)
