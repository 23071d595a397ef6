"""Names for annotations. Nothing is checked: an annotation is an object like any other."""

import collections
import collections.abc
import contextlib
import sys
from abc import ABCMeta

_GenericAlias = type(list[int])
_Union = type(int | str)


# ---- Special forms --------------------------------------------------------------------------------------------------

class _Form:
    """A name that is only meant for annotations."""

    __slots__ = ('_name',)

    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return f'typing.{self._name}'

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        return _Subscripted(self, parameters)

    def __call__(self, *args, **kwds):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f'{self} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self} cannot be used with issubclass()')


def _show(parameter):
    """How a parameter is shown: classes by their names."""
    if parameter is ...:
        return '...'
    if isinstance(parameter, (list, tuple)):
        return '[' + ', '.join(map(_show, parameter)) + ']'
    if isinstance(parameter, type) and not isinstance(parameter, _GenericAlias):
        if parameter is type(None):
            return 'None'
        if parameter.__module__ == 'builtins':
            return parameter.__qualname__
        return f'{parameter.__module__}.{parameter.__qualname__}'
    return repr(parameter)


def _as_type(parameter):
    """None stands for its type, a text for the type that it names."""
    if parameter is None:
        return type(None)
    return ForwardRef(parameter) if isinstance(parameter, str) else parameter


class _Subscripted:
    """A form or a class with its parameters in brackets."""

    def __init__(self, origin, args, name=None, cls=None):
        self._origin = origin
        self.__args__ = args
        self.__origin__ = origin if cls is None else cls
        self._name = name or getattr(origin, '_name', None)
        self.__module__ = 'typing'

    @property
    def __parameters__(self):
        return _parameters_of(self.__args__)

    def __repr__(self):
        if isinstance(self._origin, type):
            name = f'{self._origin.__module__}.{self._origin.__qualname__}'
        else:
            name = f'typing.{self._name}'
        if self._origin is Union and len(self.__args__) == 2 and type(None) in self.__args__:
            other = self.__args__[self.__args__[0] is type(None)]
            return f'typing.Optional[{_show(other)}]'
        args = self.__args__
        if self._name == 'Literal':
            return f"{name}[{', '.join(map(repr, args))}]"
        if self._name == 'Callable' and len(args) > 1 and args[0] is not ...:
            return f'{name}[{_show(args[:-1])}, {_show(args[-1])}]'
        return f"{name}[{', '.join(map(_show, args)) if args else '()'}]"

    def __eq__(self, other):
        if not isinstance(other, _Subscripted) or self._origin is not other._origin:
            return NotImplemented
        if self._origin is Union:
            return set(self.__args__) == set(other.__args__)
        return self.__args__ == other.__args__

    def __hash__(self):
        if self._origin is Union:
            return hash((Union, frozenset(self.__args__)))
        return hash((self._origin, self.__args__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __getitem__(self, parameters):
        """Put types in the place of the type variables."""
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        variables = self.__parameters__
        if not variables:
            raise TypeError(f'{self!r} is not a generic class')
        if len(parameters) != len(variables):
            many = 'many' if len(parameters) > len(variables) else 'few'
            raise TypeError(
                f'Too {many} arguments for {self!r}; actual {len(parameters)}, expected {len(variables)}')
        new = dict(zip(variables, parameters))
        args = tuple([_with_types(arg, new) for arg in self.__args__])
        return _Subscripted(self._origin, args, self._name, self.__origin__)

    def __call__(self, *args, **kwargs):
        if not isinstance(self.__origin__, type):
            raise TypeError(f'Cannot instantiate {self._origin!r}')
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            # An object without a dict.
            pass
        return result

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        if self._origin is Generic or self._origin is Protocol:
            # `Generic[T]` is left out where another base is generic already.
            place = bases.index(self)
            for base in bases[place + 1:]:
                if isinstance(base, _Subscripted) and base is not self and isinstance(base._origin, type):
                    return ()
                if isinstance(base, type) and issubclass(base, Generic):
                    return ()
            return (Generic,) if self._origin is Generic else (Protocol,)
        if isinstance(self.__origin__, type):
            bases_of_it = (self.__origin__,)
            if self._name and self._origin is not self.__origin__ and not isinstance(self._origin, type):
                if not any(isinstance(base, type) and issubclass(base, Generic) or
                           isinstance(base, _Subscripted) and base._origin is Generic for base in bases):
                    return (self.__origin__, Generic)
            return bases_of_it
        raise TypeError(f'Cannot subclass {self!r}')

    def __instancecheck__(self, obj):
        if self._origin is Union:
            return any(isinstance(obj, arg) for arg in self.__args__)
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __subclasscheck__(self, cls):
        if self._origin is Union:
            return any(issubclass(cls, arg) for arg in self.__args__)
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _parameters_of(args):
    """The type variables in the arguments, each once."""
    found = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            inner = (arg,)
        elif isinstance(arg, (list, tuple)):
            inner = _parameters_of(arg)
        else:
            inner = () if isinstance(arg, type) else getattr(arg, '__parameters__', ())
        for variable in inner:
            if variable not in found:
                found.append(variable)
    return tuple(found)


def _with_types(arg, new):
    if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
        return new.get(arg, arg)
    variables = () if isinstance(arg, type) else getattr(arg, '__parameters__', ())
    return arg[tuple([new.get(variable, variable) for variable in variables])] if variables else arg


class _UnionForm(_Form):
    __slots__ = ()

    def __getitem__(self, parameters):
        if parameters == ():
            raise TypeError('Cannot take a Union of no types.')
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        args = []
        for parameter in parameters:
            parameter = _as_type(parameter)
            is_union = isinstance(parameter, _Union) or getattr(parameter, '_origin', None) is self
            for each in parameter.__args__ if is_union else (parameter,):
                if each not in args:
                    args.append(each)
        return args[0] if len(args) == 1 else _Subscripted(self, tuple(args))


class _OptionalForm(_Form):
    __slots__ = ()

    def __getitem__(self, parameter):
        return Union[parameter, None]


class _AnnotatedForm(_Form):
    __slots__ = ()

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple) or len(parameters) < 2:
            raise TypeError(
                'Annotated[...] should be used with at least two arguments (a type and an annotation).')
        return _AnnotatedAlias(parameters[0], parameters[1:])


class _AnnotatedAlias(_Subscripted):
    def __init__(self, origin, metadata):
        super().__init__(origin, (origin,), 'Annotated')
        self.__metadata__ = metadata

    def __repr__(self):
        return f"typing.Annotated[{_show(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(obj)

    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type at all."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


NoReturn = _Form('NoReturn')
Never = _Form('Never')
Self = _Form('Self')
LiteralString = _Form('LiteralString')
ClassVar = _Form('ClassVar')
Final = _Form('Final')
Literal = _Form('Literal')
Concatenate = _Form('Concatenate')
TypeAlias = _Form('TypeAlias')
TypeGuard = _Form('TypeGuard')
TypeIs = _Form('TypeIs')
Required = _Form('Required')
NotRequired = _Form('NotRequired')
ReadOnly = _Form('ReadOnly')
Unpack = _Form('Unpack')
Union = _UnionForm('Union')
Optional = _OptionalForm('Optional')
Annotated = _AnnotatedForm('Annotated')


# ---- Other names of classes -----------------------------------------------------------------------------------------

class _Alias(_Form):
    """`List` is `list`, and so on."""

    __slots__ = ('__origin__',)

    def __init__(self, name, origin):
        super().__init__(name)
        self.__origin__ = origin

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        if self._name == 'Callable':
            if isinstance(parameters[0], list):
                parameters = (*parameters[0], *parameters[1:])
        return _Subscripted(self, tuple(map(_as_type, parameters)), self._name, self.__origin__)

    def __call__(self, *args, **kwargs):
        if self.__origin__ in (list, dict, set, frozenset, tuple, type):
            raise TypeError(
                f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        if any(isinstance(base, type) and issubclass(base, Generic) or
               isinstance(base, _Subscripted) and base._origin is Generic for base in bases):
            return (self.__origin__,)
        return (self.__origin__, Generic)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)


List = _Alias('List', list)
Dict = _Alias('Dict', dict)
Set = _Alias('Set', set)
FrozenSet = _Alias('FrozenSet', frozenset)
Tuple = _Alias('Tuple', tuple)
Type = _Alias('Type', type)
DefaultDict = _Alias('DefaultDict', collections.defaultdict)
OrderedDict = _Alias('OrderedDict', collections.OrderedDict)
Counter = _Alias('Counter', collections.Counter)
ChainMap = _Alias('ChainMap', collections.ChainMap)
Deque = _Alias('Deque', collections.deque)
Hashable = _Alias('Hashable', collections.abc.Hashable)
Awaitable = _Alias('Awaitable', collections.abc.Awaitable)
Coroutine = _Alias('Coroutine', collections.abc.Coroutine)
AsyncIterable = _Alias('AsyncIterable', collections.abc.AsyncIterable)
AsyncIterator = _Alias('AsyncIterator', collections.abc.AsyncIterator)
AsyncGenerator = _Alias('AsyncGenerator', collections.abc.AsyncGenerator)
Iterable = _Alias('Iterable', collections.abc.Iterable)
Iterator = _Alias('Iterator', collections.abc.Iterator)
Reversible = _Alias('Reversible', collections.abc.Reversible)
Generator = _Alias('Generator', collections.abc.Generator)
Sized = _Alias('Sized', collections.abc.Sized)
Container = _Alias('Container', collections.abc.Container)
Collection = _Alias('Collection', collections.abc.Collection)
Callable = _Alias('Callable', collections.abc.Callable)
AbstractSet = _Alias('AbstractSet', collections.abc.Set)
MutableSet = _Alias('MutableSet', collections.abc.MutableSet)
Mapping = _Alias('Mapping', collections.abc.Mapping)
MutableMapping = _Alias('MutableMapping', collections.abc.MutableMapping)
MappingView = _Alias('MappingView', collections.abc.MappingView)
KeysView = _Alias('KeysView', collections.abc.KeysView)
ItemsView = _Alias('ItemsView', collections.abc.ItemsView)
ValuesView = _Alias('ValuesView', collections.abc.ValuesView)
Sequence = _Alias('Sequence', collections.abc.Sequence)
MutableSequence = _Alias('MutableSequence', collections.abc.MutableSequence)
ContextManager = _Alias('ContextManager', contextlib.AbstractContextManager)
Text = str


# ---- Type variables and generic classes -----------------------------------------------------------------------------

class _Variable:
    def __repr__(self):
        if self.__covariant__:
            return f'+{self.__name__}'
        return f'-{self.__name__}' if self.__contravariant__ else f'~{self.__name__}'

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')


class TypeVar(_Variable):
    """Stands for a type."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False,
                 default=None):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__infer_variance__ = infer_variance
        self.__default__ = default
        self.__module__ = collections._caller_module()

    def __typing_subst__(self, arg):
        return _as_type(arg)


class ParamSpec(_Variable):
    """Stands for the parameters of a function."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.args = _Form(f'{name}.args')
        self.kwargs = _Form(f'{name}.kwargs')


class TypeVarTuple:
    """Stands for any number of types."""

    def __init__(self, name):
        self.__name__ = name

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


class ForwardRef:
    """A type that is named in quotes."""

    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)


def _subscript_class(cls, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    if cls is Generic or cls is Protocol:
        for parameter in parameters:
            if not isinstance(parameter, (TypeVar, ParamSpec, TypeVarTuple, _Subscripted)):
                raise TypeError(
                    f'Parameters to {cls.__name__}[...] must all be type variables or parameter specification '
                    'variables.')
        if len(set(parameters)) != len(parameters):
            raise TypeError(f'Parameters to {cls.__name__}[...] must all be unique')
    else:
        variables = cls.__parameters__
        if not variables:
            raise TypeError(f'{cls} is not a generic class')
        if len(parameters) != len(variables) and not any(isinstance(each, TypeVarTuple) for each in variables):
            many, least = ('many', '') if len(parameters) > len(variables) else ('few', 'at least ')
            raise TypeError(
                f'Too {many} arguments for {cls}; actual {len(parameters)}, expected {least}{len(variables)}')
    return _Subscripted(cls, tuple(map(_as_type, parameters)))


class Generic:
    """A base for classes that can be subscripted with types."""

    __slots__ = ()
    __parameters__ = ()
    _is_protocol = False

    def __class_getitem__(cls, parameters):
        return _subscript_class(cls, parameters)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        variables = []
        for base in cls.__dict__.get('__orig_bases__', ()):
            if isinstance(base, (_Subscripted, _GenericAlias)):
                for variable in _parameters_of(base.__args__):
                    if variable not in variables:
                        variables.append(variable)
        cls.__parameters__ = tuple(variables)


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if cls is Protocol or not cls.__dict__.get('_is_protocol', False):
            return super().__instancecheck__(instance)
        if not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        if super().__instancecheck__(instance):
            return True
        return all(hasattr(instance, name) for name in cls.__protocol_attrs__)

    def __subclasscheck__(cls, other):
        if cls is Protocol or not cls.__dict__.get('_is_protocol', False):
            return super().__subclasscheck__(other)
        if cls in other.__mro__:
            return True
        if not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        for name in cls.__protocol_attrs__:
            for base in other.__mro__:
                if name in base.__dict__:
                    if base.__dict__[name] is None:
                        return False
                    break
            else:
                return False
        return True


_NOT_OF_PROTOCOLS = frozenset([
    '__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__', '__module__', '__new__',
    '__slots__', '__subclasshook__', '__weakref__', '__class_getitem__', '__match_args__', '__static_attributes__',
    '__firstlineno__', '__parameters__', '__orig_bases__', '__qualname__', '__init_subclass__', '_is_protocol',
    '_is_runtime_protocol', '__protocol_attrs__', '_abc_registry', '_abc_impl', '__type_params__',
    '__non_callable_proto_members__',
])


class Protocol(Generic, metaclass=_ProtocolMeta):
    """A base for classes that describe which attributes an object has."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._is_protocol = Protocol in cls.__bases__
        names = set()
        for base in cls.__mro__[:-1]:
            if base in (Protocol, Generic) or not getattr(base, '_is_protocol', False):
                continue
            names.update(base.__dict__)
            names.update(base.__dict__.get('__annotations__', {}))
        cls.__protocol_attrs__ = {name for name in names if name not in _NOT_OF_PROTOCOLS}
        if cls._is_protocol and cls.__init__ is object.__init__:
            cls.__init__ = _no_init


def _no_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    # A class that implements the protocol looks for the next `__init__`.
    for base in cls.__mro__:
        init = base.__dict__.get('__init__', _no_init)
        if init is not _no_init:
            init(self, *args, **kwargs)
            return


def runtime_checkable(cls):
    """Allow `isinstance` with a protocol: it looks whether the attributes are there."""
    if not getattr(cls, '_is_protocol', False):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


@runtime_checkable
class SupportsInt(Protocol):
    __slots__ = ()

    def __int__(self) -> int:
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    __slots__ = ()

    def __float__(self) -> float:
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    __slots__ = ()

    def __complex__(self) -> complex:
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    __slots__ = ()

    def __bytes__(self) -> bytes:
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    __slots__ = ()

    def __index__(self) -> int:
        pass


@runtime_checkable
class SupportsAbs(Protocol):
    __slots__ = ()

    def __abs__(self):
        pass


@runtime_checkable
class SupportsRound(Protocol):
    __slots__ = ()

    def __round__(self, ndigits=0):
        pass


T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')
T_co = TypeVar('T_co', covariant=True)
T_contra = TypeVar('T_contra', contravariant=True)
AnyStr = TypeVar('AnyStr', bytes, str)


# ---- Classes from annotations ---------------------------------------------------------------------------------------

def _named_tuple(name, fields, defaults, module):
    result = collections.namedtuple(name, [field for field, _ in fields], defaults=defaults, module=module)
    result.__annotations__ = dict(fields)
    result.__new__.__annotations__ = dict(fields)
    return result


_not_in_named_tuples = frozenset([
    '__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_make', '_replace', '_asdict',
    '_source'])


class _NamedTupleMeta(type):
    def __new__(cls, name, bases, namespace):
        if '_root' in namespace:
            return super().__new__(cls, name, bases, namespace)
        bases = tuple([tuple if base is _NamedTuple else base for base in bases])
        fields = [*namespace.get('__annotations__', {}).items()]
        defaults = []
        for field, _ in fields:
            if field in namespace:
                defaults.append(field)
            elif defaults:
                plural = 's' if len(defaults) > 1 else ''
                raise TypeError(
                    f'Non-default namedtuple field {field} cannot follow default field{plural} '
                    f"{', '.join(defaults)}")
        result = _named_tuple(name, fields, [namespace[field] for field in defaults], namespace['__module__'])
        if bases != (tuple,):
            result = type(name, (result, *[base for base in bases if base is not tuple]), {'__slots__': ()})
        for key, value in namespace.items():
            if key in _not_in_named_tuples:
                raise AttributeError(f'Cannot overwrite NamedTuple attribute {key}')
            if key not in ('__annotations__', '__module__', '__qualname__') and key not in result._fields:
                setattr(result, key, value)
                set_name = getattr(type(value), '__set_name__', None)
                if set_name is not None:
                    set_name(value, result, key)
        result.__qualname__ = namespace.get('__qualname__', name)
        return result


class _NamedTuple(metaclass=_NamedTupleMeta):
    _root = True


def NamedTuple(typename, fields=(), /, **kwargs):
    """A named tuple whose fields have types; also a base for classes."""
    fields = [*fields] if fields else [*kwargs.items()]
    result = _named_tuple(typename, fields, (), collections._caller_module())
    result.__orig_bases__ = (NamedTuple,)
    return result


NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


class _TypedDictMeta(type):
    def __new__(cls, name, bases, namespace, total=True):
        result = type.__new__(cls, name, (dict,) if bases else (), namespace)
        annotations = {}
        required, optional = set(), set()
        for base in bases:
            annotations.update(base.__dict__.get('__annotations__', {}))
            required |= base.__dict__.get('__required_keys__', set())
            optional |= base.__dict__.get('__optional_keys__', set())
        own = namespace.get('__annotations__', {})
        annotations.update(own)
        for key, annotation in own.items():
            form = getattr(annotation, '_name', None)
            is_required = form == 'Required' or form != 'NotRequired' and total
            (required if is_required else optional).add(key)
        result.__annotations__ = annotations
        result.__required_keys__ = frozenset(required)
        result.__optional_keys__ = frozenset(optional)
        result.__total__ = total
        return result

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __subclasscheck__ = __instancecheck__


class _TypedDict(metaclass=_TypedDictMeta):
    pass


def TypedDict(typename, fields=(), /, *, total=True):
    """A dict with known keys; a base for classes, whose instances are plain dicts."""
    return _TypedDictMeta(typename, (_TypedDict,), {'__annotations__': dict(fields)}, total=total)


TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


class NewType:
    """A name for a type; calling it gives the argument itself."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[2]
        self.__supertype__ = tp
        self.__module__ = collections._caller_module()

    def __call__(self, x, /):
        return x

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


# ---- Functions ------------------------------------------------------------------------------------------------------

TYPE_CHECKING = False


def cast(typ, val):
    """The value itself; the type is a note to the reader."""
    return val


def assert_type(val, typ, /):
    """The value itself."""
    return val


def reveal_type(obj, /):
    """The value itself; its type is written to the standard error output."""
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def assert_never(arg, /):
    """Fails: this point is not meant to be reached."""
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {value}')


def final(f):
    """Note that something is not meant to be overridden."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    """Note that a method overrides another one."""
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def overload(func):
    """Note one of several signatures; the last definition, without this decorator, is the function."""
    return _overloaded


def _overloaded(*args, **kwds):
    raise NotImplementedError(
        'You should not call an overloaded function. A series of @overload-decorated functions outside a stub module '
        'should always be followed by an implementation that is not @overload-ed.')


def no_type_check(arg):
    """Note that annotations here are no types."""
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def dataclass_transform(**options):
    """Note that a decorator makes dataclasses."""

    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = options
        return cls_or_fn

    return decorator


def get_origin(tp):
    """What was subscripted: `list` of `list[int]`."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, _Union):
        return _Union
    if tp is Generic:
        return Generic
    if isinstance(tp, (_Subscripted, _GenericAlias)):
        return tp.__origin__
    return None


def get_args(tp):
    """The parameters: `(int,)` of `list[int]`."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_Subscripted, _GenericAlias, _Union)):
        args = tp.__args__
        if get_origin(tp) is collections.abc.Callable and len(args) > 1 and args[0] is not ...:
            return ([*args[:-1]], args[-1])
        return args
    return ()


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations, those of base classes too. Names in quotes are looked up in the module."""
    if isinstance(obj, type):
        hints = {}
        for base in reversed(obj.__mro__):
            module = sys.modules.get(base.__module__)
            names = globalns or getattr(module, '__dict__', {})
            for name, hint in base.__dict__.get('__annotations__', {}).items():
                hints[name] = _resolved(hint, names, localns or {})
        return hints
    names = globalns or getattr(obj, '__globals__', {})
    annotations = getattr(obj, '__annotations__', None)
    if annotations is None:
        raise TypeError(f'{obj!r} is not a module, class, method, or function.')
    return {name: _resolved(hint, names, localns or {}) for name, hint in annotations.items()}


def _resolved(hint, names, local_names):
    if hint is None:
        return type(None)
    if isinstance(hint, ForwardRef):
        hint = hint.__forward_arg__
    if isinstance(hint, str):
        builtin_names = names.get('__builtins__', {})
        builtin_names = getattr(builtin_names, '__dict__', builtin_names)
        for known in (local_names, names, builtin_names):
            if hint in known:
                return known[hint]
        raise NameError(f'name {hint!r} is not defined')
    return hint


def is_typeddict(tp):
    """Whether a class is a TypedDict."""
    return isinstance(tp, _TypedDictMeta)


def is_protocol(tp, /):
    """Whether a class is a protocol."""
    return isinstance(tp, type) and getattr(tp, '_is_protocol', False) and tp is not Protocol


def get_protocol_members(tp, /):
    """The attributes that a protocol asks for."""
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    return frozenset(tp.__protocol_attrs__)


class IO:
    pass


class TextIO(IO):
    pass


class BinaryIO(IO):
    pass
