# /// gradus
# id = "builtins.alias-arguments-by-qualified-name"
# rules = ["expr.elements", "object.getattribute", "builtin.iter", "iteration.star"]
# python = ">=3.12"
# expect = "exit 0"
# ///
# The arguments of an alias are shown by module and qualified name; what is no class is shown as it is.
class Outer:
    class Inner:
        pass


print(list[Outer.Inner], dict[1, "x"], list[[int, Outer]], type[Outer])
print([*tuple[int, str]], next(iter(tuple[int])).__unpacked__)
