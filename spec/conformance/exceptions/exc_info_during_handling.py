# /// gradus
# id = "exceptions.exc-info-during-handling"
# rules = ["stmt.importfrom", "import.name", "stmt.import", "import.module"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# sys.exc_info() tells the exception being handled and is empty outside handlers.
import sys

print(sys.exc_info())
try:
    raise ValueError("v")
except ValueError:
    t, v, tb = sys.exc_info()
    print(t.__name__, v, tb is v.__traceback__)
    try:
        raise KeyError
    except KeyError:
        print(sys.exc_info()[0].__name__)
    print(sys.exc_info()[0].__name__)
print(sys.exc_info())
