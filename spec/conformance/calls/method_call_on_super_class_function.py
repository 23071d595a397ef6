# /// gradus
# id = "calls.method-call-on-super-class-function"
# rules = ["dict.set", "run.lambda", "dict.pairs", "expr.dict"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A function taken from the class is called with an explicit self.
class A:
    def f(self, x=1):
        return self, x

print(A.f("anything"), A.f("anything", x=2))
print(str.upper("abc"), list.append([], 1), int.__add__(1, 2), dict.get({1: 2}, 1))
for call in (lambda: str.upper(5), lambda: list.append(1, 2), lambda: int.__add__("a", 1)):
    try:
        call()
    except TypeError as e:
        print(e)
