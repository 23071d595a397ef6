# /// gradus
# id = "modules-itertools.laziness"
# rules = ["iterator.islice", "iterator.takewhile", "iterator.chain", "iterator.next.composite"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The functions of itertools pull items only when needed.
from itertools import chain, islice, takewhile

def gen(name):
    for i in range(3):
        print(name, i)
        yield i

print(list(islice(gen("a"), 2)))
c = chain(gen("b"), gen("c"))
print(next(c))
print(list(takewhile(lambda x: x < 1, gen("d"))))
