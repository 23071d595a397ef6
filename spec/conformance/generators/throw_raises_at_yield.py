# /// gradus
# id = "generators.throw-raises-at-yield"
# rules = ["generator.throw", "generator.throw.what", "generator.send", "run.generator.stop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# throw() raises the exception at the waiting yield.
def g():
    while True:
        try:
            x = yield "ready"
        except ValueError as e:
            print("caught", e)
        else:
            print("x", x)

it = g()
print(next(it))
print(it.throw(ValueError("boo")))
print(it.send(1))
try:
    it.throw(KeyError("out"))
except KeyError as e:
    print("KeyError", e)
print(next(it, "finished"))
