# /// gradus
# id = "calls.not-callable-message"
# rules = ["stmt.pass", "exception.str", "str.new", "convert.str"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Calling something that can't be called.
class C:
    pass

xs = [1, "a", None, [], C(), 1.5, ()]
for x in xs:
    try:
        x()
    except TypeError as e:
        print(e)
