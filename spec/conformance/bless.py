#!/usr/bin/env python3
"""Keep the conformance suite true to CPython.

    python3.13 bless.py             rewrite every .out and .err from CPython 3.13, then check
    python3.13 bless.py --check     write nothing; exit 1 when anything is not as it should be
    python3.13 bless.py AREA ...    the same for these areas only

A program is `<area>/<name>.py`. It opens with a comment block:

    # /// gradus
    # id = "operators.reflected-goes-first-for-subclass"
    # rules = []
    # python = ">=3.8"
    # expect = "exit 0"
    # ///

`id` is the path with `.` and `-` in place of `/` and `_`. `python` is the range of versions in which the program
shows what stands beside it: its standard output in `.out`, and the last line of its standard error in `.err`; without
an `.err` anything may stand there. Every CPython found in PATH or under pyenv runs every program, whether in its range
or not: a version inside the range must agree and a version outside it must differ, so the range is neither too wide
nor too narrow. CPython 3.13 runs each program under two hash seeds, the others under a random one.
"""
import ast
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
REFERENCE = (3, 13)
OLDEST, NEWEST = 8, 20
FIELDS = ("id", "rules", "python", "expect")
MODULES = {"sys", "math", "time", "itertools", "functools", "operator", "collections"}
BANNED_CALLS = {"eval", "exec", "compile", "open", "input", "__import__", "breakpoint", "help"}
TIME_LIMIT = 20


class Bad(Exception):
    """Something about a program that its author has to put right."""


def find_pythons():
    """Every CPython from 3.8 on, as pairs of (major, minor) and path; oldest first."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    names = ["python3"] + [f"python3.{minor}" for minor in range(OLDEST, NEWEST)]
    places = sorted(pyenv.glob("versions/3.*/bin/python3"))
    places += [Path(d) / n for d in os.environ["PATH"].split(os.pathsep) if d for n in names]
    ask = "import sys; print(sys.implementation.name, *sys.version_info[:2], sys.executable)"
    found = {}
    for place in places:
        if not place.exists():
            continue
        p = subprocess.run([place, "-c", ask], capture_output=True, text=True)
        if p.returncode == 0 and p.stdout.startswith("cpython 3 "):
            minor, executable = p.stdout.rstrip("\n").split(" ", 3)[2:]
            if int(minor) >= OLDEST:
                found.setdefault(os.path.realpath(executable), (3, int(minor)))
    return sorted((version, path) for path, version in found.items())


def reference_of(pythons):
    """The interpreter that blesses."""
    return next((path for version, path in pythons if version == REFERENCE), None)


def parse_header(text):
    """The fields of the comment block that a program opens with."""
    lines = text.splitlines()
    if not lines or lines[0] != "# /// gradus":
        raise Bad("does not start with '# /// gradus'")
    header = {}
    for line in lines[1:]:
        if line == "# ///":
            break
        m = re.fullmatch(r"# ([a-z]+) = (.+)", line)
        if not m:
            raise Bad(f"odd header line: {line}")
        if m[1] in header:
            raise Bad(f"header field {m[1]} appears twice")
        header[m[1]] = ast.literal_eval(m[2])
    else:
        raise Bad("the header is not closed by '# ///'")
    if tuple(header) != FIELDS:
        raise Bad(f"header fields are {', '.join(header)}; they should be {', '.join(FIELDS)}")
    if not isinstance(header["rules"], list) or not all(isinstance(r, str) for r in header["rules"]):
        raise Bad("rules is not a list of strings")
    if not re.fullmatch(r"exit \d+", header["expect"]):
        raise Bad(f"expect is {header['expect']!r}; it should be 'exit N'")
    return header


def parse_range(text):
    """A predicate on (major, minor) for a range such as '>=3.8,<3.12'."""
    tests = []
    for part in text.split(","):
        m = re.fullmatch(r"(>=|<)3\.(\d+)", part)
        if not m:
            raise Bad(f"odd version range: {text}")
        tests.append((m[1], (3, int(m[2]))))
    return lambda v: all(v >= w if op == ">=" else v < w for op, w in tests)


def check_source(text):
    """Refuse what lies outside the language that the suite is about."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            names = {a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom):
            names = {node.module}
        else:
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in BANNED_CALLS:
                raise Bad(f"calls {node.func.id}()")
            continue
        if not names <= MODULES:
            raise Bad(f"imports {', '.join(sorted(names - MODULES))}")


def run(python, path, seed="random"):
    """(exit code, standard output, last line of standard error) of one run."""
    env = {"PATH": os.environ["PATH"], "PYTHONIOENCODING": "utf-8", "PYTHONHASHSEED": seed}
    try:
        p = subprocess.run([python, path.name], cwd=path.parent, env=env, stdin=subprocess.DEVNULL,
                           capture_output=True, timeout=TIME_LIMIT)
    except subprocess.TimeoutExpired:
        return (None, "", "timeout")
    err = p.stderr.decode().rstrip("\n")
    return (p.returncode, p.stdout.decode(), err.rsplit("\n", 1)[-1])


def expected_of(path, code):
    """What stands beside a program, in the form that `run` returns."""
    out, err = path.with_suffix(".out"), path.with_suffix(".err")
    if not out.exists():
        raise Bad("no .out beside it")
    return (code, out.read_text(), err.read_text().rstrip("\n") if err.exists() else "")


def same(result, expected):
    """Whether a run shows what it should; without an .err the standard error may hold anything."""
    return result[:2] == expected[:2] and expected[2] in ("", result[2])


def bless(path, result):
    """Write the expected output of a program."""
    path.with_suffix(".out").write_text(result[1])
    err = path.with_suffix(".err")
    if result[2]:
        err.write_text(result[2] + "\n")
    else:
        err.unlink(missing_ok=True)


def check(path, pythons, write):
    """The complaints about one program."""
    try:
        text = path.read_text()
        header = parse_header(text)
        area, name = path.parent.name, path.stem
        wanted_id = f"{area}.{name}".replace("_", "-")
        if header["id"] != wanted_id:
            raise Bad(f"id is {header['id']}; it should be {wanted_id}")
        inside = parse_range(header["python"])
        if not inside(REFERENCE):
            raise Bad("the range leaves out 3.13")
        check_source(text)
        code = int(header["expect"].split()[1])
        result = run(reference_of(pythons), path, "0")
        if result[0] != code:
            raise Bad(f"ends with {result[0]} ({result[2]}); {header['expect']} is declared")
        if write:
            bless(path, result)
        expected = expected_of(path, code)
        for version, python in pythons:
            seeds = ("0", "1") if version == REFERENCE else ("random",)
            for seed in seeds:
                agrees = same(run(python, path, seed), expected)
                if agrees != inside(version):
                    verb = "agrees" if agrees else "differs"
                    raise Bad(f"{version[0]}.{version[1]} {verb}; the range is {header['python']}")
    except (Bad, SyntaxError, ValueError) as e:
        return [f"{path.relative_to(HERE)}: {e}"]
    return []


def orphans(areas):
    """Expected outputs whose program is gone."""
    for area in areas:
        for path in sorted(area.iterdir()):
            if path.suffix in (".out", ".err") and not path.with_suffix(".py").exists():
                yield f"{path.relative_to(HERE)}: no program beside it"


def main(args):
    if sys.version_info < REFERENCE:
        sys.exit("bless.py: run it by CPython 3.13 or later")
    write = "--check" not in args
    names = [a for a in args if a != "--check"]
    areas = [HERE / n for n in names] or sorted(d for d in HERE.iterdir() if d.is_dir() and d.name[0] not in "._")
    pythons = find_pythons()
    if reference_of(pythons) is None:
        sys.exit("bless.py: no CPython 3.13 found in PATH or under pyenv")
    programs = sorted(p for area in areas for p in area.glob("*.py"))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(lambda p: check(p, pythons, write), programs))
    complaints = [c for cs in found for c in cs] + list(orphans(areas))
    for c in complaints:
        print(c)
    versions = ", ".join(f"{a}.{b}" for (a, b), _ in pythons)
    print(f"{len(programs)} programs, {len(complaints)} complaints; CPython {versions}")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
