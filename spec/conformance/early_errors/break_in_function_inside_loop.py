# /// gradus
# id = "early-errors.break-in-function-inside-loop"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# A function inside a loop is outside of it for `break`.
print("never")
for i in range(3):
    def f():
        break
