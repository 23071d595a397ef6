# Groups of exceptions.
#
# Intrinsics used in this file, beside those of functions.py:
#   _new_group(cls, message, given, members)   a group of exceptions; `given` is what the constructor got, `members` a
#                                              tuple


def BaseExceptionGroup_new(cls, message, exceptions, /):
    if not _isa(message, str):
        raise TypeError(f'BaseExceptionGroup.__new__() argument 1 must be str, not {_type_name(message)}')
    if _find(type(exceptions), '__getitem__', None) is None or _isa(exceptions, dict):
        raise TypeError('second argument (exceptions) must be a sequence')
    members = (*exceptions,)
    if not members:
        raise ValueError('second argument (exceptions) must be a non-empty sequence')
    nested_base = False
    for place in range(_len(members)):
        if not _isa(members[place], BaseException):
            raise ValueError(f'Item {place} of second argument (exceptions) is not an exception')
        if not _isa(members[place], Exception):
            nested_base = True
    if cls is BaseExceptionGroup:
        # A group of which no member is special is an ordinary exception itself.
        if not nested_base:
            cls = ExceptionGroup
    elif nested_base:
        if cls is ExceptionGroup:
            raise TypeError('Cannot nest BaseExceptions in an ExceptionGroup')
        if ExceptionGroup in cls.__mro__ or Exception in cls.__mro__:
            raise TypeError(f"Cannot nest BaseExceptions in '{cls.__name__}'")
    return _new_group(cls, message, exceptions, members)


def BaseExceptionGroup_str(self, /):
    count = _len(self.exceptions)
    return f"{self.message} ({count} sub-exception{'' if count == 1 else 's'})"


def BaseExceptionGroup_derive(self, excs, /):
    return BaseExceptionGroup(self.message, excs)


def BaseExceptionGroup_subgroup(self, matcher_value, /):
    return _split(self, _matcher(matcher_value), False)[0]


def BaseExceptionGroup_split(self, matcher_value, /):
    return _split(self, _matcher(matcher_value), True)


def _matcher(condition):
    """The function that decides about an exception: it is given, or asks for the type."""
    if _isa(condition, type) and BaseException in condition.__mro__:
        return lambda exception: isinstance(exception, condition)
    if _isa(condition, tuple):
        for cls in condition:
            if not _isa(cls, type) or BaseException not in cls.__mro__:
                break
        else:
            return lambda exception: isinstance(exception, condition)
    elif callable(condition) and not _isa(condition, type):
        return condition
    raise TypeError('expected an exception type, a tuple of exception types, or a callable (other than a class)')


def _split(exception, matches, keep_rest):
    """The part of a group that matches, and the rest; None for a part without members. Groups keep their nesting."""
    if matches(exception):
        return exception, None
    if not _isa(exception, BaseExceptionGroup):
        return None, exception
    matching, rest = [], []
    for member in exception.exceptions:
        yes, no = _split(member, matches, keep_rest)
        if yes is not None:
            matching.append(yes)
        if no is not None:
            rest.append(no)
    return _part(exception, matching), _part(exception, rest) if keep_rest else None


def _part(group, members):
    """A group like the given one, with fewer members."""
    if not members:
        return None
    part = group.derive(members)
    if not _isa(part, BaseExceptionGroup):
        raise TypeError('derive must return an instance of BaseExceptionGroup')
    part.__traceback__ = group.__traceback__
    part.__context__ = group.__context__
    part.__cause__ = group.__cause__
    notes = getattr(group, '__notes__', None)
    if _isa(notes, list) or _isa(notes, tuple):
        part.__notes__ = [*notes]
    return part


def exception_setstate(self, state, /):
    if state is None:
        return
    if not _isa(state, dict):
        raise TypeError('state is not a dictionary')
    for name, value in state.items():
        setattr(self, name, value)
