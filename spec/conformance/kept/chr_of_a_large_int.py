# /// gradus
# id = "kept.chr-of-a-large-int"
# rules = ["builtin.getattr", "call.special", "call.star", "class.bases"]
# python = ">=3.13"
# expect = "exit 0"
# ///
__log__ = []
def caught(error):
    parts = []
    while error is not None and len(parts) < 12:
        parts.append(type(error).__name__)
        cause = error.__cause__
        parts.append('in' if cause is None else 'from')
        error = error.__context__ if cause is None else cause
    __log__.append(' '.join(parts))
class Guard:
    def __enter__(self):
        pass
    def __exit__(self, kind, error, traceback):
        caught(error)
        return True
guard = Guard()
def __digest__(names=None):
    names = globals() if names is None else names
    lines = [name + ' = ' + show(names[name]) for name in sorted(names) if name not in __harness__]
    return '\n'.join(lines)
__harness__ = set(globals()) | {'__harness__'}

# The program.
with (guard):
    chr(1152921504606846976)
print(*__log__, sep="\n")
print(__digest__())
