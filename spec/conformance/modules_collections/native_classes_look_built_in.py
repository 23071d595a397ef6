# /// gradus
# id = "modules-collections.native-classes-look-built-in"
# rules = ["stmt.global", "stmt.def.annotation", "attribute.get.super", "object.setattr"]
# python = ">=3.13"
# expect = "exit 0"
# ///
# What is not written in Python looks and complains like a built-in class or function.
import collections
import functools
import itertools
import operator

print(collections.deque.append, itertools.count.__repr__, functools.reduce, operator.add)
for call in (
    lambda: collections.deque().append(), lambda: collections.deque(1, 2, 3), lambda: collections.deque().pop(1), lambda: functools.reduce(1),
    lambda: operator.add(1), lambda: operator.neg(1, 2), lambda: itertools.islice(1), lambda: itertools.cycle(), lambda: itertools.chain(x=1),
    lambda: itertools.product("a", repat=2), lambda: itertools.combinations("ab"), lambda: len(itertools.count()), lambda: functools.cmp_to_key(),
):
    try:
        print(call())
    except TypeError as error:
        print(error)
try:
    collections.deque.own = 1
except TypeError as error:
    print(error)
