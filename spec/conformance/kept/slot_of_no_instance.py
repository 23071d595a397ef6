# /// gradus
# id = "kept.slot-of-no-instance"
# rules = ["builtin.issubclass", "call.star", "expr.call.starred", "expr.comprehension"]
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
    return _other(value, kind, depth)
def _other(value, kind, depth):
    if issubclass(kind, type):
        return 'class ' + _name_of(value)
def log(*values):
    __log__.append(' '.join([show(value) for value in values]))
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
class a:
    __slots__ = 'i'
with (guard):
    log(type(a.__dict__['i'].__delete__(0)).__name__)
print(*__log__, sep="\n")
print(__digest__())
