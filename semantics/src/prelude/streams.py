# The standard streams, as long as the program puts nothing else in their place.
#
# Intrinsics used in this file: those of functions.py, and
#   _write_stdout(text)         writes to the machine's standard output; `_write_stderr` to its standard error
#   _flush()                    hands over what standard output has kept back
#   _read_line()                the next line of the machine's standard input, empty at the end


class _MachineStream:
    """One of the streams."""

    encoding = 'utf-8'
    newlines = None
    closed = False

    def __init__(self, name, mode, write, errors):
        self.name = name
        self.mode = mode
        self.errors = errors
        self._write = write

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding='utf-8'>"

    def write(self, text, /):
        if not _isa(text, str):
            raise TypeError(f'write() argument must be str, not {_type_name(text)}')
        if self._write is None:
            raise ValueError('not writable')
        self._write(text)
        return _len(text)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def flush(self):
        _flush()

    def isatty(self):
        return False

    def readable(self):
        return self.mode == 'r'

    def writable(self):
        return self.mode == 'w'

    def fileno(self):
        return ('<stdin>', '<stdout>', '<stderr>').index(self.name)

    def readline(self):
        if self.mode != 'r':
            raise ValueError('not readable')
        return _read_line()

    def readlines(self):
        return list(self)

    def read(self):
        return ''.join(self.readlines())

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


_machine_stdin = _MachineStream('<stdin>', 'r', None, 'strict')
_machine_stdout = _MachineStream('<stdout>', 'w', _write_stdout, 'strict')
_machine_stderr = _MachineStream('<stderr>', 'w', _write_stderr, 'backslashreplace')
