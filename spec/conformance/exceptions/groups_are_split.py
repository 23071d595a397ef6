# /// gradus
# id = "exceptions.groups-are-split"
# rules = ["exception.repr", "expr.elements", "iteration.star", "iteration.extend"]
# python = ">=3.13"
# expect = "exit 0"
# ///
# split() and subgroup() choose by class or by condition and keep the nesting; derive() makes the parts.
group = ExceptionGroup("top", [ValueError(1), ExceptionGroup("in", [KeyError(2), TypeError(3)]), OSError(4)])
print(group.split(ValueError))
print(group.split((KeyError, OSError)))
print(group.split(lambda error: isinstance(error, TypeError)))
print(group.subgroup(KeyError), group.subgroup(IndexError), group.derive([ValueError()]))


class Own(ExceptionGroup):
    def derive(self, exceptions):
        return Own(self.message, exceptions)


class Other(ExceptionGroup):
    pass


print(Own("x", [ValueError(1), KeyError(2)]).split(ValueError), Other("x", [ValueError(1), KeyError(2)]).split(ValueError))
try:
    group.split(5)
except TypeError as error:
    print(error)
