# /// gradus
# id = "attributes.property-methods-called-by-hand"
# rules = ["property.get", "property.set", "property.delete", "name.class"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# A property's descriptor methods can be called by hand.
class A:
    _x = 1
    @property
    def x(self): return self._x
    @x.setter
    def x(self, value): self._x = value
    @x.deleter
    def x(self): self._x = "deleted"
a = A()
p = A.__dict__["x"]
print(p.__get__(a, A), p.__get__(None, A) is p)
p.__set__(a, 5)
print(a.x)
p.__delete__(a)
print(a.x)
