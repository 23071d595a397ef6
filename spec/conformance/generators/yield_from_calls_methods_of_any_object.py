# /// gradus
# id = "generators.yield-from-calls-methods-of-any-object"
# rules = ["generator.delegate.throw", "generator.close", "generator.throw", "generator.throw.what"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `yield from` uses send, throw and close of whatever iterator it has.
class It:
    def __iter__(self):
        print("iter")
        return self

    def __next__(self):
        print("next")
        return 1

    def send(self, v):
        print("send", v)
        return 2

    def throw(self, *args):
        print("throw", [getattr(a, "__name__", type(a).__name__) for a in args][0])
        raise StopIteration("thrown value")

    def close(self):
        print("close")

def g():
    r = yield from It()
    print("r", r)
    yield from It()

it = g()
print(next(it), it.send("x"), it.throw(ValueError))
it.close()
