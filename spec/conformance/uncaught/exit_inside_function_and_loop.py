# /// gradus
# id = "uncaught.exit-inside-function-and-loop"
# rules = ["stmt.while", "stmt.raise", "exception.raise", "expr.test"]
# python = ">=3.8"
# expect = "exit 9"
# ///
# SystemExit passes through loops and functions.
def f():
    for x in range(3):
        while True:
            raise SystemExit(9)

try:
    f()
finally:
    print("finally")
