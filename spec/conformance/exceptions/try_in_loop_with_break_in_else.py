# /// gradus
# id = "exceptions.try-in-loop-with-break-in-else"
# rules = ["stmt.continue", "stmt.break", "stmt.raise", "exception.raise"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# All ways out of a try in a loop.
def f(what):
    log = []
    for i in range(2):
        try:
            log.append("try")
            if what == "raise":
                raise ValueError
            if what == "break":
                break
            if what == "continue":
                continue
        except ValueError:
            log.append("except")
        else:
            log.append("else")
        finally:
            log.append("finally")
        log.append("end")
    else:
        log.append("loop-else")
    return log

for what in ("raise", "break", "continue", ""):
    print(f(what))
