# /// gradus
# id = "exceptions.sys-exception"
# rules = ["exception.repr", "stmt.importfrom", "import.name", "stmt.import"]
# python = ">=3.11"
# expect = "exit 0"
# ///
# Since 3.11 sys.exception() gives the exception being handled.
import sys

print(sys.exception())
try:
    1 / 0
except ZeroDivisionError as e:
    print(sys.exception() is e)
finally:
    print(sys.exception())
try:
    try:
        1 / 0
    finally:
        print(repr(sys.exception()))
except ZeroDivisionError:
    pass
