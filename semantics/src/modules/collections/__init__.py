"""Containers beside the built-in ones. The files of this folder share one namespace."""

__all__ = [
    'ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'defaultdict', 'deque', 'namedtuple',
]

import sys
import _collections_abc as abc
from _collections import OrderedDict, _marks_recursion, _tuplegetter, defaultdict, deque
from _collections_abc import MutableMapping, MutableSequence, Sequence

sys.modules['collections.abc'] = abc
MutableSequence.register(deque)

_missing = object()
