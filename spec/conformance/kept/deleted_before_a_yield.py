# /// gradus
# id = "kept.deleted-before-a-yield"
# rules = ["call.star", "exception.raise", "expr.call.starred", "expr.list"]
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
    if kind is int:
        return repr(value) if -(1 << 200) < value < 1 << 200 else 'int ' + str(value.bit_length()) + hex(value & 281474976710655)
    if value is None or kind is bool or kind is float:
        return repr(value)
    if kind is list or kind is tuple:
        return ('[' if kind is list else '(') + _several(value, depth) + ']'
    return _other(value, kind, depth)
def _several(values, depth):
    return ', '.join([show(item, depth - 1) for item in values[:20]]) + ('...' if len(values) > 20 else '')
def _other(value, kind, depth):
    name = _name_of(kind)
    if name == 'function' or name == 'module':
        return name + ' ' + value.__name__
def log(*values):
    __log__.append(' '.join([show(value) for value in values]))
def at(label, value):
    __log__.append(label)
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
def a(b, c):
    try:
        try:
            raise 0 from (yield)
        except:
            del b
        (yield 0)
        b
    except:
        at('#26', 0)
log(list(a(b=0, c=0)))
print(*__log__, sep="\n")
print(__digest__())
