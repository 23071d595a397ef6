# /// gradus
# id = "calls.unexpected-keyword-message"
# rules = ["call.doublestar", "dict.set", "run.lambda", "dict.pairs"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The text for a keyword that names no parameter.
def f(a, b=2):
    pass

for call in (lambda: f(1, c=3), lambda: f(x=1), lambda: f(**{"not an identifier": 1})):
    try:
        call()
    except TypeError as e:
        print(str(e).split(". ")[0])
