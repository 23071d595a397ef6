# /// gradus
# id = "kept.text-with-bytes"
# rules = ["builtin.issubclass", "call.star", "convert.ascii", "convert.format"]
# python = ">=3.8"
# expect = "exit 0"
# ///
__log__ = []
try:
    _name_of = type.__dict__['__name__'].__get__
except Exception:
    _name_of = lambda kind: kind.__name__
def show(value, depth=3):
    kind = type(value)
    if kind is str:
        return ascii(value) if len(value) < 80 else ascii(value[:80]) + str(len(value))
    return _other(value, kind, depth)
def _other(value, kind, depth):
    if issubclass(kind, type):
        return 'class ' + _name_of(value)
def log(*values):
    __log__.append(' '.join([show(value) for value in values]))
def at(label, value):
    __log__.append(label)
    return value
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
class V:
    'A value all of whose operations are noted.'
def __digest__(names=None):
    names = globals() if names is None else names
    lines = [name + ' = ' + show(names[name]) for name in sorted(names) if name not in __harness__]
    return '\n'.join(lines)
__harness__ = set(globals()) | {'__harness__'}

# The program.
with (guard):
    class c1(str):
        def __bytes__(self):
            log('c1.__bytes__')
    log(bytes(at('#9', c1)()))
print(*__log__, sep="\n")
print(__digest__())
