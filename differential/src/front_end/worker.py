"""Answers questions about source text. One process, asked over pipes.

A question is a line `what length` and that many bytes. An answer is a line `seconds length` and that many bytes of JSON,
with the key `text` or `error`. `seconds` is the processor time of `ast.parse`, where that was asked for.
"""
import _symtable
import ast
import gc
import json
import os
import signal
import sys
import time
import warnings

LONGEST_SECONDS = 120
FILE_INPUT = 257
FLAGS = 1 | 2 | 4 | 8 | 16 | 128 | 256 | 512 | 1024
MADE_UP = {"__type_params__", "__classdict__"}


class Accepted(Exception):
    """A file that is a program. It is not run."""


def tree(data):
    """The dump of a file's tree, and how long the parser took."""
    path = os.fsdecode(data)
    with open(path, "rb") as file:
        source = file.read()
    gc.disable()
    start = time.thread_time()
    try:
        parsed = ast.parse(source, path)
        seconds = time.thread_time() - start
    except SyntaxError:
        # A file may have other errors than a string of the same bytes.
        file_error(path)
        raise
    finally:
        gc.enable()
    return ast.dump(parsed, include_attributes=True, indent=2), seconds


def file_error(path):
    """Lets the interpreter read a file by itself, as when it is to run it; stops it before it does."""
    import ctypes

    libc = ctypes.CDLL(None)
    libc.fopen.restype = ctypes.c_void_p
    run = ctypes.pythonapi.PyRun_FileExFlags
    run.restype = ctypes.py_object
    pointer, thing, number = ctypes.c_void_p, ctypes.py_object, ctypes.c_int
    run.argtypes = [pointer, ctypes.c_char_p, number, thing, thing, number, pointer]
    stop_before_execution()
    name = os.fsencode(path)
    try:
        run(libc.fopen(name, b"rb"), name, FILE_INPUT, {}, {}, 1, None)
    except Accepted:
        pass


def stop_before_execution():
    """From now on nothing is executed in this process by `exec` and its kin."""
    if not stop_before_execution.done:
        stop_before_execution.done = True

        def refuse(event, _):
            if event == "exec":
                raise Accepted

        sys.addaudithook(refuse)


stop_before_execution.done = False


def file(data):
    """Nothing, if a file is a program."""
    file_error(os.fsdecode(data))
    return "", 0.0


def tables(data):
    """A file's symbol tables, one a line, those inside of others indented."""
    path = os.fsdecode(data)
    with open(path, "rb") as file:
        source = file.read()
    try:
        compile(source, path, "exec", dont_inherit=True)
    except SyntaxError:
        file_error(path)
        raise
    lines, work = [], [(_symtable.symtable(source, path, "exec"), 0)]
    while work:
        table, depth = work.pop()
        lines.append("  " * depth + table_line(table))
        work.extend((child, depth + 1) for child in reversed(table.children))
    return "\n".join(lines), 0.0


def table_line(table):
    """Type, name, line, whether it is nested, parameters, and names with their flags and scopes."""
    names = [f"{n}:{table.symbols[n] & FLAGS}:{table.symbols[n] >> 12}" for n in own_names(sorted(table.symbols))]
    line = table.lineno if table.type < 3 else 0
    parameters = ",".join(own_names(table.varnames))
    return f"{table.type} {table.name} {line} {table.nested:d} ({parameters}) {' '.join(names)}"


def own_names(names):
    """Without those that the compiler makes up."""
    return [name for name in names if not name.startswith(".") and name not in MADE_UP]


def text(data):
    """Nothing, if a text is a program."""
    compile(data.decode("utf-8", "surrogatepass"), "program", "exec", dont_inherit=True)
    return "", 0.0


def error_data(error):
    place = None
    if isinstance(error, SyntaxError) and error.lineno is not None:
        place = [error.lineno, error.offset, error.end_lineno, error.end_offset]
        place = [-1 if number is None else number for number in place]
    message = error.msg if isinstance(error, SyntaxError) else str(error)
    message = message.encode("utf-8", "backslashreplace").decode()
    return {"kind": type(error).__name__, "message": message, "place": place}


def answer(what, data):
    try:
        result, seconds = QUESTIONS[what](data)
        return {"text": result}, seconds
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError) as error:
        return {"error": error_data(error)}, 0.0


QUESTIONS = {"tree": tree, "file": file, "tables": tables, "text": text}


def main():
    # Messages of other programs (the C library's, for example) do not belong into the answers.
    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20_000)
    while question := stdin.readline().split():
        data = stdin.read(int(question[1]))
        if hasattr(signal, "alarm"):
            signal.alarm(LONGEST_SECONDS)
        result, seconds = answer(question[0].decode(), data)
        if hasattr(signal, "alarm"):
            signal.alarm(0)
        # Surrogates are written as escapes.
        encoded = json.dumps(result).encode()
        stdout.write(b"%.9f %d\n" % (seconds, len(encoded)) + encoded)
        stdout.flush()


main()
