# /// gradus
# id = "generators.yield-inside-finally-and-with"
# rules = ["generator.throw", "generator.throw.what", "run.generator.stop", "stmt.with"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A generator may yield inside finally and with.
class CM:
    def __enter__(self):
        print("enter")

    def __exit__(self, *exc):
        print("exit", exc[0])

def g():
    with CM():
        yield 1
    try:
        pass
    finally:
        yield 2

print(list(g()))
it = g()
next(it)
try:
    it.throw(ValueError("x"))
except ValueError as e:
    print("out", e)
