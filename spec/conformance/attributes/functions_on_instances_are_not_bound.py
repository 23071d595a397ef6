# /// gradus
# id = "attributes.functions-on-instances-are-not-bound"
# rules = ["object.setattr", "stmt.pass", "attribute.set.object", "run.lambda"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A function stored on the instance is called without self.
class C:
    pass

c = C()
c.f = lambda *args: args
C.g = lambda *args: len(args)
print(c.f(1), c.g(1))
