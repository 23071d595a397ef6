# /// gradus
# id = "exceptions.context-chain"
# rules = ["exception.repr", "stmt.while", "convert.repr", "stmt.raise"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Contexts form a chain through nested handlers.
try:
    try:
        try:
            raise ValueError(1)
        except ValueError:
            raise ValueError(2)
    except ValueError:
        raise ValueError(3)
except ValueError as e:
    while e:
        print(repr(e))
        e = e.__context__
