# /// gradus
# id = "exceptions.subclass-matching-uses-real-inheritance"
# rules = ["stmt.pass", "stmt.raise", "exception.raise", "stmt.try.handlers"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Handlers match by inheritance, not by __subclasscheck__ or __instancecheck__.
class Meta(type):
    def __subclasscheck__(cls, sub):
        print("never")
        return True

    def __instancecheck__(cls, obj):
        print("never")
        return True

class E(Exception, metaclass=Meta):
    pass

try:
    try:
        raise ValueError
    except E:
        print("caught by E")
except ValueError:
    print("not caught by E")
