# /// gradus
# id = "generators.close-of-unstarted-or-finished"
# rules = ["generator.close"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Closing a generator that never started runs nothing of it.
def g():
    print("never")
    try:
        yield 1
    finally:
        print("never")

it = g()
it.close()
print(list(it))
