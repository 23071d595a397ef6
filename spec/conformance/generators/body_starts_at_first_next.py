# /// gradus
# id = "generators.body-starts-at-first-next"
# rules = ["expr.yield", "builtin.next"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Calling a generator function runs nothing; next() runs to the first yield.
def g():
    print("start")
    yield 1
    print("middle")
    yield 2
    print("end")

it = g()
print("made")
print(next(it))
print(next(it))
print(next(it, "default"))
print(next(it, "still"))
