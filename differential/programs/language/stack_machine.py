"""A compiler and a stack machine: labels, functions, closures of the host as instructions, tracing, a debugger."""
from collections import Counter, namedtuple

Op = namedtuple("Op", "name arg", defaults=(None,))


class VMError(Exception):
    def __init__(self, message, pc, stack):
        super().__init__(message)
        self.pc, self.stack = pc, tuple(stack)


def assemble(src):
    labels, code = {}, []
    for n, line in enumerate(src.strip().splitlines(), 1):
        line, _, comment = line.partition(";")
        for word in (words := iter(line.split())):
            if word.endswith(":"):
                if labels.setdefault(word[:-1], len(code)) != len(code):
                    raise SyntaxError(f"line {n}: label {word[:-1]} twice")
            elif word in VM.with_arg:
                code.append([word, next(words, None)])
            elif hasattr(VM, "op_" + word):
                code.append([word, None])
            else:
                raise SyntaxError(f"line {n}: unknown {word}")
    for op in code:
        if op[0] in ("jump", "jz", "call"):
            try:
                op[1] = labels[op[1]]
            except KeyError as e:
                raise SyntaxError(f"no label {e.args[0]}") from None
        elif op[0] == "push":
            op[1] = int(op[1])
    return [Op(*op) for op in code]


class VM:
    with_arg = {"push", "load", "store", "jump", "jz", "call", "enter"}

    def __init__(self, code, fuel=10000, tracer=None):
        self.code, self.fuel, self.tracer = code, fuel, tracer
        self.stack, self.frames, self.pc, self.out = [], [({}, None)], 0, []
        self.counts = Counter()

    def pop(self):
        if not self.stack:
            raise VMError("stack is empty", self.pc, self.stack)
        return self.stack.pop()

    def binary(f):
        def op(self, arg):
            b, a = self.pop(), self.pop()
            self.stack.append(f(a, b))
        return op

    op_add = binary(lambda a, b: a + b)
    op_sub = binary(lambda a, b: a - b)
    op_mul = binary(lambda a, b: a * b)
    op_div = binary(lambda a, b: a // b)
    op_lt = binary(lambda a, b: int(a < b))
    op_eq = binary(lambda a, b: int(a == b))
    del binary

    def op_push(self, n):
        self.stack.append(n)

    def op_dup(self, _):
        self.stack += self.stack[-1:]

    def op_swap(self, _):
        self.stack[-1], self.stack[-2] = self.stack[-2], self.stack[-1]

    def op_pop(self, _):
        self.pop()

    def op_print(self, _):
        self.out.append(self.pop())

    def op_load(self, name):
        self.stack.append(self.frames[-1][0][name])

    def op_store(self, name):
        self.frames[-1][0][name] = self.pop()

    def op_jump(self, to):
        self.pc = to

    def op_jz(self, to):
        if not self.pop():
            self.pc = to

    def op_call(self, to):
        self.frames.append(({}, self.pc))
        self.pc = to

    def op_ret(self, _):
        _, self.pc = self.frames.pop()

    def op_halt(self, _):
        raise StopIteration

    def step(self):
        op = self.code[self.pc]
        if self.tracer:
            self.tracer(self.pc, op, self.stack)
        self.pc += 1
        self.counts[op.name] += 1
        getattr(self, "op_" + op.name)(op.arg)

    def run(self):
        for _ in range(self.fuel):
            try:
                self.step()
            except StopIteration:
                return self.out
            except (ArithmeticError, LookupError) as e:
                raise VMError(f"{type(e).__name__} in {self.code[self.pc - 1].name}" if self.pc <= len(self.code) else "fell off", self.pc - 1, self.stack) from e
        raise VMError("out of fuel", self.pc, self.stack)


loop = assemble("""
    push 10 store n push 1 store acc
top: load n jz done
    load acc load n mul store acc      ; acc *= n
    load n push 1 sub store n jump top
done: load acc print halt
""")
vm = VM(loop)
print(vm.run(), vm.counts.most_common(3), sum(vm.counts.values()), loop[:3])
fib = assemble("""
    push 15 call fib print halt
fib: store n
    load n push 2 lt jz more load n ret
more: load n push 1 sub call fib
    load n push 2 sub call fib add ret
""")
print(VM(fib, 10**6).run())
trace = []
VM(assemble("push 2 dup mul push 3 swap sub print halt"), tracer=lambda pc, op, stack: trace.append(f"{pc}:{op.name}{list(stack)}")).run()
print(*trace)


class Compiler:
    """Expressions as nested tuples, statements as lists; functions of one argument."""

    def __init__(self):
        self.lines, self.labels, self.functions = [], 0, []

    def label(self):
        self.labels += 1
        return f"L{self.labels}"

    def emit(self, *words):
        self.lines.append(" ".join(map(str, words)))

    def expr(self, e):
        if isinstance(e, int):
            self.emit("push", e)
        elif isinstance(e, str):
            self.emit("load", e)
        else:
            op, *args = e
            for a in args:
                self.expr(a)
            self.emit(*(("call", op[1:]) if op[0] == "@" else (op,)))

    def block(self, statements):
        for s in statements:
            getattr(self, "do_" + s[0])(*s[1:])

    def do_set(self, name, e):
        self.expr(e)
        self.emit("store", name)

    def do_print(self, e):
        self.expr(e)
        self.emit("print")

    def do_return(self, e):
        self.expr(e)
        self.emit("ret")

    def do_if(self, test, then, other=()):
        a, b = self.label(), self.label()
        self.expr(test)
        self.emit("jz", a)
        self.block(then)
        self.emit("jump", b)
        self.emit(f"{a}:")
        self.block(other)
        self.emit(f"{b}:")

    def do_while(self, test, body):
        top, end = self.label(), self.label()
        self.emit(f"{top}:")
        self.expr(test)
        self.emit("jz", end)
        self.block(body)
        self.emit("jump", top)
        self.emit(f"{end}:")

    def do_def(self, name, param, body):
        self.functions.append((name, param, body))

    def compile(self, program):
        self.block(program)
        self.emit("halt")
        for name, param, body in self.functions:
            self.emit(f"{name}: store {param}")
            self.block(body)
            self.emit("push 0 ret")
        return assemble("\n".join(self.lines))


program = [("def", "fact", "n", [("if", ("lt", "n", 2), [("return", 1)]), ("return", ("mul", "n", ("@fact", ("sub", "n", 1))))]),
           ("set", "i", 0), ("while", ("lt", "i", 6), [("if", ("eq", "i", 3), [("print", -1)], [("print", ("@fact", "i"))]), ("set", "i", ("add", "i", 1))]),
           ("print", ("@fact", 25)), ("print", ("@noop", 5)), ("def", "noop", "x", [])]
code = Compiler().compile(program)
print(VM(code).run(), len(code))
for src in ("push 1 push 0 div halt", "add", "load x halt", "top: jump top", "push 1", "jump nowhere", "bogus", "a: push 1\na: halt", "swap halt", "ret"):
    try:
        print(VM(assemble(src)).run())
    except VMError as e:
        print(f"{src!r}: {e} at {e.pc} {e.stack} {e.__cause__!r}")
    except (SyntaxError, TypeError) as e:
        print(f"{src!r}: {type(e).__name__} {e}")
