# /// gradus
# id = "exceptions.traceback-is-present"
# rules = ["stmt.while", "stmt.raise", "exception.raise", "expr.compare"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A raised exception has a traceback that leads from the handler's frame to the raising one.
def f():
    raise ValueError

e = ValueError()
print(e.__traceback__)
try:
    f()
except ValueError as e:
    tb = e.__traceback__
    names = []
    while tb:
        code = tb.tb_frame.f_code
        names.append((code.co_name, tb.tb_lineno > code.co_firstlineno))
        tb = tb.tb_next
    print(names)
