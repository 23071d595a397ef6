# /// gradus
# id = "kept.split-of-a-nested-group"
# rules = ["call.star", "class.bases", "class.build", "convert.ascii"]
# python = ">=3.11"
# expect = "exit 0"
# ///
__log__ = []
def show(value, depth=3):
    kind = type(value)
    if kind is str:
        return ascii(value) if len(value) < 80 else ascii(value[:80]) + str(len(value))
def log(*values):
    __log__.append(' '.join([show(value) for value in values]))
class Guard:
    def __enter__(self):
        pass
    def __exit__(self, kind, error, traceback):
        if kind is None or not issubclass(kind, Exception):
            return False
guard = Guard()
def __digest__(names=None):
    names = globals() if names is None else names
    lines = [name + ' = ' + show(names[name]) for name in sorted(names) if name not in __harness__]
    return '\n'.join(lines)
__harness__ = set(globals()) | {'__harness__'}

# The program.
with (guard):
    log(repr(ExceptionGroup('', [ExceptionGroup('', [AttributeError()])]).split(AttributeError)))
print(*__log__, sep="\n")
print(__digest__())
