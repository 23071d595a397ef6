"""Classes whose instances are a fixed set of named values."""

__all__ = [
    'EnumMeta', 'EnumType', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique', 'property',
    'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP', 'verify', 'CONTINUOUS',
    'NAMED_FLAGS', 'UNIQUE', 'EnumCheck', 'global_enum', 'show_flag_values',
]

from types import DynamicClassAttribute, MappingProxyType

_missing = object()
_property = property
Enum = Flag = None


class auto:
    """Stands for a value that the class chooses itself."""

    def __init__(self, value=_missing):
        self.value = value

    def __repr__(self):
        return f'auto({self.value!r})'


class nonmember:
    """Keeps a value in the body of an enumeration from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a member of what would not become one."""

    def __init__(self, value):
        self.value = value


class property(DynamicClassAttribute):
    """A property of members that leaves the name free for a member of the class."""

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            found = ownerclass._member_map_.get(self.name, _missing)
            if found is not _missing:
                return found
            raise AttributeError(f'{ownerclass!r} has no attribute {self.name!r}')
        if self.fget is None:
            raise AttributeError(f'{type(instance)!r} has no attribute {self.name!r}')
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f'{self.ownerclass!r} cannot set attribute {self.name!r}')
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f'{self.ownerclass!r} cannot delete attribute {self.name!r}')
        self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.ownerclass = ownerclass
        self.clsname = ownerclass.__name__


def _is_descriptor(obj):
    return hasattr(obj, '__get__') or hasattr(obj, '__set__') or hasattr(obj, '__delete__')


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


def _is_private(class_name, name):
    return name.startswith(f'_{class_name}__') and not name.endswith('__')


class _Namespace(dict):
    """The namespace of a class body: notes which names are members, and gives `auto()` its value."""

    def __init__(self, class_name):
        super().__init__()
        self.class_name = class_name
        self.member_names = {}
        self.last_values = []
        self.ignored = []
        self.generate = None
        self.auto_called = False

    def __setitem__(self, key, value):
        if _is_private(self.class_name, key):
            pass
        elif _is_sunder(key):
            if key == '_generate_next_value_':
                if self.auto_called:
                    raise TypeError('_generate_next_value_ must be defined before members')
                self.generate = value.__func__ if isinstance(value, staticmethod) else value
            elif key == '_ignore_':
                self.ignored = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
            elif key not in (
                    '_order_', '_missing_', '_boundary_', '_numeric_repr_', '_iter_member_',
                    '_iter_member_by_value_', '_iter_member_by_def_', '_add_alias_', '_add_value_alias_',
                    '_repr_', '_value_repr_'):
                raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
        elif _is_dunder(key):
            pass
        elif key in self.member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif key in self.ignored:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not _is_descriptor(value) and not isinstance(value, type):
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            if isinstance(value, member):
                value = value.value
            value = self._with_generated_values(key, value)
            self.member_names[key] = None
            self.last_values.append(value)
        super().__setitem__(key, value)

    def _with_generated_values(self, key, value):
        if isinstance(value, auto):
            return self._generated(key, value)
        if type(value) is tuple and any(isinstance(part, auto) for part in value):
            return tuple([self._generated(key, part) if isinstance(part, auto) else part for part in value])
        return value

    def _generated(self, key, value):
        if value.value is _missing:
            self.auto_called = True
            value.value = self.generate(key, 1, len(self.member_names), self.last_values[:])
        return value.value


class EnumType(type):
    """The metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        _check_no_members(cls, bases)
        namespace = _Namespace(cls)
        if bases:
            first = _first_enum(bases)
            if first is not None:
                namespace.generate = getattr(first, '_generate_next_value_', None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if not isinstance(classdict, _Namespace):
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        names = [*classdict.member_names]
        invalid = [name for name in names if name == 'mro' or name == '']
        if invalid:
            raise ValueError(f"invalid enum member name(s) {','.join(map(repr, invalid))}")
        order = classdict.get('_order_')
        body = {key: value for key, value in classdict.items()
                if key not in classdict.member_names and key not in classdict.ignored
                and key not in ('_order_', '_ignore_')}
        if '_generate_next_value_' in body and not isinstance(body['_generate_next_value_'], staticmethod):
            body['_generate_next_value_'] = staticmethod(body['_generate_next_value_'])
        member_type, first_enum = _data_type(cls, bases)
        # `Enum(value)` looks the member up; what another class defines as `__new__` makes the members.
        new_member = object.__new__
        if Enum is not None:
            new_member = body.pop('__new__', None) or first_enum._new_member_
            if new_member is object.__new__:
                new_member = member_type.__new__
        use_args = new_member is not object.__new__
        body['_member_names_'] = []
        body['_member_map_'] = {}
        body['_value2member_map_'] = {}
        body['_unhashable_values_'] = []
        body['_member_type_'] = member_type
        body['_new_member_'] = new_member
        body['_use_args_'] = use_args
        is_flag = boundary is not None or Flag is not None and issubclass(first_enum, Flag)
        if is_flag:
            body['_boundary_'] = boundary or classdict.get('_boundary_') or getattr(first_enum, '_boundary_', None)
            body['_flag_mask_'] = 0
            body['_singles_mask_'] = 0
            body['_all_bits_'] = 0
            body['_inverted_'] = None
        enum_class = super().__new__(metacls, cls, bases, body, **kwds)
        if Enum is not None:
            enum_class.__new__ = Enum.__new__
            _choose_looks(enum_class, body, bases, first_enum, member_type)
        for name in names:
            _add_member(enum_class, name, classdict[name])
        if is_flag:
            _finish_flag(enum_class)
        if order is not None:
            order = order.replace(',', ' ').split()
            if order != enum_class._member_names_:
                raise TypeError(
                    f'member order does not match _order_:\n  {enum_class._member_names_!r}\n  {order!r}')
        return enum_class

    def __init__(cls, *args, **kwds):
        super().__init__(*args)

    def __bool__(cls):
        return True

    def __call__(cls, value, names=_missing, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        """Look a member up by its value; or, on a class without members, make a new class."""
        if cls._member_map_:
            if names is not _missing:
                value = (value, names, *values)
            return cls.__new__(cls, value)
        if names is _missing and type is None:
            raise TypeError(f'{cls!r} has no members; specify `names=()` if you meant to create a new, empty, enum')
        return _from_names(cls, value, () if names is _missing else names, module, qualname, type, start, boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            if value in cls._value2member_map_:
                return True
        except TypeError:
            pass
        if Flag is not None and issubclass(cls, Flag):
            try:
                return bool(cls._missing_(value) is not None)
            except ValueError:
                return False
        return any(member._value_ == value for member in cls._member_map_.values() if member._value_ in
                   cls._unhashable_values_)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    @_property
    def __members__(cls):
        """All names with their members, aliases too."""
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return f'<flag {cls.__name__!r}>'
        return f'<enum {cls.__name__!r}>'

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
        super().__delattr__(name)

    def __dir__(cls):
        return sorted(['__class__', '__contains__', '__doc__', '__getitem__', '__init_subclass__', '__iter__',
                       '__len__', '__members__', '__module__', '__name__', '__qualname__', *cls._member_names_])


EnumMeta = EnumType


def _first_enum(bases):
    """The base that is an enumeration: the last one."""
    return bases[-1] if bases and isinstance(bases[-1], EnumType) else None


def _check_no_members(class_name, bases):
    for base in bases:
        for ancestor in base.__mro__:
            if isinstance(ancestor, EnumType) and ancestor._member_names_:
                raise TypeError(f'<enum {class_name!r}> cannot extend {ancestor!r}')


def _data_type(class_name, bases):
    """The type that members are also instances of (`object` if none), and the enumeration among the bases."""
    first_enum = _first_enum(bases)
    if bases and first_enum is None:
        if Enum is None:
            return object, None
        raise TypeError('new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`')
    for base in bases:
        candidate = None
        for ancestor in base.__mro__:
            if ancestor is object:
                continue
            if isinstance(ancestor, EnumType):
                if ancestor._member_type_ is not object:
                    return ancestor._member_type_, first_enum
            elif '__new__' in ancestor.__dict__ or '__dataclass_fields__' in ancestor.__dict__:
                return candidate or ancestor, first_enum
            else:
                candidate = candidate or ancestor
    return object, first_enum


def _choose_looks(cls, body, bases, first_enum, member_type):
    """Members are shown and formatted as Enum does it, not as the data type does, unless the class says otherwise.
    Directly below ReprEnum `str` and `format` are those of the data type."""
    for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
        if name in body:
            continue
        of_data_type = getattr(member_type, name)
        if name in ('__str__', '__format__') and ReprEnum in bases:
            setattr(cls, name, of_data_type)
        elif getattr(cls, name) in (of_data_type, getattr(object, name)):
            setattr(cls, name, getattr(first_enum, name))


def _add_member(enum_class, name, value):
    """Make the member of this name; if another has the same value, the name is an alias of that one."""
    args = value if isinstance(value, tuple) else (value,)
    if enum_class._member_type_ is tuple:
        args = (args,)
    if enum_class._use_args_:
        new = enum_class._new_member_(enum_class, *args)
    else:
        new = object.__new__(enum_class)
    if not hasattr(new, '_value_'):
        if enum_class._member_type_ is object or not enum_class._use_args_:
            new._value_ = value
        else:
            try:
                new._value_ = enum_class._member_type_(*args)
            except Exception as error:
                raise TypeError('_value_ not set in __new__, unable to create it') from error
    new._name_ = name
    new.__objclass__ = enum_class
    new._sort_order_ = len(enum_class._member_names_)
    new.__init__(*args)
    value = new._value_
    known = _member_with(enum_class, value)
    if known is not None:
        new = known
    elif Flag is None or not issubclass(enum_class, Flag) or not isinstance(value, int) or _is_single(value):
        enum_class._member_names_.append(name)
    enum_class._member_map_[name] = new
    # A property of the same name (`name`, `value`) gives way by itself; otherwise the attribute is the member.
    found = None
    for base in enum_class.__mro__:
        if name in base.__dict__:
            found = base.__dict__[name]
            break
    if not isinstance(found, property) or found.clsname == enum_class.__name__:
        type.__setattr__(enum_class, name, new)
    if known is None:
        try:
            enum_class._value2member_map_[value] = new
        except TypeError:
            enum_class._unhashable_values_.append(value)


def _member_with(enum_class, value):
    try:
        return enum_class._value2member_map_.get(value)
    except TypeError:
        for member in enum_class._member_map_.values():
            if member._value_ == value:
                return member
    return None


def _from_names(cls, class_name, names, module, qualname, type, start, boundary):
    """A new class from a text, a list of names, or pairs of name and value."""
    metacls = cls.__class__
    bases = (cls,) if type is None else (type, cls)
    namespace = metacls.__prepare__(class_name, bases)
    if isinstance(names, str):
        names = names.replace(',', ' ').split()
    if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
        values = []
        for place, name in enumerate(names):
            values.append(cls._generate_next_value_(name, start, place, values[:]))
        names = [*zip(names, values)]
    elif isinstance(names, dict):
        names = names.items()
    for name, value in names:
        namespace[name] = value
    if module is None:
        from collections import _caller_module
        module = _caller_module(3)
    namespace['__module__'] = module
    if qualname is not None:
        namespace['__qualname__'] = qualname
    return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)


ReprEnum = None


class Enum(metaclass=EnumType):
    """A class whose instances are the members that its body names."""

    def __new__(cls, value):
        if type(value) is cls:
            return value
        found = _member_with(cls, value)
        if found is not None:
            return found
        if not cls._member_map_:
            raise TypeError(f'{cls!r} has no members defined')
        error = None
        try:
            result = cls._missing_(value)
        except Exception as raised:
            error = raised
            result = None
        try:
            if isinstance(result, cls):
                return result
            if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
                return result
            invalid = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
            if result is None and error is None:
                raise invalid
            if error is None:
                error = TypeError(
                    f'error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member')
            if not isinstance(error, ValueError):
                error.__context__ = invalid
            raise error
        finally:
            # Exceptions refer to frames, and those to the exceptions.
            error = invalid = None

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value of an `auto()`: one more than the greatest so far."""
        if not last_values:
            return start
        try:
            return sorted(last_values)[-1] + 1
        except TypeError:
            raise TypeError('unable to sort non-numeric values') from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return f'<{self.__class__.__name__}.{self._name_}: {_value_repr(self)}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __dir__(self):
        names = {'__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value'}
        for cls in type(self).__mro__:
            for name in cls.__dict__:
                if name[0] != '_' and name not in self._member_map_:
                    names.add(name)
        return sorted(names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_


def _value_repr(member):
    """A value is shown as the data type shows it, not as a member."""
    data_type = type(member)._member_type_
    return data_type.__repr__(member._value_) if data_type is not object else repr(member._value_)


class ReprEnum(Enum):
    """Members are shown like Enum's, but `str` and `format` are those of the data type."""


class IntEnum(int, ReprEnum):
    """Members are ints as well."""

    __str__ = int.__repr__


class StrEnum(str, ReprEnum):
    """Members are texts as well."""

    __str__ = str.__str__

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        member = str.__new__(cls, *values)
        member._value_ = str(*values)
        return member

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The name in lower case."""
        return name.lower()


# ---- Flags ----------------------------------------------------------------------------------------------------------

class EnumCheck(StrEnum):
    """What `verify` can check."""

    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


class FlagBoundary(StrEnum):
    """What becomes of bits that no member has."""

    STRICT = 'strict'
    CONFORM = 'conform'
    EJECT = 'eject'
    KEEP = 'keep'


STRICT, CONFORM, EJECT, KEEP = FlagBoundary
CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


def _is_single(value):
    """Whether an int has exactly one bit."""
    return value > 0 and value & (value - 1) == 0


def _bits(value):
    """The bits of an int, one by one, from the lowest up."""
    while value:
        lowest = value & -value
        yield lowest
        value ^= lowest


def _finish_flag(cls):
    """What the members of a flag class have together."""
    mask = singles = 0
    for member in cls._member_map_.values():
        value = member._value_
        if isinstance(value, int) and value >= 0:
            mask |= value
            if _is_single(value):
                singles |= value
    type.__setattr__(cls, '_flag_mask_', mask)
    type.__setattr__(cls, '_singles_mask_', singles)
    type.__setattr__(cls, '_all_bits_', (1 << mask.bit_length()) - 1)


class Flag(Enum, boundary=STRICT):
    """Members are bits that can be combined."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The next power of two."""
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError(f'invalid flag value {last!r}') from None

    @classmethod
    def _missing_(cls, value):
        """The combination that has these bits; it is made when it is first needed."""
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        mask, all_bits = cls._flag_mask_, cls._all_bits_
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(
                    f'{cls!r} invalid value {value!r}\n    given {_binary(value, width)}\n'
                    f'  allowed {_binary(mask, width)}')
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif cls._boundary_ is KEEP and value < 0:
                value += max(all_bits + 1, 1 << value.bit_length())
        if value < 0:
            # A negative int stands for the bits that it leaves out.
            value = (all_bits + 1 + value) & mask if cls._boundary_ is not KEEP else all_bits + 1 + value
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        if cls._member_type_ is object:
            combination = object.__new__(cls)
        else:
            combination = cls._member_type_.__new__(cls, value)
        combination._value_ = value
        names = [member._name_ for member in cls._iter_member_(value)]
        unknown = value & ~mask
        if names and unknown:
            names.append(cls._numeric_repr_(unknown))
        combination._name_ = '|'.join(names) if names else None
        return cls._value2member_map_.setdefault(value, combination)

    @classmethod
    def _iter_member_(cls, value):
        """The members whose single bit is in the value, as they were defined."""
        bits = [*_bits(value & cls._flag_mask_)]
        for name in cls._member_names_:
            member = cls._member_map_[name]
            if member._value_ in bits:
                yield member

    def __contains__(self, other):
        """Whether all bits of the other are in this one."""
        if not isinstance(other, self.__class__):
            raise TypeError(
                f'unsupported operand type(s) for \'in\': {type(other).__qualname__!r} and '
                f'{self.__class__.__qualname__!r}')
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        if self._name_ is None:
            return f'<{self.__class__.__name__}: {_value_repr(self)}>'
        return f'<{self.__class__.__name__}.{self._name_}: {_value_repr(self)}>'

    def __str__(self):
        if self._name_ is None:
            return f'{self.__class__.__name__}({_value_repr(self)})'
        return f'{self.__class__.__name__}.{self._name_}'

    def _value_of(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return _missing

    def __or__(self, other):
        value = self._value_of(other)
        return NotImplemented if value is _missing else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._value_of(other)
        return NotImplemented if value is _missing else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._value_of(other)
        return NotImplemented if value is _missing else self.__class__(self._value_ ^ value)

    def __invert__(self):
        cls = self.__class__
        if cls._boundary_ in (EJECT, KEEP):
            return cls(~self._value_)
        return cls(cls._singles_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


def _binary(value, width):
    """The bits of an int, with its sign as a bit in front."""
    if value >= 0:
        return f'0b0 {value:0{width}b}'
    return f'0b1 {(1 << width) + value:0{width}b}'


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Members are ints as well; bits that no member has are kept."""

    __str__ = int.__repr__
    # The operators of int would come first.
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__


# ---- Checks ---------------------------------------------------------------------------------------------------------

def unique(enumeration):
    """A class decorator that refuses aliases."""
    aliases = [
        (name, member._name_) for name, member in enumeration.__members__.items() if name != member._name_
    ]
    if aliases:
        text = ', '.join([f'{alias} -> {name}' for alias, name in aliases])
        raise ValueError(f'duplicate values found in {enumeration!r}: {text}')
    return enumeration


class verify:
    """A class decorator that checks what it is asked for."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                unique(enumeration)
            elif check is CONTINUOUS:
                values = sorted([member._value_ for member in enumeration])
                if len(values) < 2:
                    continue
                if issubclass(enumeration, Flag):
                    wanted = [bit for bit in _bits(enumeration._all_bits_) if bit >= values[0]]
                else:
                    wanted = range(values[0], values[-1] + 1)
                missing = [value for value in wanted if value not in values]
                if missing:
                    text = ', '.join(map(str, missing))
                    kind = 'flag' if issubclass(enumeration, Flag) else 'enum'
                    raise ValueError(f'invalid {kind} {enumeration.__name__!r}: missing values {text}')
            elif check is NAMED_FLAGS:
                for name, alias in enumeration._member_map_.items():
                    unnamed = alias._value_ & ~enumeration._singles_mask_
                    if alias._value_ >= 0 and unnamed:
                        raise ValueError(
                            f'invalid Flag {enumeration.__name__!r}: alias {name} is missing value 0x{unnamed:x} '
                            '[use enum.show_flag_values(value) for details]')
        return enumeration


def show_flag_values(value):
    """The bits of a value as a list."""
    return [*_bits(value)]


def global_enum(cls):
    """A class decorator that makes members known as attributes of the module."""
    import sys
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
