"""A text editor model: commands with undo and redo, cursors, observers, macros and a gap buffer."""
from functools import wraps


class GapBuffer:
    def __init__(self, text="", gap=4):
        self.before, self.after = list(text), []

    def seek(self, pos):
        if not 0 <= pos <= len(self):
            raise IndexError(pos)
        while len(self.before) > pos:
            self.after.append(self.before.pop())
        while len(self.before) < pos:
            self.before.append(self.after.pop())

    def insert(self, text):
        self.before.extend(text)

    def delete(self, n):
        out = [self.after.pop() for _ in range(min(n, len(self.after)))]
        return "".join(out)

    def __len__(self):
        return len(self.before) + len(self.after)

    def __getitem__(self, key):
        return str(self)[key]

    def __str__(self):
        return "".join(self.before) + "".join(reversed(self.after))


class Command:
    merge_with = None

    def __init_subclass__(cls, /, key=None):
        if key is not None:
            Editor.keys[key] = cls

    def __repr__(self):
        return f"{type(self).__name__}{tuple(v for v in vars(self).values())}"


class Editor:
    keys = {}

    def __init__(self, text=""):
        self.buffer, self.cursor = GapBuffer(text), len(text)
        self.done, self.undone, self.groups, self.watchers = [], [], [], []

    def do(self, command):
        command.apply(self)
        self.undone.clear()
        target = self.groups[-1] if self.groups else self.done
        if target and (merged := target[-1].merge(command) if hasattr(target[-1], "merge") else None):
            target[-1] = merged
        else:
            target.append(command)
        for w in self.watchers:
            w(self, command)
        return self

    def __enter__(self):
        self.groups.append([])
        return self

    def __exit__(self, t, e, tb):
        group = Group(self.groups.pop())
        if t:
            group.revert(self)
            return t is Abort
        if group.commands:
            (self.groups[-1] if self.groups else self.done).append(group)

    def undo(self, n=1):
        for _ in range(n):
            if not self.done:
                raise LookupError("nothing to undo")
            c = self.done.pop()
            c.revert(self)
            self.undone.append(c)
        return self

    def redo(self):
        c = self.undone.pop() if self.undone else None
        if c is None:
            raise LookupError("nothing to redo")
        c.apply(self)
        self.done.append(c)
        return self

    def __call__(self, keys):
        it = iter(keys)
        for k in it:
            if k in self.keys:
                self.do(self.keys[k].from_keys(self, it))
            elif k == "u":
                self.undo()
            elif k == "r":
                self.redo()
            else:
                raise KeyError(k)
        return self

    def __str__(self):
        s = str(self.buffer)
        return f"{s[:self.cursor]}|{s[self.cursor:]}"


class Abort(Exception):
    pass


class Insert(Command, key="i"):
    def __init__(self, pos, text):
        self.pos, self.text = pos, text

    @classmethod
    def from_keys(cls, editor, it):
        text = ""
        for k in it:
            if k == ".":
                break
            text += k
        return cls(editor.cursor, text)

    def apply(self, ed):
        ed.buffer.seek(self.pos)
        ed.buffer.insert(self.text)
        ed.cursor = self.pos + len(self.text)

    def revert(self, ed):
        ed.buffer.seek(self.pos)
        ed.buffer.delete(len(self.text))
        ed.cursor = self.pos

    def merge(self, other):
        if type(other) is Insert and other.pos == self.pos + len(self.text) and " " not in other.text:
            return Insert(self.pos, self.text + other.text)


class Delete(Command, key="x"):
    def __init__(self, pos, n):
        self.pos, self.n = pos, n

    @classmethod
    def from_keys(cls, editor, it):
        return cls(max(editor.cursor - 1, 0), 1)

    def apply(self, ed):
        ed.buffer.seek(self.pos)
        self.removed = ed.buffer.delete(self.n)
        ed.cursor = self.pos

    def revert(self, ed):
        ed.buffer.seek(self.pos)
        ed.buffer.insert(self.removed)
        ed.cursor = self.pos + len(self.removed)


class Move(Command, key="<"):
    def __init__(self, to):
        self.to = to

    @classmethod
    def from_keys(cls, editor, it):
        return cls(max(editor.cursor - 1, 0))

    def apply(self, ed):
        if not 0 <= self.to <= len(ed.buffer):
            raise IndexError(f"cursor {self.to} of {len(ed.buffer)}")
        self.old, ed.cursor = ed.cursor, self.to

    def revert(self, ed):
        ed.cursor = self.old


class Group(Command):
    def __init__(self, commands):
        self.commands = commands

    def apply(self, ed):
        for c in self.commands:
            c.apply(ed)

    def revert(self, ed):
        for c in reversed(self.commands):
            c.revert(ed)


def logged(f):
    @wraps(f)
    def run(*args):
        try:
            return f(*args)
        except (LookupError, KeyError) as e:
            print("  refused:", type(e).__name__, e)
        finally:
            print(f"  {f.__name__}:", ed, len(ed.done), len(ed.undone))
    return run


ed = Editor("hello")
ed.watchers.append(lambda e, c: seen.append(type(c).__name__))
seen = []
steps = [logged(f) for f in (lambda: ed("i wor.ild."), lambda: ed("x<<x"), lambda: ed("uuu"), lambda: ed("rr"), lambda: ed("iZ.r"), lambda: ed("q"), lambda: ed.undo(99), lambda: ed.redo().redo().redo(), lambda: ed.do(Move(99)))]
for s in steps:
    s()
print(seen, ed.done, ed.undone)


def replace_all(ed, old, new):
    with ed:
        pos = 0
        while (pos := str(ed.buffer).find(old, pos)) >= 0:
            ed.do(Delete(pos, len(old))).do(Insert(pos, new))
            pos += len(new)


ed = Editor("a cat, a cart, a cat")
replace_all(ed, "cat", "tiger")
print(ed, len(ed.done), ed.undo(), ed.redo(), ed.buffer[2:7])
with ed:
    ed.do(Insert(0, "START "))
    with ed:
        ed.do(Move(3))
        raise Abort
    print(ed, ed.groups)
    ed.do(Insert(len(ed.buffer), " END"))
print(ed, [type(c).__name__ for c in ed.done], len(ed.done[-1].commands))
try:
    with ed:
        ed.do(Delete(0, 6))
        ed.do(Move(-1))
except IndexError as e:
    print("rolled back:", e, ed)
print(ed.undo(2), "|", len(ed.undone), str(ed.buffer) == "a cat, a cart, a cat")
