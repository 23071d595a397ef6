_KEYWORDS = frozenset([
    'False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del',
    'elif', 'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal',
    'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield',
])


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A new subclass of tuple whose items have names."""
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    field_names = [str(name) for name in field_names]
    typename = str(typename)
    if rename:
        seen = set()
        for place, name in enumerate(field_names):
            if not name.isidentifier() or name in _KEYWORDS or name.startswith('_') or name in seen:
                field_names[place] = f'_{place}'
            seen.add(name)
    for name in [typename] + field_names:
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if name in _KEYWORDS:
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
    seen = set()
    for name in field_names:
        if name.startswith('_') and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        seen.add(name)
    fields = tuple(field_names)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(fields):
            raise TypeError('Got more default values than field names')
        field_defaults = dict(zip(fields[len(fields) - len(defaults):], defaults))
    count = len(fields)

    def __new__(_cls, /, *args, **kwargs):
        if kwargs or len(args) != count:
            args = _bind(f'{typename}.__new__', fields, field_defaults, args, kwargs, 1)
        return tuple.__new__(_cls, args)

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != count:
            raise TypeError(f'Expected {count} arguments, got {len(result)}')
        return result

    def _replace(self, /, **kwds):
        result = self._make([kwds.pop(name, value) for name, value in zip(fields, self)])
        if kwds:
            raise TypeError(f'Got unexpected field names: {[*kwds]!r}')
        return result

    def __repr__(self):
        text = ', '.join([f'{name}={value!r}' for name, value in zip(fields, tuple.__iter__(self))])
        return f'{type(self).__name__}({text})'

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        return tuple(self)

    arguments = ', '.join(fields)
    __new__.__doc__ = f'Create new instance of {typename}({arguments})'
    _make.__doc__ = f'Make a new {typename} object from a sequence or iterable'
    _replace.__doc__ = f'Return a new {typename} object replacing specified fields with new values'
    __repr__.__doc__ = 'Return a nicely formatted representation string'
    _asdict.__doc__ = 'Return a new dict which maps field names to their values.'
    __getnewargs__.__doc__ = 'Return self as a plain tuple.  Used by copy and pickle.'
    for method in (__new__, _make, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f'{typename}.{method.__name__}'
    namespace = {
        '__doc__': f'{typename}({arguments})',
        '__slots__': (),
        '_fields': fields,
        '_field_defaults': field_defaults,
        '__new__': __new__,
        '_make': classmethod(_make),
        '__replace__': _replace,
        '_replace': _replace,
        '__repr__': __repr__,
        '_asdict': _asdict,
        '__getnewargs__': __getnewargs__,
        '__match_args__': fields,
    }
    for place, name in enumerate(fields):
        namespace[name] = _tuplegetter(place, f'Alias for field number {place}')
    result = type(typename, (tuple,), namespace)
    result.__module__ = _caller_module() if module is None else module
    return result


def _caller_module(depth=2):
    """The name of the module that calls the function from which this is called."""
    name_of_frame = getattr(sys, '_getframemodulename', None)
    return '__main__' if name_of_frame is None else name_of_frame(depth) or '__main__'


def _bind(function, parameters, defaults, args, kwargs, extra=0, keyword_only=()):
    """The values of the parameters in a call: what Python does itself for a function that is written out.

    `extra` tells how many arguments come before, such as `self`.
    """
    count = len(parameters)
    if len(args) > count:
        fewest = extra + len([name for name in parameters if name not in defaults])
        most = extra + count
        takes = f'{most}' if fewest == most else f'from {fewest} to {most}'
        plural = 'argument' if most == 1 and fewest == most else 'arguments'
        was = 'was' if len(args) + extra == 1 else 'were'
        for name in kwargs:
            if name not in parameters and name not in keyword_only:
                raise TypeError(f'{function}() got an unexpected keyword argument {name!r}')
        raise TypeError(f'{function}() takes {takes} positional {plural} but {len(args) + extra} {was} given')
    values = dict(zip(parameters, args))
    for name, value in kwargs.items():
        if name in values:
            raise TypeError(f'{function}() got multiple values for argument {name!r}')
        if name not in parameters and name not in keyword_only:
            raise TypeError(f'{function}() got an unexpected keyword argument {name!r}')
        values[name] = value
    _check_missing(function, 'positional', [name for name in parameters if name not in values and name not in defaults])
    _check_missing(
        function, 'keyword-only', [name for name in keyword_only if name not in values and name not in defaults])
    return [values[name] if name in values else defaults[name] for name in (*parameters, *keyword_only)]


def _check_missing(function, kind, missing):
    if not missing:
        return
    names = [repr(name) for name in missing]
    if len(names) == 1:
        text = names[0]
    elif len(names) == 2:
        text = f'{names[0]} and {names[1]}'
    else:
        text = f"{', '.join(names[:-1])}, and {names[-1]}"
    plural = '' if len(names) == 1 else 's'
    raise TypeError(f'{function}() missing {len(names)} required {kind} argument{plural}: {text}')
