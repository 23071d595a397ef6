# /// gradus
# id = "modules-operator.functions"
# rules = ["delete.subscript", "container.delitem", "builtin.hasattr", "stmt.delete"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# operator has a function for each operator.
import operator as op

print(op.add(1, 2), op.sub(5, 3), op.mul("a", 3), op.truediv(1, 2), op.floordiv(7, 2), op.mod(7, 3), op.pow(2, 5), op.neg(3), op.pos(-1), op.invert(0), op.not_(1), op.truth([]), op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.lshift(1, 4), op.rshift(16, 2))
print(op.lt(1, 2), op.eq(1, 1.0), op.is_(None, None), op.contains([1], 1), op.getitem([5], 0), op.concat([1], [2]), op.countOf([1, 2, 1], 1), op.indexOf("abc", "c"), op.index(True), op.iadd([1], [2]), op.abs(-1), op.length_hint([1, 2]))
d = {}
op.setitem(d, "k", 1)
print(d, op.delitem(d, "k"), d)
