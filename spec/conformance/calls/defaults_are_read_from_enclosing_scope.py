# /// gradus
# id = "calls.defaults-are-read-from-enclosing-scope"
# rules = ["name.class", "name.namespace.load"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A default expression sees the scope of the `def`, at that time.
x = 1

def f(a=x):
    return a

x = 2
print(f(), f(x))

class C:
    n = 5
    def m(self, k=n):
        return k

print(C().m())
