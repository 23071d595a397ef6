# /// gradus
# id = "assignment.unpacking-non-iterable-message"
# rules = ["iteration.unpack", "bind.tuple", "bind.elements", "exception.str"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Unpacking something that can't be iterated.
for x in (1, None, 1.5, len):
    try:
        a, b = x
    except TypeError as e:
        print(e)
