# /// gradus
# id = "modules-itertools.infinite"
# rules = ["object.str", "stmt.importfrom", "import.name", "convert.repr"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# count, cycle and repeat.
from itertools import count, cycle, islice, repeat

print(list(islice(count(), 3)), list(islice(count(5, -2), 3)), list(islice(count(0.5, 0.25), 3)), list(islice(cycle("ab"), 5)), list(repeat("x", 3)), list(islice(repeat(1), 2)), list(cycle([])), count(3), repeat(1, 2))
