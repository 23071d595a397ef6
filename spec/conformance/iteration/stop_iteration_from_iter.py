# /// gradus
# id = "iteration.stop-iteration-from-iter"
# rules = ["exception.str"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An error in __iter__ leaves the loop; StopIteration in the body is an ordinary exception.
class C:
    def __iter__(self):
        raise ValueError("iter")

try:
    for x in C():
        pass
except ValueError as e:
    print(e)
try:
    for x in [1]:
        raise StopIteration("body")
except StopIteration as e:
    print(e)
