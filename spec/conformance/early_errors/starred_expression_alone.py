# /// gradus
# id = "early-errors.starred-expression-alone"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# A starred expression needs a display or call around it.
print("never")
x = *[1]
