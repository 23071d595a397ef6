# /// gradus
# id = "kept.thrown-while-another-is-handled"
# rules = ["attribute.get.object", "call.star", "exception.raise", "expr.call.starred"]
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
    name = _name_of(kind)
    if name == 'function' or name == 'module':
        return name + ' ' + value.__name__
    try:
        names = object.__getattribute__(value, '__dict__')
    except AttributeError:
        return '<' + name + '>'
def caught(error):
    parts = []
    while error is not None and len(parts) < 12:
        parts.append(type(error).__name__)
        cause = error.__cause__
        parts.append('in' if cause is None else 'from')
        error = error.__context__ if cause is None else cause
    __log__.append(' '.join(parts))
class V:
    'A value all of whose operations are noted.'
class It:
    'An iterator that notes each request.'
class Box:
    'A container that notes each access. Attributes that it has not are made up.'
class Ctx:
    'A context manager.'
class D:
    'A data descriptor.'
class G:
    'A descriptor for reading only: an attribute of the instance goes first.'
def __digest__(names=None):
    names = globals() if names is None else names
    lines = [name + ' = ' + show(names[name]) for name in sorted(names) if name not in __harness__]
    return '\n'.join(lines)
__harness__ = set(globals()) | {'__harness__'}

# The program.
def a():
    (yield)
try:
    raise
except:
    b = a()
    try:
        b.throw(IndexError)
    except Exception as c:
        caught(c)
print(*__log__, sep="\n")
print(__digest__())
