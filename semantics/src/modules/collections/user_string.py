class UserString(Sequence):
    """A sequence around a str, in `data`."""

    def __init__(self, seq):
        self.data = str(_data_of(seq))

    def __str__(self):
        return str(self.data)

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    def __hash__(self):
        return hash(self.data)

    def __getnewargs__(self):
        return (self.data[:],)

    def __eq__(self, string):
        return self.data == _data_of(string)

    def __lt__(self, string):
        return self.data < _data_of(string)

    def __le__(self, string):
        return self.data <= _data_of(string)

    def __gt__(self, string):
        return self.data > _data_of(string)

    def __ge__(self, string):
        return self.data >= _data_of(string)

    def __contains__(self, char):
        return _data_of(char) in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __add__(self, other):
        return self.__class__(self.data + str(_data_of(other)))

    def __radd__(self, other):
        return self.__class__(str(other) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __rmod__(self, template):
        return self.__class__(str(template) % self)


def _add_string_methods():
    """The methods of str: they get str arguments, and a text that they give is wrapped again."""

    def method_of(name, gives_string):
        def method(self, /, *args, **kwargs):
            result = getattr(self.data, name)(*[_data_of(arg) for arg in args], **kwargs)
            return self.__class__(result) if gives_string else result

        method.__name__ = name
        method.__qualname__ = f'UserString.{name}'
        return method

    for name in (
            'capitalize casefold center expandtabs ljust lower lstrip removeprefix removesuffix replace rjust rstrip '
            'strip swapcase title translate upper zfill').split():
        setattr(UserString, name, method_of(name, True))
    for name in (
            'count encode endswith find format format_map index isalpha isalnum isascii isdecimal isdigit '
            'isidentifier islower isnumeric isprintable isspace istitle isupper join partition rfind rindex '
            'rpartition rsplit split splitlines startswith').split():
        setattr(UserString, name, method_of(name, False))
    UserString.maketrans = str.maketrans


_add_string_methods()
