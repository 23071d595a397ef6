# /// gradus
# id = "classes.init-returning-something-each-time"
# rules = []
# python = ">=3.8"
# expect = "exit 0"
# ///
# An initializer that returns something is an error each time, also inside of a handler.
class Wrong:
    def __init__(self):
        return 5


for turn in range(3):
    try:
        Wrong()()
    except TypeError as error:
        print(error)
        try:
            Wrong()
        except TypeError as again:
            print("again", again)
