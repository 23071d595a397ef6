"""Abstract base classes."""

__all__ = ['ABC', 'ABCMeta', 'abstractmethod', 'abstractclassmethod', 'abstractstaticmethod', 'abstractproperty',
           'get_cache_token', 'update_abstractmethods']


def abstractmethod(funcobj):
    """Mark a method as one that subclasses must define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """A class method that subclasses must define."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """A static method that subclasses must define."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """A property that subclasses must define."""

    __isabstractmethod__ = True


def _abstract_names(cls, namespace):
    """The names that are marked in the class itself, or in a base and not defined since."""
    names = set()
    for name, value in namespace.items():
        if getattr(value, '__isabstractmethod__', False):
            names.add(name)
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if getattr(getattr(cls, name, None), '__isabstractmethod__', False):
                names.add(name)
    return frozenset(names)


# How often `register` has been called; what is known about subclasses may have changed since.
_registrations = 0


class ABCMeta(type):
    """The metaclass of abstract classes: other classes can be registered as subclasses of them."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace)
        cls._abc_registry = []
        return cls

    def register(cls, subclass):
        """Make a class a subclass of this one; also a decorator."""
        global _registrations
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError('Refusing to create an inheritance cycle')
        cls._abc_registry.append(subclass)
        _registrations += 1
        return subclass

    def __instancecheck__(cls, instance):
        """Whether an object's class is a subclass."""
        claimed = instance.__class__
        if cls.__subclasscheck__(claimed):
            return True
        return type(instance) is not claimed and cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        """Whether a class is a subclass: the class itself is asked first, then what it is derived from, what has been
        registered, and the subclasses of this one."""
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented:
            return answer
        if cls in subclass.__mro__:
            return True
        for registered in cls._abc_registry:
            if issubclass(subclass, registered):
                return True
        for derived in cls.__subclasses__():
            if issubclass(subclass, derived):
                return True
        return False

    def _dump_registry(cls, file=None):
        """Print what has been registered."""
        print(f'Class: {cls.__module__}.{cls.__qualname__}', file=file)
        print(f'_abc_registry: {cls._abc_registry!r}', file=file)


class ABC(metaclass=ABCMeta):
    """A class to derive abstract classes from."""

    __slots__ = ()


def get_cache_token():
    """A value that changes with each registration."""
    return _registrations


def update_abstractmethods(cls):
    """Find out again which methods of a class are abstract, after it has been changed."""
    if not hasattr(cls, '__abstractmethods__'):
        return cls
    cls.__abstractmethods__ = _abstract_names(cls, cls.__dict__)
    return cls
