# /// gradus
# id = "lists.methods"
# rules = ["run.lambda", "operator.unary", "expr.unaryop", "expr.lambda"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The methods of list.
xs = [3, 1, 2]
xs.append(4)
xs.extend((5, 1))
xs.insert(1, 9)
xs.insert(-100, 0)
xs.insert(100, 7)
print(xs, xs.pop(), xs.pop(0), xs.index(1), xs.index(1, 3), xs.count(1))
xs.remove(1)
xs.reverse()
ys = xs.copy()
xs.sort()
print(xs, ys, xs == sorted(ys))
xs.clear()
for f in (lambda: xs.pop(), lambda: ys.pop(50), lambda: ys.remove(100), lambda: ys.index(100)):
    try:
        f()
    except (IndexError, ValueError) as e:
        print(type(e).__name__)
