# /// gradus
# id = "modules-itertools.accumulate-and-starmap"
# rules = ["iterator.accumulate", "iterator.starmap", "iteration.pull", "list.init"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# accumulate, starmap, zip_longest.
import operator
from itertools import accumulate, starmap, zip_longest

print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], operator.mul)), list(accumulate([1, 2], initial=100)), list(accumulate([], initial=5)), list(accumulate("abc")), list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest("ab", [1], fillvalue="-")))
