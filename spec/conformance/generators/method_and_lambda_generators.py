# /// gradus
# id = "generators.method-and-lambda-generators"
# rules = ["expr.yieldfrom", "generator.delegate.send", "expr.boolop", "expr.yield"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Methods and lambdas are generators too when they contain yield.
class C:
    def __iter__(self):
        yield from self.items

    items = [1, 2]

f = lambda n: (yield n) or (yield n + 1)
print(list(C()), list(f(7)))
