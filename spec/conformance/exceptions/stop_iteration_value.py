# /// gradus
# id = "exceptions.stop-iteration-value"
# rules = []
# python = ">=3.8"
# expect = "exit 0"
# ///
# StopIteration has its first argument as value.
print(StopIteration().value, StopIteration(1).value, StopIteration(1, 2).value, StopIteration((1, 2)).value)
print(SystemExit().code, SystemExit(3).code, SystemExit(1, 2).code, KeyError("k").args)
