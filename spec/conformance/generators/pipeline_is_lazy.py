# /// gradus
# id = "generators.pipeline-is-lazy"
# rules = ["expr.yield", "operator.binary", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A pipeline of generators pulls one item at a time.
def source():
    for i in range(3):
        print("source", i)
        yield i

def double(xs):
    for x in xs:
        print("double", x)
        yield x * 2

for v in double(source()):
    print("got", v)
