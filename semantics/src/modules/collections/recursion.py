"""The containers of `collections` that are not written in Python elsewhere. Its files share one namespace."""

from _collections_abc import ItemsView, KeysView, ValuesView

_missing = object()
_GenericAlias = type(list[int])

# The containers whose repr is being made.
_in_repr = []


def _marks_recursion(mark):
    """Decorates a `__repr__`: inside of itself a container shows only the mark."""

    def decorate(function):
        def __repr__(self):
            for container in _in_repr:
                if container is self:
                    return mark(self) if callable(mark) else mark
            _in_repr.append(self)
            try:
                return function(self)
            finally:
                _in_repr.pop()

        __repr__.__qualname__ = function.__qualname__
        __repr__.__doc__ = function.__doc__
        return __repr__

    return decorate
