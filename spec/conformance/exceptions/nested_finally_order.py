# /// gradus
# id = "exceptions.nested-finally-order"
# rules = []
# python = ">=3.8"
# expect = "exit 0"
# ///
# Finally suites run from the inside out.
def f():
    for i in range(2):
        try:
            try:
                if i == 1:
                    return "result"
            finally:
                print("inner", i)
        finally:
            print("outer", i)

print(f())
