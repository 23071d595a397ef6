# /// gradus
# id = "classes.bad-bases"
# rules = ["stmt.pass", "dict.pairs", "expr.dict", "exception.str"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Bases must be classes that may have subclasses, each given once.
class X: pass

for bases in ((X, X), (5,), (bool,), (type(None),), (int, str)):
    try:
        type("C", bases, {})
    except TypeError as e:
        print(e)
