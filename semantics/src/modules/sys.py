"""This module provides access to some objects used or maintained by the
interpreter and to functions that interact strongly with the interpreter."""

from _sys import *
from _sys import _getframe


# ---- Tuples with named fields ---------------------------------------------------------------------------------------

def _structure(name, fields, items):
    """An instance of a class made for it: a tuple whose items have names, and that shows them."""
    def __new__(cls, *args, **kwargs):
        raise TypeError(f"cannot create '{name}' instances")

    def __repr__(self):
        shown = ', '.join([f'{field}={item!r}' for field, item in zip(fields, self)])
        return f'{name}({shown})'

    namespace = {'__new__': __new__, '__repr__': __repr__, '__slots__': (), '__module__': 'sys'}
    for i in range(len(fields)):
        namespace[fields[i]] = _field(i)
    namespace['n_fields'] = namespace['n_sequence_fields'] = len(fields)
    namespace['n_unnamed_fields'] = 0
    namespace['__match_args__'] = fields
    cls = type(name.rpartition('.')[2], (tuple,), namespace)
    return tuple.__new__(cls, items)


def _field(i):
    return property(lambda self: self[i])


version_info = _structure(
    'sys.version_info', ('major', 'minor', 'micro', 'releaselevel', 'serial'), (3, 13, 0, 'final', 0))

float_info = _structure(
    'sys.float_info',
    ('max', 'max_exp', 'max_10_exp', 'min', 'min_exp', 'min_10_exp', 'dig', 'mant_dig', 'epsilon', 'radix', 'rounds'),
    (1.7976931348623157e+308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1))

int_info = _structure(
    'sys.int_info',
    ('bits_per_digit', 'sizeof_digit', 'default_max_str_digits', 'str_digits_check_threshold'),
    (30, 4, 4300, 640))

hash_info = _structure(
    'sys.hash_info',
    ('width', 'modulus', 'inf', 'nan', 'imag', 'algorithm', 'hash_bits', 'seed_bits', 'cutoff'),
    (64, 2305843009213693951, 314159, 0, 1000003, 'siphash13', 64, 128, 0))

thread_info = _structure('sys.thread_info', ('name', 'lock', 'version'), ('pthread', 'semaphore', None))

flags = _structure(
    'sys.flags',
    ('debug', 'inspect', 'interactive', 'optimize', 'dont_write_bytecode', 'no_user_site', 'no_site',
     'ignore_environment', 'verbose', 'bytes_warning', 'quiet', 'hash_randomization', 'isolated', 'dev_mode',
     'utf8_mode', 'warn_default_encoding', 'safe_path', 'int_max_str_digits'),
    (0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, False, 1, 0, False, 4300))


# ---- Constants ------------------------------------------------------------------------------------------------------

class _Implementation:
    def __init__(self, **attributes):
        self.__dict__.update(attributes)

    def __repr__(self):
        shown = ', '.join([f'{name}={value!r}' for name, value in self.__dict__.items()])
        return f'namespace({shown})'


hexversion = 0x030d00f0
implementation = _Implementation(name='gradus', cache_tag=None, version=version_info, hexversion=hexversion)
version = '3.13.0 (gradus)'
api_version = 1013
copyright = ''
platform = 'linux'
byteorder = 'little'
maxsize = 0x7fff_ffff_ffff_ffff
maxunicode = 0x10ffff
float_repr_style = 'short'
abiflags = ''
platlibdir = 'lib'
executable = ''
prefix = base_prefix = exec_prefix = base_exec_prefix = ''
dont_write_bytecode = True
pycache_prefix = None
warnoptions = []
path = ['']
meta_path = []
path_hooks = []
path_importer_cache = {}
orig_argv = list(argv)
stdlib_module_names = frozenset(builtin_module_names)
_xoptions = {}
__stdin__, __stdout__, __stderr__ = stdin, stdout, stderr
__excepthook__ = excepthook


# ---- Functions ------------------------------------------------------------------------------------------------------

def displayhook(object, /):
    """Print an object to sys.stdout and also save it in builtins._"""
    import builtins
    if object is None:
        return
    builtins._ = None
    stdout.write(repr(object) + '\n')
    builtins._ = object


__displayhook__ = displayhook


def set_int_max_str_digits(maxdigits):
    """Set the maximum string digits limit for non-binary int<->str conversions. Here it can't be changed."""
    if maxdigits != 0 and maxdigits < 640:
        raise ValueError('maxdigits must be 0 or larger than 640')


def getfilesystemencodeerrors():
    """Return the error mode used for Unicode to OS filename conversion."""
    return 'surrogateescape'


def is_finalizing():
    """Return True if Python is exiting."""
    return False


def getswitchinterval():
    """Return the current thread switch interval."""
    return 0.005


def gettrace():
    """Return the global debug tracing function set with sys.settrace."""
    return None


def getprofile():
    """Return the profiling function set with sys.setprofile."""
    return None


def audit(event, /, *args):
    """Passes the event to any hooks that are attached."""
