# /// gradus
# id = "subscripts.class-getitem"
# rules = ["stmt.pass", "exception.str", "str.new", "convert.str"]
# python = ">=3.11"
# expect = "exit 0"
# ///
# Subscripting a class calls __class_getitem__, unless the metaclass has __getitem__.
class A:
    def __class_getitem__(cls, item):
        return cls.__name__, item

class Meta(type):
    def __getitem__(cls, item):
        return "meta", item

class B(A, metaclass=Meta):
    pass

class C(A):
    pass

print(A[1], C[1, 2], B["x"])
try:
    int[0]
except TypeError as e:
    print(e)
