# /// gradus
# id = "strings.join"
# rules = ["expr.generatorexp.element", "expr.generatorexp", "expr.generatorexp.run", "builtin.iter"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# join() takes any iterable of strings and says which item is not one.
print(",".join(["a", "b"]), "".join("xyz"), "-".join(()), "+".join({"k": 1}), ", ".join(c for c in "ab"))
for x in (["a", 1], 5, [None]):
    try:
        ",".join(x)
    except TypeError as e:
        print(e)
