# /// gradus
# id = "with.generator-based-manager"
# rules = ["generator.throw", "generator.throw.what", "stmt.with", "stmt.with.item"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A manager can be built from a generator and throw().
class manager:
    def __init__(self, f):
        self.f = f

    def __call__(self, *args):
        self.gen = self.f(*args)
        return self

    def __enter__(self):
        return next(self.gen)

    def __exit__(self, t, v, tb):
        try:
            self.gen.throw(v) if t else next(self.gen)
        except StopIteration:
            return True

@manager
def tag(name):
    print("<" + name + ">")
    try:
        yield name.upper()
    except ValueError as e:
        print("caught", e)
    print("</" + name + ">")

with tag("a") as x:
    print(x)
with tag("b"):
    raise ValueError("oops")
