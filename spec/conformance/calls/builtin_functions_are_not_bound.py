# /// gradus
# id = "calls.builtin-functions-are-not-bound"
# rules = ["stmt.importfrom", "import.name", "name.class", "name.namespace.load"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A built-in function in a class is no method; a function written in Python is.
import operator


def pair(*args):
    return len(args)


class Class:
    python = pair
    builtin = len
    add = operator.add
    upper = str.upper


print(Class().python(), Class().builtin("abc"), Class().add(1, 2), Class.upper("x"))
print(operator.add, type(operator.add).__name__, type(pair).__name__)
