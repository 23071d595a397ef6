# /// gradus
# id = "exceptions.finally-sees-exception-variable-state"
# rules = ["operator.binary", "expr.binop", "stmt.try.handlers", "stmt.try.handler"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Assignments made before the exception stay.
x = 0
try:
    x = 1
    x = 1 // 0
    x = 3
except ZeroDivisionError:
    print(x)
