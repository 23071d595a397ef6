"""Classes that are made of their annotated attributes."""

__all__ = [
    'dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict',
    'astuple', 'make_dataclass', 'replace', 'is_dataclass',
]

import copy
from abc import update_abstractmethods
from collections import _bind
from types import GenericAlias, MappingProxyType


class FrozenInstanceError(AttributeError):
    pass


class _Sign:
    """A value that stands for something."""

    def __init__(self, text):
        self._text = text

    def __repr__(self):
        return self._text


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return '<factory>'


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()

# The kinds of fields.
_FIELD = _Sign('_FIELD')
_FIELD_CLASSVAR = _Sign('_FIELD_CLASSVAR')
_FIELD_INITVAR = _Sign('_FIELD_INITVAR')

_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'
_POST_INIT_NAME = '__post_init__'
_NO_METADATA = MappingProxyType({})


class InitVar:
    """The annotation of a parameter of `__init__` that is no field."""

    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f'dataclasses.InitVar[{name}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """All that is known about a field."""

    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata',
                 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _NO_METADATA if metadata is None else MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return (
            f'Field(name={self.name!r},type={self.type!r},default={self.default!r},'
            f'default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},hash={self.hash!r},'
            f'compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r},'
            f'_field_type={self._field_type})'
        )

    def __set_name__(self, owner, name):
        # The default may be a descriptor that wants to know its name.
        set_name = getattr(type(self.default), '__set_name__', None)
        if set_name:
            set_name(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """Say more about a field than its default."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


class _DataclassParams:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots',
                 'weakref_slot')

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen
        self.match_args = match_args
        self.kw_only = kw_only
        self.slots = slots
        self.weakref_slot = weakref_slot

    def __repr__(self):
        return '_DataclassParams(' + ','.join([f'{name}={getattr(self, name)!r}' for name in self.__slots__]) + ')'


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Add methods to a class, according to its annotated attributes."""

    def wrap(cls):
        params = _DataclassParams(
            init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
        return _process_class(cls, params)

    return wrap if cls is None else wrap(cls)


# ---- Fields ---------------------------------------------------------------------------------------------------------

def _is_text_of(annotation, *names):
    """Whether an annotation in quotes begins with one of these names."""
    if not isinstance(annotation, str):
        return False
    head = annotation.strip().split('[')[0].strip()
    return head in names


def _make_field(cls, name, annotation, keyword_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        result = default
    else:
        if type(default).__name__ == 'member_descriptor' and type(default).__module__ == 'builtins':
            # A name in `__slots__` is no default.
            default = MISSING
        result = field(default=default)
    result.name = name
    result.type = annotation
    result._field_type = _FIELD
    origin = getattr(annotation, '__origin__', annotation)
    if getattr(origin, '_name', None) == 'ClassVar' or _is_text_of(annotation, 'ClassVar', 'typing.ClassVar'):
        result._field_type = _FIELD_CLASSVAR
    elif annotation is InitVar or type(annotation) is InitVar or _is_text_of(
            annotation, 'InitVar', 'dataclasses.InitVar'):
        result._field_type = _FIELD_INITVAR
    if result._field_type in (_FIELD_CLASSVAR, _FIELD_INITVAR) and result.default_factory is not MISSING:
        raise TypeError(f'field {result.name} cannot have a default factory')
    if result._field_type in (_FIELD, _FIELD_INITVAR):
        if result.kw_only is MISSING:
            result.kw_only = keyword_only
    elif result.kw_only is not MISSING:
        raise TypeError(f'field {result.name} is a ClassVar but specifies kw_only')
    if result._field_type is _FIELD and result.default.__class__.__hash__ is None:
        raise ValueError(
            f'mutable default {result.default.__class__} for field {result.name} is not allowed: '
            'use default_factory')
    return result


def _collect_fields(cls, params):
    """The fields of the class: those of its bases first, then its own."""
    all_fields = {}
    any_frozen_base = has_dataclass_bases = False
    all_frozen_bases = None
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is not None:
            has_dataclass_bases = True
            if all_frozen_bases is None:
                all_frozen_bases = True
            current = getattr(base, _PARAMS).frozen
            all_frozen_bases = all_frozen_bases and current
            any_frozen_base = any_frozen_base or current
            for each in base_fields.values():
                all_fields[each.name] = each
    own_fields = []
    keyword_only = params.kw_only
    seen_sign = False
    for name, annotation in cls.__dict__.get('__annotations__', {}).items():
        if annotation is KW_ONLY or _is_text_of(annotation, 'KW_ONLY', 'dataclasses.KW_ONLY'):
            if seen_sign:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            seen_sign = True
            keyword_only = True
        else:
            own_fields.append(_make_field(cls, name, annotation, keyword_only))
    for each in own_fields:
        all_fields[each.name] = each
        if isinstance(getattr(cls, each.name, None), Field):
            # What stays in the class is the default itself.
            if each.default is MISSING:
                delattr(cls, each.name)
            else:
                setattr(cls, each.name, each.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get('__annotations__', {}):
            raise TypeError(f'{name!r} is a field but has no type annotation')
    if has_dataclass_bases:
        if any_frozen_base and not params.frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if all_frozen_bases is False and params.frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    return all_fields


# ---- The methods ----------------------------------------------------------------------------------------------------

def _process_class(cls, params):
    all_fields = _collect_fields(cls, params)
    has_explicit_hash = not (
        cls.__dict__.get('__hash__', MISSING) is MISSING
        or cls.__dict__['__hash__'] is None and '__eq__' in cls.__dict__)
    setattr(cls, _PARAMS, params)
    setattr(cls, _FIELDS, all_fields)
    if params.order and not params.eq:
        raise ValueError('eq must be true if order is true')
    in_init = [each for each in all_fields.values() if each._field_type in (_FIELD, _FIELD_INITVAR)]
    instance_fields = [each for each in in_init if each._field_type is _FIELD]
    if params.init:
        _set_method(cls, '__init__', _make_init(cls, params, in_init))
    _set_method(cls, '__replace__', lambda self, /, **changes: _replace(self, **changes))
    if params.repr:
        _set_method(cls, '__repr__', _make_repr([each.name for each in instance_fields if each.repr]))
    compared = [each.name for each in instance_fields if each.compare]
    if params.eq:
        _set_method(cls, '__eq__', _make_eq(compared))
    if params.order:
        for name, compare in (
            ('__lt__', lambda a, b: a < b),
            ('__le__', lambda a, b: a <= b),
            ('__gt__', lambda a, b: a > b),
            ('__ge__', lambda a, b: a >= b),
        ):
            if not _set_method(cls, name, _make_order(compared, compare)):
                raise TypeError(
                    f'Cannot overwrite attribute {name} in class {cls.__name__} '
                    'Consider using functools.total_ordering')
    if params.frozen:
        for name, method in (('__setattr__', _make_setattr(cls, all_fields)),
                             ('__delattr__', _make_delattr(cls, all_fields))):
            if not _set_method(cls, name, method):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}')
    _choose_hash(cls, params, has_explicit_hash, instance_fields)
    if not cls.__dict__.get('__doc__'):
        cls.__doc__ = f'{cls.__name__}{_signature(in_init)}'
    if params.match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple([each.name for each in in_init if each.init and not each.kw_only])
    if params.weakref_slot and not params.slots:
        raise TypeError('weakref_slot is True but slots is False')
    if params.slots:
        cls = _with_slots(cls, params, [each.name for each in instance_fields])
    update_abstractmethods(cls)
    return cls


def _set_method(cls, name, method, overwrite=False):
    """Give the class a method, unless it has defined it itself."""
    if name in cls.__dict__ and not overwrite:
        return False
    method.__name__ = name
    method.__qualname__ = f'{cls.__qualname__}.{name}'
    setattr(cls, name, method)
    return True


def _signature(in_init):
    """The parameters as they are shown in the documentation."""
    parts = []
    positional = [each for each in in_init if each.init and not each.kw_only]
    keyword = [each for each in in_init if each.init and each.kw_only]
    for each in positional + keyword:
        if keyword and each is keyword[0]:
            parts.append('*')
        shown = each.type.__name__ if type(each.type) is type else repr(each.type)
        part = f'{each.name}: {shown}'
        if each.default is not MISSING:
            part += f' = {each.default!r}'
        elif each.default_factory is not MISSING:
            part += ' = <factory>'
        parts.append(part)
    return f"({', '.join(parts)})"


def _make_init(cls, params, in_init):
    positional = [each for each in in_init if each.init and not each.kw_only]
    keyword = [each for each in in_init if each.init and each.kw_only]
    seen_default = None
    for each in positional:
        if each.default is not MISSING or each.default_factory is not MISSING:
            seen_default = each
        elif seen_default:
            raise TypeError(
                f'non-default argument {each.name!r} follows default argument {seen_default.name!r}')
    parameters = tuple([each.name for each in positional])
    keyword_only = tuple([each.name for each in keyword])
    defaults = {}
    for each in positional + keyword:
        if each.default is not MISSING:
            defaults[each.name] = each.default
        elif each.default_factory is not MISSING:
            defaults[each.name] = _HAS_DEFAULT_FACTORY
    names = parameters + keyword_only
    places = {name: place for place, name in enumerate(names)}
    # What is to be set: the name, the place of the argument or None, and the factory or None.
    steps = []
    for each in in_init:
        if each._field_type is _FIELD:
            factory = None if each.default_factory is MISSING else each.default_factory
            if each.init:
                steps.append((each.name, places[each.name], factory))
            elif factory is not None:
                steps.append((each.name, None, factory))
            elif params.slots and each.default is not MISSING:
                steps.append((each.name, None, lambda default=each.default: default))
    init_vars = [places[each.name] for each in in_init if each._field_type is _FIELD_INITVAR and each.init]
    has_post_init = hasattr(cls, _POST_INIT_NAME)
    # The instances of a frozen class can only be set past its own `__setattr__`.
    set_attribute = object.__setattr__ if params.frozen else setattr
    count = len(parameters)
    function = f'{cls.__qualname__}.__init__'

    def __init__(self, /, *args, **kwargs):
        if kwargs or keyword_only or len(args) != count:
            args = _bind(function, parameters, defaults, args, kwargs, 1, keyword_only)
        for name, place, factory in steps:
            if place is None:
                set_attribute(self, name, factory())
            else:
                value = args[place]
                set_attribute(self, name, factory() if value is _HAS_DEFAULT_FACTORY else value)
        if has_post_init:
            self.__post_init__(*[args[place] for place in init_vars])

    __init__.__annotations__ = {
        each.name: each.type.type if type(each.type) is InitVar else each.type for each in positional + keyword}
    __init__.__annotations__['return'] = None
    return __init__


# The objects whose repr is being made.
_in_repr = []


def _make_repr(names):
    def __repr__(self):
        for shown in _in_repr:
            if shown is self:
                return '...'
        _in_repr.append(self)
        try:
            text = ', '.join([f'{name}={getattr(self, name)!r}' for name in names])
            return f'{self.__class__.__qualname__}({text})'
        finally:
            _in_repr.pop()

    return __repr__


def _make_eq(names):
    def __eq__(self, other):
        if self is other:
            return True
        if other.__class__ is self.__class__:
            for name in names:
                if not getattr(self, name) == getattr(other, name):
                    return False
            return True
        return NotImplemented

    return __eq__


def _make_order(names, compare):
    def method(self, other):
        if other.__class__ is self.__class__:
            return compare(
                tuple([getattr(self, name) for name in names]), tuple([getattr(other, name) for name in names]))
        return NotImplemented

    return method


def _make_setattr(cls, all_fields):
    def __setattr__(self, name, value):
        if type(self) is cls or name in all_fields:
            raise FrozenInstanceError(f'cannot assign to field {name!r}')
        super(cls, self).__setattr__(name, value)

    return __setattr__


def _make_delattr(cls, all_fields):
    def __delattr__(self, name):
        if type(self) is cls or name in all_fields:
            raise FrozenInstanceError(f'cannot delete field {name!r}')
        super(cls, self).__delattr__(name)

    return __delattr__


def _make_hash(names):
    def __hash__(self):
        return hash(tuple([getattr(self, name) for name in names]))

    return __hash__


def _choose_hash(cls, params, has_explicit_hash, instance_fields):
    """Objects that are compared by their fields must be hashed by them, or not at all."""
    hashed = [each.name for each in instance_fields if (each.compare if each.hash is None else each.hash)]
    if params.unsafe_hash:
        if has_explicit_hash:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
        _set_method(cls, '__hash__', _make_hash(hashed), True)
    elif params.eq and not has_explicit_hash:
        if params.frozen:
            _set_method(cls, '__hash__', _make_hash(hashed), True)
        else:
            cls.__hash__ = None


def _with_slots(cls, params, names):
    """A copy of the class that has slots for its fields: they can't be added to a class that exists."""
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    namespace = dict(cls.__dict__)
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get('__slots__', ())
        inherited.update([slots] if isinstance(slots, str) else slots)
    slots = [name for name in names if name not in inherited]
    if params.weakref_slot and '__weakref__' not in inherited:
        slots.append('__weakref__')
    namespace['__slots__'] = tuple(slots)
    for name in names:
        namespace.pop(name, None)
    namespace.pop('__dict__', None)
    namespace.pop('__weakref__', None)
    qualname = getattr(cls, '__qualname__', None)
    result = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        result.__qualname__ = qualname
    if params.frozen:
        if '__getstate__' not in namespace:
            result.__getstate__ = lambda self: [getattr(self, each.name) for each in fields(self)]
        if '__setstate__' not in namespace:
            result.__setstate__ = _set_state
        # These two refer to the class.
        all_fields = getattr(result, _FIELDS)
        result.__setattr__ = _make_setattr(result, all_fields)
        result.__delattr__ = _make_delattr(result, all_fields)
    return result


def _set_state(self, state):
    for each, value in zip(fields(self), state):
        object.__setattr__(self, each.name, value)


# ---- Functions on dataclasses ---------------------------------------------------------------------------------------

def fields(class_or_instance):
    """A tuple of the fields."""
    try:
        all_fields = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple([each for each in all_fields.values() if each._field_type is _FIELD])


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Whether it is a dataclass or an instance of one."""
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """The fields as a dict, also of the dataclasses within."""
    if not _is_dataclass_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _asdict(obj, dict_factory)


def _asdict(obj, dict_factory):
    def again(value):
        return _asdict(value, dict_factory)

    if _is_dataclass_instance(obj):
        return dict_factory([(each.name, again(getattr(obj, each.name))) for each in fields(obj)])
    return _map_container(obj, again)


def astuple(obj, *, tuple_factory=tuple):
    """The values of the fields as a tuple, also of the dataclasses within."""
    if not _is_dataclass_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _astuple(obj, tuple_factory)


def _astuple(obj, tuple_factory):
    def again(value):
        return _astuple(value, tuple_factory)

    if _is_dataclass_instance(obj):
        return tuple_factory([again(getattr(obj, each.name)) for each in fields(obj)])
    return _map_container(obj, again)


def _map_container(obj, again):
    """A container of the same type with all items changed; anything else is copied."""
    cls = type(obj)
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return cls(*[again(value) for value in obj])
    if isinstance(obj, (list, tuple)):
        return cls([again(value) for value in obj])
    if isinstance(obj, dict):
        items = [(again(key), again(value)) for key, value in obj.items()]
        if hasattr(cls, 'default_factory'):
            result = cls(obj.default_factory)
            for key, value in items:
                result[key] = value
            return result
        return cls(items)
    return copy.deepcopy(obj)


def replace(obj, /, **changes):
    """A new object with some fields changed."""
    if not _is_dataclass_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for each in getattr(self, _FIELDS).values():
        if each._field_type is _FIELD_CLASSVAR:
            continue
        if not each.init:
            if each.name in changes:
                raise TypeError(
                    f'field {each.name} is declared with init=False, it cannot be specified with replace()')
            continue
        if each.name not in changes:
            if each._field_type is _FIELD_INITVAR and each.default is MISSING:
                raise TypeError(f"InitVar {each.name!r} must be specified with replace()")
            changes[each.name] = getattr(self, each.name)
    return self.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None):
    """A new dataclass; its fields are names, or tuples of a name, a type, and perhaps a default."""
    namespace = {} if namespace is None else dict(namespace)
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, 'typing.Any'
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, namespace[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = annotation
    namespace['__annotations__'] = annotations
    meta = type(bases[0]) if bases else type
    cls = meta(cls_name, bases, namespace)
    if module is not None:
        cls.__module__ = module
    return dataclass(
        cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
        kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)
