# /// gradus
# id = "classes.abstract-by-not-implemented"
# rules = ["exception.repr", "convert.repr", "expr.joinedstr", "expr.formattedvalue"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Missing methods are found only when they are called.
class Shape:
    def area(self):
        raise NotImplementedError(type(self).__name__)

    def describe(self):
        return f"area {self.area()}"

class Square(Shape):
    def __init__(self, s):
        self.s = s

    def area(self):
        return self.s ** 2

class Odd(Shape):
    pass

print(Square(3).describe())
try:
    Odd().describe()
except NotImplementedError as e:
    print(repr(e))
