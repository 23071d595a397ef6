# /// gradus
# id = "attributes.abstract-property"
# rules = []
# python = ">=3.8"
# expect = "exit 0"
# ///
# A property, class method or static method around an abstract function is abstract as well.


def area(self): ...


def unit(): ...


area.__isabstractmethod__ = True
print(property(area).__isabstractmethod__, property(unit).__isabstractmethod__, property().__isabstractmethod__)
print(property(unit, area).__isabstractmethod__, property(unit, None, area).__isabstractmethod__)
print(classmethod(area).__isabstractmethod__, staticmethod(unit).__isabstractmethod__)
print(staticmethod(property(area)).__isabstractmethod__)
try:
    property(unit).__isabstractmethod__ = True
except AttributeError:
    print("not to be set")
