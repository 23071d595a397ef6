# /// gradus
# id = "uncaught.custom-exception-shows-qualified-name"
# rules = ["stmt.while", "name.class", "name.namespace.load", "expr.boolop.test"]
# python = ">=3.11"
# expect = "exit 1"
# ///
# The last line names the class by module and qualified name.
class Outer:
    class Problem(Exception):
        pass

raise Outer.Problem("went wrong")
