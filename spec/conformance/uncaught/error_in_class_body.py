# /// gradus
# id = "uncaught.error-in-class-body"
# rules = ["stmt.while", "name.class", "name.namespace.load", "expr.boolop.test"]
# python = ">=3.8"
# expect = "exit 1"
# ///
# An error in a class body leaves the class statement.
class C:
    print("body")
    x = undefined_thing
