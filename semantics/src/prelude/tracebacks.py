# What a traceback shows of an exception and can't be had without running code of the program.
#
# Intrinsics used in this file: those of functions.py, and
#   _describe(exception, details)   the text of the traceback
#   _names_at(exception)            the names that are known where a NameError was raised


def _safe_str(value):
    """`str(value)` whatever happens."""
    try:
        return str(value)
    except BaseException:
        return '<exception str() failed>'


def _exception_details(exc):
    """All exceptions that are shown together with one: (exception, text, notes, similar names, place of an error in source)."""
    found = []
    seen = set()
    pending = [exc]
    while pending:
        exc = pending.pop()
        if id(exc) in seen:
            continue
        seen.add(id(exc))
        found.append((exc, _safe_str(exc), _shown_notes(exc), _similar_names(exc), _syntax_place(exc)))
        if exc.__cause__ is not None:
            pending.append(exc.__cause__)
        elif exc.__context__ is not None and not exc.__suppress_context__:
            pending.append(exc.__context__)
        if _isa(exc, BaseExceptionGroup):
            pending.extend(exc.args[1])
    return found


def _shown_notes(exc):
    try:
        notes = getattr(exc, '__notes__', None)
    except BaseException as error:
        return [f'Ignored error getting __notes__: {_safe_repr(error)}']
    if notes is None:
        return []
    if not (_isa(notes, list) or _isa(notes, tuple)):
        return [_safe_repr(notes)]
    return [_safe_note(note) for note in notes]


def _safe_repr(value):
    try:
        return repr(value)
    except BaseException:
        return '<__notes__ repr() failed>'


def _safe_note(note):
    try:
        return str(note)
    except BaseException:
        return '<note str() failed>'


def _similar_names(exc):
    """The names among which the one that is missing may be meant."""
    try:
        if _isa(exc, AttributeError):
            wrong, names = exc.name, dir(exc.obj)
        elif _isa(exc, ImportError):
            import sys
            wrong, names = exc.name_from, dir(sys.modules[exc.name])
        elif _isa(exc, NameError):
            return _names_at(exc)
        else:
            return None
        if wrong[:1] != '_':
            names = [name for name in names if name[:1] != '_']
        return list(names)
    except Exception:
        return None


def _syntax_place(exc):
    if not _isa(exc, SyntaxError):
        return None
    return (exc.msg, exc.filename, exc.lineno, exc.offset, exc.text, exc.end_lineno, exc.end_offset)


def _excepthook(exctype, value, traceback, /):
    _write_stderr(_describe(value, _exception_details(value)))
