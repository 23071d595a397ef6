# /// gradus
# id = "operators.special-methods-are-looked-up-on-the-type"
# rules = ["attribute.set.object", "run.lambda", "expr.lambda", "bind.attribute"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A special method stored on the instance is not seen by the operator.
class T:
    def __add__(self, other):
        return "type"

t = T()
t.__add__ = lambda other: "instance"
print(t + 1)
print(t.__add__(1))
