# Methods of lists, tuples, strings and bytes that take any iterable, compare items, or ask objects for a text.
#
# A method of a subclass may have been overridden, so the items of `self` are reached through the built-in type:
# `list.__getitem__(self, i)`. Where a method here calls itself with arguments of built-in types (`str.join` of a list
# of strings, say), that call is done in one step.
#
# Intrinsics used in this file, beside those of functions.py:
#   _enter_repr(obj)        whether the repr of this object is being made already; if not, notes that it is now
#   _leave_repr(obj)        takes the note back
#   _parse_format(template) what `str.format` finds: a list of (literal, field, conversion, spec). `literal` is the text
#                           before the field, with `{{` and `}}` already replaced. After the last field comes the text
#                           that is left, with None three times. `conversion` is a character or None, `spec` a str.
#                           A template that is not well formed raises the ValueError of `str.format`.
#   _parse_percent(template) what `%` finds: a list of (literal, key, flags, width, precision, conversion, index).
#                           `literal` is the text before it; `key` the text in parentheses or None; `flags` some of
#                           `#0- +`; `width` and `precision` an int, '*', or None; the letters h, l, L are skipped;
#                           `conversion` is the character at `index`. After the last one comes the text that is left,
#                           with None for the conversion. Where the template ends too early the conversion is '', and
#                           '(' is the key if it ends within the key.


# ---- Making lists and tuples ----------------------------------------------------------------------------------------

def tuple_new(cls, iterable=(), /):
    return tuple.__new__(cls, _items(iterable))


# ---- Indices --------------------------------------------------------------------------------------------------------

def _bound(bound):
    """A bound of a slice: an int, or None where it is left out."""
    if bound is None or type(bound) is int:
        return bound
    if _find(type(bound), '__index__', None) is None:
        raise TypeError('slice indices must be integers or None or have an __index__ method')
    return _index(bound)


def _place(bound):
    """A bound in `list.index` and the like, where None has no meaning."""
    if _find(type(bound), '__index__', None) is None:
        raise TypeError('slice indices must be integers or have an __index__ method')
    return _index(bound)


def _key(key, message):
    """An index or slice in which every object with an `__index__` has been replaced by its int."""
    if type(key) is slice:
        # Slices ask for their step first.
        step = _bound(key.step)
        if step == 0:
            raise ValueError('slice step cannot be zero')
        start = _bound(key.start)
        return slice(start, _bound(key.stop), step)
    if _find(type(key), '__index__', None) is None:
        raise TypeError(message + _type_name(key))
    return _index(key)


def list___getitem__(self, index, /):
    return list.__getitem__(self, _key(index, 'list indices must be integers or slices, not '))


def list___setitem__(self, key, value, /):
    key = _key(key, 'list indices must be integers or slices, not ')
    if type(key) is slice:
        list_set_slice(self, key.start, key.stop, key.step, value)
    else:
        list.__setitem__(self, key, value)


def list_set_slice(self, start, stop, step, iterable):
    """`self[start:stop:step] = iterable`, whose bounds are ints or None."""
    list.__setitem__(self, slice(start, stop, step), _items_or(iterable, 'must assign iterable to extended slice'))


def list___delitem__(self, key, /):
    list.__delitem__(self, _key(key, 'list indices must be integers or slices, not '))


def tuple___getitem__(self, key, /):
    return tuple.__getitem__(self, _key(key, 'tuple indices must be integers or slices, not '))


def str___getitem__(self, key, /):
    if type(key) is not slice and _find(type(key), '__index__', None) is None:
        raise TypeError(f"string indices must be integers, not '{_type_name(key)}'")
    return str.__getitem__(self, _key(key, ''))


def bytes___getitem__(self, key, /):
    return bytes.__getitem__(self, _key(key, 'byte indices must be integers or slices, not '))


def bytearray___getitem__(self, index, /):
    return bytearray.__getitem__(self, _key(index, 'bytearray indices must be integers or slices, not '))


def bytearray___setitem__(self, key, value, /):
    plain = _key(key, 'bytearray indices must be integers or slices, not ')
    if type(plain) is not slice:
        bytearray.__setitem__(self, plain, _byte(value))
    elif _is_bytes(value):
        bytearray.__setitem__(self, plain, value)
    elif _isa(value, str) or _isa(value, int):
        raise TypeError('can assign only bytes, buffers, or iterables of ints in range(0, 256)')
    else:
        # Reading the iterable may have changed what the bounds say, so they are asked for again.
        bytearray___setitem__(self, key, _bytes_of(value))


def bytearray___delitem__(self, key, /):
    bytearray.__delitem__(self, _key(key, 'bytearray indices must be integers or slices, not '))


def range___getitem__(self, key, /):
    return range.__getitem__(self, _key(key, 'range indices must be integers or slices, not '))


# ---- Searching ------------------------------------------------------------------------------------------------------

def list_index(self, value, start=0, stop=0x7FFF_FFFF_FFFF_FFFF, /):
    return _find_item(list, self, value, start, stop, 'list')


def tuple_index(self, value, start=0, stop=0x7FFF_FFFF_FFFF_FFFF, /):
    return _find_item(tuple, self, value, start, stop, 'tuple')


def _find_item(kind, self, value, start, stop, name):
    start, stop = _place(start), _place(stop)
    if start < 0:
        start = _max(start + kind.__len__(self), 0)
    if stop < 0:
        stop = _max(stop + kind.__len__(self), 0)
    # A comparison may change the list: its length is asked for each time.
    while start < stop and start < kind.__len__(self):
        item = kind.__getitem__(self, start)
        if item is value or item == value:
            return start
        start += 1
    if name == 'list':
        raise ValueError(f'{value!r} is not in list')
    raise ValueError('tuple.index(x): x not in tuple')


def _max(a, b):
    return a if a > b else b


def list_count(self, value, /):
    return _count_item(list.__iter__(self), value)


def tuple_count(self, value, /):
    return _count_item(tuple.__iter__(self), value)


def _count_item(items, value):
    count = 0
    for item in items:
        if item is value or item == value:
            count += 1
    return count


def list___contains__(self, key, /):
    return _contains(list.__iter__(self), key)


def tuple___contains__(self, key, /):
    return _contains(tuple.__iter__(self), key)


def _contains(items, value):
    for item in items:
        if item is value or item == value:
            return True
    return False


def range_index(self, value, /):
    # No int, though it may be equal to one: look at each member.
    place = 0
    for member in range.__iter__(self):
        if member == value:
            return place
        place += 1
    raise ValueError('sequence.index(x): x not in sequence')


def range_count(self, value, /):
    return _count_item(range.__iter__(self), value)


def range___contains__(self, key, /):
    return _contains(range.__iter__(self), key)


def list_remove(self, value, /):
    place = 0
    while place < list.__len__(self):
        item = list.__getitem__(self, place)
        if item is value or item == value:
            list.__delitem__(self, slice(place, place + 1))
            return
        place += 1
    raise ValueError('list.remove(x): x not in list')


# ---- Comparing ------------------------------------------------------------------------------------------------------
# Two sequences are ordered like their first items that differ; if none does, like their lengths. An object is taken
# to equal itself. What the comparison of the items gives is the result, even when it is no bool.

def _first_difference(kind, left, right):
    """The first place where the items differ, or where the shorter one ends."""
    place = 0
    while place < kind.__len__(left) and place < kind.__len__(right):
        a, b = kind.__getitem__(left, place), kind.__getitem__(right, place)
        if not (a is b or a == b):
            return place
        place += 1
    return place


def _differs(kind, left, right):
    place = _first_difference(kind, left, right)
    if place < kind.__len__(left) and place < kind.__len__(right):
        return True
    return kind.__len__(left) != kind.__len__(right)


def list___eq__(self, value, /):
    if not _isa(value, list):
        return NotImplemented
    return list.__len__(self) == list.__len__(value) and not _differs(list, self, value)


def list___ne__(self, value, /):
    if not _isa(value, list):
        return NotImplemented
    return list.__len__(self) != list.__len__(value) or _differs(list, self, value)


def tuple___eq__(self, value, /):
    return not _differs(tuple, self, value) if _isa(value, tuple) else NotImplemented


def tuple___ne__(self, value, /):
    return _differs(tuple, self, value) if _isa(value, tuple) else NotImplemented


def list___lt__(self, value, /):
    return _is_less(list, self, value) if _isa(value, list) else NotImplemented


def tuple___lt__(self, value, /):
    return _is_less(tuple, self, value) if _isa(value, tuple) else NotImplemented


def _is_less(kind, left, right):
    place = _first_difference(kind, left, right)
    if place >= kind.__len__(left) or place >= kind.__len__(right):
        return kind.__len__(left) < kind.__len__(right)
    return kind.__getitem__(left, place) < kind.__getitem__(right, place)


def list___le__(self, value, /):
    return _is_less_or_equal(list, self, value) if _isa(value, list) else NotImplemented


def tuple___le__(self, value, /):
    return _is_less_or_equal(tuple, self, value) if _isa(value, tuple) else NotImplemented


def _is_less_or_equal(kind, left, right):
    place = _first_difference(kind, left, right)
    if place >= kind.__len__(left) or place >= kind.__len__(right):
        return kind.__len__(left) <= kind.__len__(right)
    return kind.__getitem__(left, place) <= kind.__getitem__(right, place)


def list___gt__(self, value, /):
    return _is_greater(list, self, value) if _isa(value, list) else NotImplemented


def tuple___gt__(self, value, /):
    return _is_greater(tuple, self, value) if _isa(value, tuple) else NotImplemented


def _is_greater(kind, left, right):
    place = _first_difference(kind, left, right)
    if place >= kind.__len__(left) or place >= kind.__len__(right):
        return kind.__len__(left) > kind.__len__(right)
    return kind.__getitem__(left, place) > kind.__getitem__(right, place)


def list___ge__(self, value, /):
    return _is_greater_or_equal(list, self, value) if _isa(value, list) else NotImplemented


def tuple___ge__(self, value, /):
    return _is_greater_or_equal(tuple, self, value) if _isa(value, tuple) else NotImplemented


def _is_greater_or_equal(kind, left, right):
    place = _first_difference(kind, left, right)
    if place >= kind.__len__(left) or place >= kind.__len__(right):
        return kind.__len__(left) >= kind.__len__(right)
    return kind.__getitem__(left, place) >= kind.__getitem__(right, place)


# ---- Joining and repeating ------------------------------------------------------------------------------------------

# ---- repr -----------------------------------------------------------------------------------------------------------

def list_repr(self, /):
    if list.__len__(self) == 0:
        return '[]'
    if _enter_repr(self):
        return '[...]'
    try:
        return '[' + ', '.join([repr(item) for item in list.__iter__(self)]) + ']'
    finally:
        _leave_repr(self)


def tuple_repr(self, /):
    if tuple.__len__(self) == 0:
        return '()'
    if _enter_repr(self):
        return '(...)'
    try:
        text = ', '.join([repr(item) for item in tuple.__iter__(self)])
        return f'({text},)' if tuple.__len__(self) == 1 else f'({text})'
    finally:
        _leave_repr(self)


def slice_repr(self, /):
    return f'slice({self.start!r}, {self.stop!r}, {self.step!r})'


def range_repr(self, /):
    if self.step == 1:
        return f'range({self.start!r}, {self.stop!r})'
    return f'range({self.start!r}, {self.stop!r}, {self.step!r})'


# ---- Making strings -------------------------------------------------------------------------------------------------

def str_new(cls, object='', encoding=_missing, errors=_missing):
    if encoding is _missing and errors is _missing:
        text = _str(object)
    else:
        if encoding is not _missing and not _isa(encoding, str):
            raise TypeError(f"str() argument 'encoding' must be str, not {_type_name(encoding)}")
        if errors is not _missing and not _isa(errors, str):
            raise TypeError(f"str() argument 'errors' must be str, not {_type_name(errors)}")
        if _isa(object, str):
            raise TypeError('decoding str is not supported')
        if not _is_bytes(object):
            raise TypeError(f'decoding to str: need a bytes-like object, {_type_name(object)} found')
        encoding = 'utf-8' if encoding is _missing else encoding
        text = bytes(object).decode(encoding, 'strict' if errors is _missing else errors)
    return text if cls is str else str.__new__(cls, text)


def _str(obj):
    if type(obj) is str:
        return obj
    text = _special(obj, '__str__')()
    if not _isa(text, str):
        raise TypeError(f'__str__ returned non-string (type {_type_name(text)})')
    return text


def str_join(self, iterable, /):
    items = _items_or(iterable, 'can only join an iterable')
    for place in range(_len(items)):
        if not _isa(items[place], str):
            kind = _type_name(items[place])
            raise TypeError(f'sequence item {place}: expected str instance, {kind} found')
    return str.join(self, items)


def _items_or(iterable, refusal):
    """A new list of the items of an iterable; a message of one's own if it is none."""
    try:
        iterator = iter(iterable)
    except TypeError:
        iterator = None
    if iterator is None:
        raise TypeError(refusal)
    return _items(iterator)


def str_translate(self, table, /):
    pieces = []
    for character in str.__iter__(self):
        try:
            new = table[ord(character)]
        except LookupError:
            new = character
        if new is None:
            continue
        if _isa(new, int):
            if not 0 <= new <= 0x10FFFF:
                raise ValueError('character mapping must be in range(0x110000)')
            new = chr(new)
        elif not _isa(new, str):
            raise TypeError('character mapping must return integer, None or str')
        pieces.append(new)
    return ''.join(pieces)


# ---- str.format -----------------------------------------------------------------------------------------------------

def str_format(self, /, *args, **kwargs):
    return _Formatter(args, kwargs).format(self, 2)


def str_format_map(self, mapping, /):
    return _Formatter(None, mapping).format(self, 2)


class _Formatter:
    """One call of `str.format`: its arguments, and how the fields are numbered."""

    def __init__(self, args, mapping):
        self.args = args
        self.mapping = mapping
        # The number of the next field without one; None as long as it is open whether fields have numbers.
        self.next_number = None
        self.has_numbers = False

    def format(self, template, depth):
        """A format specification may contain fields; those may not."""
        if depth == 0:
            raise ValueError('Max string recursion exceeded')
        pieces = []
        for literal, field, conversion, spec in _parse_format(template):
            pieces.append(literal)
            if field is None:
                continue
            value = self.value(field)
            if conversion == 'r':
                value = repr(value)
            elif conversion == 's':
                value = str(value)
            elif conversion == 'a':
                value = ascii(value)
            elif conversion is not None:
                raise ValueError(_unknown_conversion(conversion))
            if '{' in spec or '}' in spec:
                spec = self.format(spec, depth - 1)
            pieces.append(format(value, spec))
        return ''.join(pieces)

    def value(self, field):
        """The object that a field such as `0.name[key]` stands for."""
        end = 0
        while end < _len(field) and field[end] not in '.[':
            end += 1
        value = self.argument(field[:end], field)
        while end < _len(field):
            start = end + 1
            if field[end] == '.':
                end = start
                while end < _len(field) and field[end] not in '.[':
                    end += 1
                if end == start:
                    raise ValueError('Empty attribute in format string')
                value = getattr(value, field[start:end])
            elif field[end] == '[':
                end = field.find(']', start)
                if end < 0:
                    raise ValueError("Missing ']' in format string")
                if end == start:
                    raise ValueError('Empty attribute in format string')
                key = field[start:end]
                number = _decimal(key)
                value = value[key if number is None else number]
                end += 1
            else:
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        return value

    def argument(self, name, field):
        number = _decimal(name)
        if name == '':
            if self.has_numbers:
                raise ValueError(
                    'cannot switch from manual field specification to automatic field numbering')
            number = self.next_number = 0 if self.next_number is None else self.next_number + 1
        elif number is not None:
            if self.next_number is not None:
                raise ValueError(
                    'cannot switch from automatic field numbering to manual field specification')
            self.has_numbers = True
        else:
            return self.mapping[name]
        if self.args is None:
            raise ValueError('Format string contains positional fields')
        if number >= _len(self.args):
            raise IndexError(f'Replacement index {number} out of range for positional args tuple')
        return self.args[number]


def _decimal(text):
    """The number that a text of digits stands for, or None."""
    if not text:
        return None
    for character in text:
        if not character.isdecimal():
            return None
    number = int(text)
    if number > 0x7FFF_FFFF_FFFF_FFFF:
        raise ValueError('Too many decimal digits in format string')
    return number


def _unknown_conversion(conversion):
    if '!' <= conversion <= '~':
        return f'Unknown conversion specifier {conversion}'
    return f'Unknown conversion specifier \\x{ord(conversion):x}'


# ---- The `%` operator of strings ------------------------------------------------------------------------------------

def str_mod(self, value, /):
    if not _isa(self, str):
        return NotImplemented
    return _expand(self, value, _percent_value, lambda key: key)


def bytes___mod__(self, value, /):
    # The template is read as Latin-1, and so the result is written.
    text = _expand(_latin(self), value, _percent_bytes, lambda key: key.encode('latin-1'))
    return bytearray(text, 'latin-1') if _isa(self, bytearray) else text.encode('latin-1')


def bytes___rmod__(self, value, /):
    return bytes___mod__(value, self)


def _latin(data):
    return str(data, 'latin-1')


def _expand(template, value, value_of, key_of):
    """The template with its conversions replaced. `value_of` gives what a conversion makes of a value, `key_of` the key
    of the mapping that a key in the template stands for."""
    arguments = _PercentArguments(value)
    pieces = []
    for literal, key, flags, width, precision, conversion, index in _parse_percent(template):
        pieces.append(literal)
        if conversion is None:
            continue
        if conversion == '' and key == '(':
            arguments.mapping_only()
            raise ValueError('incomplete format key')
        if key is not None:
            arguments.choose(key_of(key))
        if width == '*':
            width = arguments.next_int()
            if width < 0:
                flags, width = flags + '-', -width
        if precision == '*':
            precision = _max(arguments.next_int(), 0)
        if conversion == '':
            raise ValueError('incomplete format')
        if conversion == '%' and index > 0 and template[index - 1] == '%':
            pieces.append('%')
            continue
        item = arguments.next()
        # What is left to do for a value of a built-in type is done in one step.
        code, item = value_of(conversion, index, item)
        layout = '%' + flags
        if width is not None:
            layout += str(width)
        if precision is not None:
            layout += '.' + str(precision)
        pieces.append(str.__mod__(layout + code, (item,)))
    arguments.check_end('string' if value_of is _percent_value else 'bytes')
    return ''.join(pieces)


def _percent_bytes(conversion, index, value):
    """The same for a template of bytes: texts in Latin-1."""
    if conversion == 'b' or conversion == 's':
        return 's', _latin(_bytes_to_insert(value))
    if conversion == 'r' or conversion == 'a':
        return 's', ascii(value)
    if conversion == 'c':
        if _isa(value, bytes) or _isa(value, bytearray):
            if _len(value) != 1:
                raise TypeError('%c requires an integer in range(256) or a single byte')
            return 'c', value[0]
        if _find(type(value), '__index__', None) is None:
            raise TypeError('%c requires an integer in range(256) or a single byte')
        number = _index(value)
        if not 0 <= number < 256:
            raise OverflowError('%c arg not in range(256)')
        return 'c', number
    return _percent_value(conversion, index, value)


def _bytes_by_method(value):
    """What `__bytes__` gives, or None where there is none (Language Reference 3.3.1)."""
    method = _special(value, '__bytes__')
    if method is None:
        return None
    data = method()
    if not _isa(data, bytes):
        raise TypeError(f'__bytes__ returned non-bytes (type {_type_name(data)})')
    return data


def _bytes_to_insert(value):
    if _isa(value, bytes) or _isa(value, bytearray):
        return value
    data = _bytes_by_method(value)
    if data is not None:
        return data
    if _isa(value, memoryview):
        return value
    kind = _type_name(value)
    raise TypeError(f"%b requires a bytes-like object, or an object that implements __bytes__, not '{kind}'")


def _percent_value(conversion, index, value):
    """The text or number that a conversion makes of a value, and the code by which it is to be laid out."""
    if conversion == 's':
        return 's', str(value)
    if conversion == 'r':
        return 's', repr(value)
    if conversion == 'a':
        return 's', ascii(value)
    if conversion == 'c':
        if _isa(value, str):
            if str.__len__(value) != 1:
                raise TypeError('%c requires int or char')
            return 'c', str.__str__(value)
        if _find(type(value), '__index__', None) is None:
            raise TypeError('%c requires int or char')
        return 'c', _index(value)
    if conversion in 'diu':
        return conversion, _percent_int(conversion, value)
    if conversion in 'xXo':
        if _find(type(value), '__index__', None) is None:
            raise TypeError(f'%{conversion} format: an integer is required, not {_type_name(value)}')
        return conversion, _index(value)
    if conversion in 'eEfFgG':
        return conversion, _real(value)
    shown = conversion if ' ' <= conversion <= '~' else '?'
    code = f'{ord(conversion):x}'
    raise ValueError(f"unsupported format character '{shown}' (0x{code}) at index {index}")


def _percent_int(conversion, value):
    if _isa(value, int):
        return int.__int__(value)
    if not (_isa(value, complex) or _isa(value, str) or _is_bytes(value)):
        for method in ('__int__', '__index__', '__float__'):
            if _find(type(value), method, None) is not None:
                try:
                    return int(value)
                except TypeError:
                    break
    raise TypeError(f'%{conversion} format: a real number is required, not {_type_name(value)}')


class _PercentArguments:
    """What stands to the right of the `%`: a tuple of values, one value, or a mapping."""

    def __init__(self, right):
        self.right = right
        # A key in the template makes of the argument one value, which has been taken.
        self.is_tuple = _isa(right, tuple)
        self.count = tuple.__len__(right) if self.is_tuple else 1
        self.used = 0
        self.chosen = _missing
        self.is_mapping = (
            not self.is_tuple and not _isa(right, str) and _find(type(right), '__getitem__', None) is not None)

    def mapping_only(self):
        if not self.is_mapping:
            raise TypeError('format requires a mapping')

    def choose(self, key):
        self.mapping_only()
        self.chosen = self.right[key]

    def next(self):
        if self.chosen is not _missing:
            chosen, self.chosen = self.chosen, _missing
            self.used = self.count
            return chosen
        if self.used >= self.count:
            raise TypeError('not enough arguments for format string')
        self.used += 1
        return tuple.__getitem__(self.right, self.used - 1) if self.is_tuple else self.right

    def next_int(self):
        value = self.next()
        if not _isa(value, int):
            raise TypeError('* wants int')
        return int.__int__(value)

    def check_end(self, kind):
        if self.used < self.count and not self.is_mapping:
            raise TypeError(f'not all arguments converted during {kind} formatting')


# ---- bytes and bytearray --------------------------------------------------------------------------------------------

def _is_bytes(obj):
    return _isa(obj, bytes) or _isa(obj, bytearray) or _isa(obj, memoryview)


def _is_iterable(obj):
    return _find(type(obj), '__iter__', None) is not None or _find(type(obj), '__getitem__', None) is not None


def _byte(value):
    number = _index(value)
    if not 0 <= number <= 255:
        raise ValueError('byte must be in range(0, 256)')
    return number


def bytes_new(cls, source=_missing, encoding=_missing, errors=_missing):
    data = _bytes_from('bytes', source, encoding, errors)
    return data if cls is bytes and type(data) is bytes else bytes.__new__(cls, data)


def bytearray_init(self, source=_missing, encoding=_missing, errors=_missing):
    bytearray.clear(self)
    bytearray.extend(self, _bytes_from('bytearray', source, encoding, errors))


def _bytes_from(kind, source, encoding, errors):
    """The bytes that a source of any type stands for: a text, a length, an object that knows, or ints."""
    if encoding is not _missing and not _isa(encoding, str):
        raise TypeError(f"{kind}() argument 'encoding' must be str, not {_type_name(encoding)}")
    if errors is not _missing and not _isa(errors, str):
        raise TypeError(f"{kind}() argument 'errors' must be str, not {_type_name(errors)}")
    if kind == 'bytes' and source is not _missing and encoding is _missing and errors is _missing:
        # This goes first, even if the source is a text.
        data = _bytes_by_method(source)
        if data is not None:
            return data
    if _isa(source, str):
        if encoding is _missing:
            if errors is _missing:
                raise TypeError('string argument without an encoding')
            encoding = 'utf-8'
        return str.encode(source, encoding, 'strict' if errors is _missing else errors)
    if encoding is not _missing:
        raise TypeError('encoding without a string argument')
    if errors is not _missing:
        raise TypeError('errors without a string argument')
    if source is _missing:
        return b''
    if not _is_bytes(source) and _find(type(source), '__index__', None) is not None:
        # An object that is also an iterable may refuse to be an int.
        try:
            length = _index(source)
        except TypeError:
            if not _is_iterable(source):
                raise
        else:
            return bytes(length)
    return _bytes_of(source, kind)


def _bytes_of(source, kind='bytearray'):
    """The bytes of a bytes-like object or of an iterable of ints."""
    if _is_bytes(source):
        return source
    try:
        iterator = iter(source)
    except TypeError:
        iterator = None
    if iterator is None:
        raise TypeError(f"cannot convert '{_type_name(source)}' object to {kind}")
    if kind == 'bytes':
        _length_hint(source)
    return _bytes_of_ints(iterator, 'bytes' if kind == 'bytes' else 'byte')


def _bytes_of_ints(iterator, what):
    """The bytes that an iterator of ints still gives."""
    numbers = []
    while (item := next(iterator, _missing)) is not _missing:
        number = _index(item)
        if not 0 <= number <= 255:
            raise ValueError(f'{what} must be in range(0, 256)')
        numbers.append(number)
    return bytes(numbers)


def bytearray_extend(self, iterable_of_ints, /):
    if _is_bytes(iterable_of_ints):
        bytearray.extend(self, bytes(iterable_of_ints))
        return
    if not _is_iterable(iterable_of_ints):
        raise TypeError(f"can't extend bytearray with {_type_name(iterable_of_ints)}")
    if _isa(iterable_of_ints, str):
        raise TypeError(f"expected iterable of integers; got: '{_type_name(iterable_of_ints)}'")
    iterator = iter(iterable_of_ints)
    _length_hint(iterable_of_ints)
    bytearray.extend(self, _bytes_of_ints(iterator, 'byte'))


def bytes_join(self, iterable_of_bytes, /):
    return bytes.join(self, _chunks(iterable_of_bytes))


def bytearray_join(self, iterable_of_bytes, /):
    return bytearray.join(self, _chunks(iterable_of_bytes))


def _chunks(iterable):
    items = _items_or(iterable, 'can only join an iterable')
    for place in range(_len(items)):
        if not _is_bytes(items[place]):
            kind = _type_name(items[place])
            raise TypeError(f'sequence item {place}: expected a bytes-like object, {kind} found')
    return items


# ---- memoryview -----------------------------------------------------------------------------------------------------

def memoryview___getitem__(self, key, /):
    return memoryview.__getitem__(self, _key(key, ''))


def memoryview___setitem__(self, key, value, /):
    memoryview.__setitem__(self, _key(key, ''), value)
