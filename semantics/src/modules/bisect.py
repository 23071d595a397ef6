"""Places in sorted lists, found by halving."""

from _bisect import *
from _bisect import __all__
