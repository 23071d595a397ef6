# /// gradus
# id = "calls.call-method-makes-callable"
# rules = ["attribute.set.object", "run.lambda", "expr.lambda", "bind.attribute"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An instance is called through its type's __call__.
class C:
    def __call__(self, *args, **kw):
        return args, kw

c = C()
c.__call__ = lambda: "instance"
print(c(1, k=2), callable(c), callable(1), callable(C), callable(len))
print(c.__call__())
