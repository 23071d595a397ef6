# /// gradus
# id = "kept.difference-of-sets-of-one-hash"
# rules = ["bind.starred", "container.find", "expr.compare", "expr.comprehension"]
# python = ">=3.8"
# expect = "exit 0"
# ///
__log__ = []
__left__ = [250, 0]
def show(value, depth=3):
    kind = type(value)
    if kind is int:
        return repr(value) if -(1 << 200) < value < 1 << 200 else 'int ' + str(value.bit_length()) + hex(value & 281474976710655)
    if issubclass(kind, V):
        return value.name
def _fresh():
    __left__[1] += 1
    return 'v' + str(__left__[1])
def _note(self, what):
    __log__.append(self.name + what)
class V:
    def __init__(self, value, name=None):
        self.name = name or _fresh()
        self.value = value
    def __bool__(self):
        _note(self, ' bool')
        return self.value % 3 != 0
    def __hash__(self):
        return self.value
class I(V):
    'Operations in place, too.'
class W(V):
    'A subclass whose reflected operations go first.'
class N(V):
    'It leaves its operations to the other operand.'
class B(V):
    'Its comparisons give plain truth values.'
def _operator(symbol, step):
    def operator(self, other):
        _note(self, symbol + show(other, 0))
        return V(self.value + step)
    return operator
def _plain(symbol, step):
    def comparison(self, other):
        _note(self, symbol + show(other, 0))
def _refusal(symbol):
    def operator(self, other):
        _note(self, symbol + show(other, 0))
def _inplace(symbol, step):
    def operator(self, other):
        _note(self, symbol + show(other, 0))
def _unary(symbol, step):
    def operator(self):
        _note(self, symbol)
def _equip():
    names = 'add sub mul truediv floordiv mod matmul lshift rshift and or xor divmod'.split()
    symbols = '+ - * / // % @ << >> & | ^ divmod'.split()
    for (step, name) in enumerate(names):
        symbol = ' ' + symbols[step] + ' '
        setattr(V, '__' + name + '__', _operator(symbol, step))
    for (step, name) in enumerate(['eq', 'ne', 'lt', 'le', 'gt', 'ge']):
        symbol = ' ' + ['==', '!=', '<', '<=', '>', '>='][step] + ' '
        setattr(V, '__' + name + '__', _operator(symbol, step))
_equip()
def __digest__(names=None):
    names = globals() if names is None else names
    lines = [name + ' = ' + show(names[name]) for name in sorted(names) if name not in __harness__]
    return '\n'.join(lines)
__harness__ = set(globals()) | {'__harness__'}

# The program.
a = V(0)
{a} - {a + 0}
print(*__log__, sep="\n")
print(__digest__())
