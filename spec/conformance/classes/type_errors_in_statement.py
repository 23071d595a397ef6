# /// gradus
# id = "classes.type-errors-in-statement"
# rules = ["attribute.get.object", "stmt.pass", "exception.str", "str.new"]
# python = ">=3.9"
# expect = "exit 0"
# ///
# Class keywords that nobody takes are refused.
try:
    class C(x=1):
        pass
except TypeError as e:
    print(e)
try:
    class D(5):
        pass
except TypeError as e:
    print("TypeError")
try:
    C
except NameError:
    print("C is unbound")
