# /// gradus
# id = "annotations.target-of-bare-annotation-is-evaluated"
# rules = ["stmt.annassign.target", "stmt.annassign", "run.annotations", "expr.boolop"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# A target that is only annotated is evaluated as far as binding it would, if it is no plain name.
def log(name):
    print(name)
    return [0]
log("attribute").x: int
log("list")[log("key") and 0]: int
print("nothing is bound")
