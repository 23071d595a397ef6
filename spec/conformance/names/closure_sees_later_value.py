# /// gradus
# id = "names.closure-sees-later-value"
# rules = ["expr.listcomp.element", "expr.listcomp", "expr.comprehension", "run.lambda"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A closure reads the variable when it runs, not when it is made.
fs = []
for i in range(3):
    fs.append(lambda: i)
print([f() for f in fs])

def make():
    x = 1
    def show():
        return x
    x = 2
    return show

print(make()())
print([f() for f in [lambda i=i: i for i in range(3)]])
