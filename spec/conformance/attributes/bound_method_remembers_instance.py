# /// gradus
# id = "attributes.bound-method-remembers-instance"
# rules = ["method.getattr", "operator.rich", "attribute.get.object", "bind.attribute"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Reading a function through an instance gives a bound method.
class C:
    def f(self, x):
        return (self.name, x)

c = C()
c.name = "c"
m = c.f
c.name = "changed"
print(m(1), m.__self__ is c, m.__func__ is C.f, m.__name__, c.f == c.f, c.f is c.f)
print(C.f(c, 2), type(C.f).__name__, type(m).__name__)
