"""Context managers."""

__all__ = [
    'AbstractContextManager', 'ContextDecorator', 'ExitStack', 'chdir', 'closing', 'contextmanager', 'nullcontext',
    'redirect_stderr', 'redirect_stdout', 'suppress',
]

import sys
from abc import ABC, abstractmethod
from functools import wraps

_GenericAlias = type(list[int])


class AbstractContextManager(ABC):
    """The class of context managers: whatever has `__enter__` and `__exit__`."""

    __slots__ = ()
    __class_getitem__ = classmethod(_GenericAlias)

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, candidate):
        if cls is not AbstractContextManager:
            return NotImplemented
        for name in ('__enter__', '__exit__'):
            for base in candidate.__mro__:
                if name in base.__dict__:
                    if base.__dict__[name] is None:
                        return NotImplemented
                    break
            else:
                return NotImplemented
        return True


class ContextDecorator:
    """Makes of a context manager a decorator: the function then runs inside of it."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return inner


# ---- Generators as context managers ---------------------------------------------------------------------------------

class _GeneratorContextManager(AbstractContextManager, ContextDecorator):
    """What runs up to the `yield` on entry, and the rest on exit."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, '__doc__', None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        # A generator runs only once; each call of a decorated function needs a new one.
        return self.__class__(self.func, self.args, self.kwds)

    def __enter__(self):
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                self.gen.close()
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as stop:
            # The exception has been handled, unless this is the one that came in.
            return stop is not value
        except RuntimeError as error:
            if error is value:
                error.__traceback__ = traceback
                return False
            if isinstance(value, StopIteration) and error.__cause__ is value:
                # A StopIteration that leaves a generator is turned into a RuntimeError.
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            error.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


def contextmanager(func):
    """Make of a generator function one that gives context managers."""

    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return helper


# ---- Small ones -----------------------------------------------------------------------------------------------------

class closing(AbstractContextManager):
    """Closes an object on exit."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class nullcontext(AbstractContextManager):
    """Does nothing."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass


class suppress(AbstractContextManager):
    """Ends the exceptions of the given types."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return
        if issubclass(exctype, self._exceptions):
            return True
        if issubclass(exctype, BaseExceptionGroup):
            match, rest = excinst.split(self._exceptions)
            if rest is None:
                return True
            raise rest
        return False


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """Puts another file in the place of `sys.stdout`."""

    _stream = 'stdout'


class redirect_stderr(_RedirectStream):
    """Puts another file in the place of `sys.stderr`."""

    _stream = 'stderr'


# ---- A number of them that is not known before ----------------------------------------------------------------------

class ExitStack(AbstractContextManager):
    """Enters context managers one by one, and leaves them all in the opposite order."""

    def __init__(self):
        self._callbacks = []

    def pop_all(self):
        """Hand everything over to a new stack."""
        new = type(self)()
        new._callbacks, self._callbacks = self._callbacks, []
        return new

    def push(self, exit):
        """Add an object with an `__exit__`, or a function with the same arguments."""
        method = getattr(type(exit), '__exit__', None)
        if method is None:
            self._callbacks.append(exit)
        else:
            self._callbacks.append(lambda *details: method(exit, *details))
        return exit

    def enter_context(self, cm):
        """Enter a context manager, and remember to leave it."""
        cls = type(cm)
        enter, exit = getattr(cls, '__enter__', None), getattr(cls, '__exit__', None)
        if enter is None or exit is None:
            raise TypeError(
                f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager protocol")
        result = enter(cm)
        self._callbacks.append(lambda *details: exit(cm, *details))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Add a function to be called on exit."""

        def call(typ, value, traceback):
            callback(*args, **kwds)

        call.__wrapped__ = callback
        self._callbacks.append(call)
        return callback

    def close(self):
        """Leave everything now."""
        self.__exit__(None, None, None)

    def __exit__(self, *exc_details):
        pending = exc_details[1]
        received = pending is not None
        outer = sys.exception()
        suppressed = False
        raised = False
        while self._callbacks:
            callback = self._callbacks.pop()
            try:
                details = (None, None, None) if pending is None else (type(pending), pending, pending.__traceback__)
                if callback(*details):
                    suppressed, raised, pending = True, False, None
            except BaseException as error:
                # As with nested `with` statements, the exception before is the new one's context.
                _set_context(error, pending, outer)
                raised, pending = True, error
        if raised:
            context = pending.__context__
            try:
                raise pending
            except BaseException:
                pending.__context__ = context
                raise
        return received and suppressed


def _set_context(error, pending, outer):
    """Put the pending exception at the end of the chain of contexts."""
    while True:
        context = error.__context__
        if context is None or context is pending:
            return
        if context is outer:
            break
        error = context
    error.__context__ = pending
