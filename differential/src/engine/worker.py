# Runs programs for another process: one file for any Python from 3.8 on, and for implementations that have little of the
# standard library. Nothing here is more than it needs: what is missing is done without.
#
# A frame is its length in 4 bytes, the most significant first, and then its content. The first request has the harness;
# the answer says what this Python is. Each further one has programs to run; the answer has what was observed of them.

import sys

try:
    import os
    import signal

    CAN_FORK = hasattr(os, "fork") and hasattr(os, "waitpid") and hasattr(signal, "setitimer")
except ImportError:
    CAN_FORK = False
try:
    import resource
except ImportError:
    resource = None
try:
    import io

    io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")
    CAN_CAPTURE = hasattr(sys, "__stdout__")
except (ImportError, AttributeError, TypeError):
    CAN_CAPTURE = False
try:
    import warnings

    warnings.simplefilter("ignore")
except ImportError:
    pass

requests = sys.stdin.buffer
answers = sys.stdout.buffer

WANTS_MESSAGE = 1
WANTS_LINES = 2
FILE = "program.py"


def number(value):
    return value.to_bytes(4, "big")


def encoded(text):
    try:
        return text.encode("utf-8")
    except UnicodeError:
        return text.encode("utf-8", "backslashreplace")


def field(text):
    data = encoded(text)
    return number(len(data)) + data


def read(count):
    data = b""
    while len(data) < count:
        more = requests.read(count - len(data))
        if not more:
            sys.exit(0)
        data += more
    return data


def read_frame():
    return read(int.from_bytes(read(4), "big"))


def write_frame(data):
    answers.write(number(len(data)) + data)
    if hasattr(answers, "flush"):
        answers.flush()


class Parts:
    """A request, taken apart from its beginning."""

    def __init__(self, data):
        self.data = data
        self.at = 0

    def number(self):
        self.at += 4
        return int.from_bytes(self.data[self.at - 4 : self.at], "big")

    def text(self):
        count = self.number()
        self.at += count
        return self.data[self.at - count : self.at].decode("utf-8")


class Namespace:
    """What the harness defines, and how to come back to it."""

    def __init__(self, harness):
        self.names = {"__name__": "__main__"}
        exec(compile(harness, "harness.py", "exec"), self.names)
        self.printed = []
        if not CAN_CAPTURE:
            self.names["print"] = self.print
        self.base = dict(self.names)
        self.lists = [(value, list(value)) for value in self.base.values() if type(value) is list]

    def print(self, *values, sep=" ", end="\n"):
        """Stands for `print` where standard output can't be replaced."""
        self.printed.append(sep.join([str(value) for value in values]) + end)

    def reset(self):
        self.names.clear()
        self.names.update(self.base)
        if "__reset__" in self.base:
            self.base["__reset__"]()
        for value, items in self.lists:
            value[:] = items
        del self.printed[:]


class Lines:
    """Notes the lines that are executed."""

    def __init__(self):
        self.seen = []

    def __call__(self, frame, event, argument):
        if frame.f_code.co_filename != FILE:
            return None
        if event == "line":
            self.seen.append(frame.f_lineno)
        return self


def run(namespace, source, flags):
    """Runs a program; the answer about it."""
    namespace.reset()
    try:
        code = compile(source, FILE, "exec")
    except (RuntimeError, MemoryError) as error:
        return b"L" + field(type(error).__name__)
    except Exception as error:
        return b"R" + field(type(error).__name__ + ": " + str(error.args[0] if error.args else ""))
    if CAN_CAPTURE:
        captured = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n", write_through=True)
        sys.stdout = captured
    lines = Lines() if flags & WANTS_LINES and hasattr(sys, "settrace") else None
    ended = None
    try:
        if lines is not None:
            sys.settrace(lines)
        exec(code, namespace.names)
    except BaseException as error:
        ended = error
    if lines is not None:
        sys.settrace(None)
    if CAN_CAPTURE:
        sys.stdout = sys.__stdout__
        printed = captured.detach().getvalue()
    else:
        printed = encoded("".join(namespace.printed))
    try:
        return describe(namespace, ended, printed, flags, lines)
    except Exception as error:
        return b"L" + field("the namespace can't be described: " + type(error).__name__)


def describe(namespace, ended, printed, flags, lines):
    """The answer about a program that has ended."""
    name = "" if ended is None else type(ended).__name__
    if name == "RecursionError" or name == "MemoryError":
        return b"L" + field(name)
    log = namespace.base["__log__"]
    answer = [b"D", field(name), number(len(log))]
    answer += [field(event) for event in log]
    answer += [number(len(printed)), printed, field(namespace.base["__digest__"]())]
    answer.append(field(message(ended)) if flags & WANTS_MESSAGE else number(0))
    answer.append(field(" ".join([str(line) for line in lines.seen])) if lines is not None else number(0))
    answer.append(number(line_of(ended)))
    return b"".join(answer)


def line_of(error):
    """The innermost line of the program in an exception's traceback; 0 if there is none."""
    line = 0
    entry = getattr(error, "__traceback__", None)
    while entry is not None:
        if entry.tb_frame.f_code.co_filename == FILE:
            line = entry.tb_lineno
        entry = entry.tb_next
    return line


def message(error):
    try:
        return "" if error is None else str(error)
    except Exception as other:
        return "no message: " + type(other).__name__


def run_all(namespace, flags, sources, seconds):
    answer = []
    for source in sources:
        if seconds and CAN_FORK:
            signal.setitimer(signal.ITIMER_PROF, seconds)
        part = run(namespace, source, flags)
        answer.append(number(len(part)) + part)
    return b"".join(answer)


def run_apart(namespace, flags, sources, seconds, memory):
    """Runs programs in a child, so that nothing is left of them. Without an answer it says how the child ended."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            if resource is not None and memory:
                resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
            if resource is not None and seconds:
                most = int(seconds * len(sources)) + 2
                resource.setrlimit(resource.RLIMIT_CPU, (most, most))
                resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            answer = run_all(namespace, flags, sources, seconds)
            signal.setitimer(signal.ITIMER_PROF, 0)
            write_frame(answer)
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if status != 0:
        write_frame(b"X" + number(status & 127) + field("status " + str(status)))


def greet():
    name = getattr(getattr(sys, "implementation", None), "name", "python")
    version = sys.version_info
    words = [name, str(version[0]), str(version[1]), str(version[2])]
    words += ["fork" if CAN_FORK else "-", "lines" if hasattr(sys, "settrace") else "-"]
    try:
        words.append("surrogates" if len("\ud800" + "x") == 2 else "-")
    except UnicodeError:
        words.append("-")
    return " ".join(words)


def main():
    namespace = Namespace(read_frame().decode("utf-8"))
    try:
        import gc

        if CAN_FORK:
            # A child lives for a few programs only, and shares its parent's memory.
            gc.disable()
            gc.collect()
            gc.freeze()
    except (ImportError, AttributeError):
        pass
    write_frame(encoded(greet()))
    while True:
        parts = Parts(read_frame())
        flags, milliseconds, memory, count = parts.number(), parts.number(), parts.number() << 20, parts.number()
        sources = [parts.text() for _ in range(count)]
        if CAN_FORK:
            run_apart(namespace, flags, sources, milliseconds / 1000, memory)
        else:
            write_frame(run_all(namespace, flags, sources, 0))


main()
