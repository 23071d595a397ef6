# /// gradus
# id = "classes.build-class-called-by-hand"
# rules = ["builtin.build_class", "stmt.import", "import.module", "expr.compare"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# The built-in function that a class statement calls.
import builtins
def body():
    x = 1
C = builtins.__build_class__(body, "C")
print(C.__name__, C.__bases__ == (object,), type(C).__name__)
