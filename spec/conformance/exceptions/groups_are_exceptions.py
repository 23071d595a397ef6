# /// gradus
# id = "exceptions.groups-are-exceptions"
# rules = ["exception.repr", "expr.elements", "iteration.star", "expr.slice"]
# python = ">=3.11"
# expect = "exit 0"
# ///
# A group holds exceptions; of ordinary ones it is an ordinary exception itself.
group = ExceptionGroup("many", [ValueError(1), ExceptionGroup("inner", [KeyError(2), TypeError(3)])])
print(group, group.message, group.exceptions, repr(group))
print(isinstance(group, Exception), ExceptionGroup.__mro__[1:3], type(BaseExceptionGroup("m", [ValueError()])).__name__, type(BaseExceptionGroup("m", [SystemExit()])).__name__)
try:
    raise group
except Exception as caught:
    print(caught is group)
for make in (
    lambda: ExceptionGroup("m", []), lambda: ExceptionGroup("m", 5), lambda: ExceptionGroup("m", [1]), lambda: ExceptionGroup(1, [ValueError()]),
    lambda: ExceptionGroup("m", [SystemExit()]), lambda: ExceptionGroup("m"), lambda: ExceptionGroup("m", [ValueError]),
):
    try:
        make()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
