# /// gradus
# id = "generators.close-raises-generator-exit"
# rules = ["generator.close", "run.generator.stop", "expr.yield", "builtin.next"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# close() raises GeneratorExit at the yield; finally suites run.
def g():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("exit")
        raise
    finally:
        print("finally")

it = g()
next(it)
print(it.close())
print(list(it), it.close())
