# /// gradus
# id = "assignment.unpacking-takes-one-more"
# rules = ["expr.yield", "iteration.unpack", "bind.tuple", "bind.elements"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Unpacking asks for one item more than it needs, to see that there is none.
def gen():
    for i in range(10):
        print("yield", i)
        yield i

try:
    a, b = gen()
except ValueError as e:
    print("ValueError")
