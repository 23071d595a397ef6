# /// gradus
# id = "operators.unsupported-operand-messages"
# rules = ["operator.sequence", "expr.boolop", "stmt.import", "import.module"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The TypeError names the operator and both types.
import operator

class X:
    pass

ops = [operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod,
       operator.pow, operator.lshift, operator.rshift, operator.and_, operator.or_, operator.xor,
       operator.matmul, divmod]
for op in ops:
    try:
        op(X(), 1)
    except TypeError as e:
        print(e)
