"""Texts in JavaScript Object Notation."""

__all__ = ['dump', 'dumps', 'load', 'loads', 'JSONDecoder', 'JSONDecodeError', 'JSONEncoder']


class JSONDecodeError(ValueError):
    """A text is no JSON; says where."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {lineno} column {colno} (char {pos})')
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


JSONDecodeError.__module__ = 'json.decoder'


# ---- Writing --------------------------------------------------------------------------------------------------------

_ESCAPES = {'\\': '\\\\', '"': '\\"', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t'}


def _text(string, ascii_only):
    pieces = ['"']
    for character in str(string):
        if character in _ESCAPES:
            pieces.append(_ESCAPES[character])
        elif ' ' <= character <= '~' or character > '~' and not ascii_only:
            pieces.append(character)
        elif character > '\uffff':
            # Two halves, as UTF-16 has them.
            code = ord(character) - 0x10000
            pieces.append(f'\\u{0xd800 | code >> 10:04x}\\u{0xdc00 | code & 0x3ff:04x}')
        else:
            pieces.append(f'\\u{ord(character):04x}')
    pieces.append('"')
    return ''.join(pieces)


class JSONEncoder:
    """Writes objects as JSON."""

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        """What stands for an object of another type; a subclass may know."""
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        """The text for an object."""
        return ''.join(self.iterencode(o))

    def iterencode(self, o, _one_shot=False):
        """The text in pieces."""
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = ' ' * indent
        pieces = []
        self._write(o, pieces.append, indent, '\n', [])
        return iter(pieces)

    def _write(self, o, write, indent, newline, parents):
        if isinstance(o, str):
            write(_text(o, self.ensure_ascii))
        elif o is None:
            write('null')
        elif o is True:
            write('true')
        elif o is False:
            write('false')
        elif isinstance(o, int):
            write(int.__repr__(o))
        elif isinstance(o, float):
            write(self._float(o))
        else:
            if self.check_circular:
                for parent in parents:
                    if parent is o:
                        raise ValueError('Circular reference detected')
            parents.append(o)
            if isinstance(o, (list, tuple)):
                self._write_list(o, write, indent, newline, parents)
            elif isinstance(o, dict):
                self._write_dict(o, write, indent, newline, parents)
            else:
                self._write(self.default(o), write, indent, newline, parents)
            parents.pop()

    def _float(self, o):
        if o != o:
            text = 'NaN'
        elif o - o != 0.0:
            text = 'Infinity' if o > 0 else '-Infinity'
        else:
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError(f'Out of range float values are not JSON compliant: {o!r}')
        return text

    def _write_list(self, items, write, indent, newline, parents):
        if not items:
            write('[]')
            return
        inner = newline + indent if indent is not None else ''
        separator = '[' + inner
        for item in items:
            write(separator)
            separator = self.item_separator + inner
            self._write(item, write, indent, inner, parents)
        write((newline if indent is not None else '') + ']')

    def _write_dict(self, mapping, write, indent, newline, parents):
        if not mapping:
            write('{}')
            return
        inner = newline + indent if indent is not None else ''
        separator = '{' + inner
        is_empty = True
        items = mapping.items()
        for key, value in sorted(items) if self.sort_keys else items:
            if not isinstance(key, str):
                if key is None or isinstance(key, (int, float)):
                    text = []
                    self._write(key, text.append, None, '', [])
                    key = text[0]
                elif self.skipkeys:
                    continue
                else:
                    raise TypeError(
                        f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')
            write(separator)
            separator = self.item_separator + inner
            is_empty = False
            write(_text(key, self.ensure_ascii))
            write(self.key_separator)
            self._write(value, write, indent, inner, parents)
        if is_empty:
            write('{}')
        else:
            write((newline if indent is not None else '') + '}')


JSONEncoder.__module__ = 'json.encoder'


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    """The JSON text for an object."""
    encoder = (cls or JSONEncoder)(
        skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
        indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw)
    return encoder.encode(obj)


def dump(obj, fp, **options):
    """Write the JSON text for an object to a file."""
    cls = options.pop('cls', None) or JSONEncoder
    for chunk in cls(**options).iterencode(obj):
        fp.write(chunk)


# ---- Reading --------------------------------------------------------------------------------------------------------

_SPACE = ' \t\n\r'
_UNESCAPED = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}
_DIGITS = '0123456789'


class JSONDecoder:
    """Reads JSON."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        """The object that a text stands for."""
        obj, end = self.raw_decode(s, _skip_space(s, 0))
        end = _skip_space(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return obj

    def raw_decode(self, s, idx=0):
        """The object at the beginning of a text, and the place where it ends."""
        return self._value(s, idx)

    def _value(self, s, i):
        first = s[i:i + 1]
        if first == '"':
            return self._string(s, i + 1)
        if first == '{':
            return self._object(s, i + 1)
        if first == '[':
            return self._array(s, i + 1)
        for word, value in (('null', None), ('true', True), ('false', False)):
            if s.startswith(word, i):
                return value, i + len(word)
        for word in ('NaN', 'Infinity', '-Infinity'):
            if s.startswith(word, i):
                return self.parse_constant(word), i + len(word)
        return self._number(s, i)

    def _number(self, s, i):
        start = i
        if s[i:i + 1] == '-':
            i += 1
        if s[i:i + 1] == '0':
            i += 1
        else:
            end = _skip_digits(s, i)
            if end == i:
                raise JSONDecodeError('Expecting value', s, start)
            i = end
        is_float = False
        if s[i:i + 1] == '.':
            end = _skip_digits(s, i + 1)
            if end > i + 1:
                i, is_float = end, True
        if s[i:i + 1] in ('e', 'E'):
            after_sign = i + 2 if s[i + 1:i + 2] in ('+', '-') else i + 1
            end = _skip_digits(s, after_sign)
            if end > after_sign:
                i, is_float = end, True
        return (self.parse_float if is_float else self.parse_int)(s[start:i]), i

    def _string(self, s, i):
        start = i - 1
        pieces = []
        while True:
            # Up to the next character that is not simply itself.
            end = i
            while end < len(s) and s[end] not in '"\\' and (s[end] >= ' ' or not self.strict):
                end += 1
            pieces.append(s[i:end])
            if end == len(s):
                raise JSONDecodeError('Unterminated string starting at', s, start)
            if s[end] == '"':
                return ''.join(pieces), end + 1
            if s[end] != '\\':
                raise JSONDecodeError('Invalid control character at', s, end)
            kind = s[end + 1:end + 2]
            if kind == '':
                raise JSONDecodeError('Unterminated string starting at', s, start)
            if kind != 'u':
                if kind not in _UNESCAPED:
                    raise JSONDecodeError('Invalid \\escape', s, end)
                pieces.append(_UNESCAPED[kind])
                i = end + 2
                continue
            code = _four_digits(s, end + 2)
            i = end + 6
            if 0xD800 <= code <= 0xDBFF and s[i:i + 2] == '\\u':
                # Two halves make one character.
                low = _four_digits(s, i + 2)
                if 0xDC00 <= low <= 0xDFFF:
                    code = 0x10000 + ((code - 0xD800) << 10 | low - 0xDC00)
                    i += 6
            pieces.append(chr(code))

    def _array(self, s, i):
        result = []
        i = _skip_space(s, i)
        if s[i:i + 1] == ']':
            return result, i + 1
        while True:
            value, i = self._value(s, i)
            result.append(value)
            i = _skip_space(s, i)
            if s[i:i + 1] == ']':
                return result, i + 1
            if s[i:i + 1] != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, i)
            comma = i
            i = _skip_space(s, i + 1)
            if s[i:i + 1] == ']':
                raise JSONDecodeError('Illegal trailing comma before end of array', s, comma)

    def _object(self, s, i):
        pairs = []
        i = _skip_space(s, i)
        if s[i:i + 1] == '}':
            return self._finish(pairs), i + 1
        if s[i:i + 1] != '"':
            raise JSONDecodeError('Expecting property name enclosed in double quotes', s, i)
        while True:
            key, i = self._string(s, i + 1)
            i = _skip_space(s, i)
            if s[i:i + 1] != ':':
                raise JSONDecodeError("Expecting ':' delimiter", s, i)
            value, i = self._value(s, _skip_space(s, i + 1))
            pairs.append((key, value))
            i = _skip_space(s, i)
            if s[i:i + 1] == '}':
                return self._finish(pairs), i + 1
            if s[i:i + 1] != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, i)
            comma = i
            i = _skip_space(s, i + 1)
            if s[i:i + 1] == '}':
                raise JSONDecodeError('Illegal trailing comma before end of object', s, comma)
            if s[i:i + 1] != '"':
                raise JSONDecodeError('Expecting property name enclosed in double quotes', s, i)

    def _finish(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        result = dict(pairs)
        return result if self.object_hook is None else self.object_hook(result)


JSONDecoder.__module__ = 'json.decoder'

_CONSTANTS = {'NaN': float('nan'), 'Infinity': float('inf'), '-Infinity': float('-inf')}


def _skip_space(s, i):
    while i < len(s) and s[i] in _SPACE:
        i += 1
    return i


def _skip_digits(s, i):
    while i < len(s) and s[i] in _DIGITS:
        i += 1
    return i


def _four_digits(s, i):
    digits = s[i:i + 4]
    if len(digits) == 4 and all([digit in '0123456789abcdefABCDEF' for digit in digits]):
        return int(digits, 16)
    raise JSONDecodeError('Invalid \\uXXXX escape', s, i - 1)


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **kw):
    """The object that a JSON text stands for."""
    if isinstance(s, str):
        if s.startswith('\ufeff'):
            raise JSONDecodeError('Unexpected UTF-8 BOM (decode using utf-8-sig)', s, 0)
    elif isinstance(s, (bytes, bytearray)):
        s = s.decode('utf-8', 'surrogatepass')
    else:
        raise TypeError(f'the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}')
    decoder = (cls or JSONDecoder)(
        object_hook=object_hook, parse_float=parse_float, parse_int=parse_int, parse_constant=parse_constant,
        object_pairs_hook=object_pairs_hook, **kw)
    return decoder.decode(s)


def load(fp, **options):
    """The object that the JSON text of a file stands for."""
    return loads(fp.read(), **options)
