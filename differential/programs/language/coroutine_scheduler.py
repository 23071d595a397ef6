"""A cooperative scheduler on generators: tasks, sleeping in virtual time, channels, locks, cancellation, results."""
from collections import deque
from itertools import count


class Cancelled(Exception):
    pass


class Task:
    ids = count(1)

    def __init__(self, gen, name=None):
        self.gen, self.id = gen, next(self.ids)
        self.name = name or f"{gen.__name__}-{self.id}"
        self.result = self.error = None
        self.done = False
        self.waiters = []

    def __repr__(self):
        state = "failed" if self.error else "done" if self.done else "active"
        return f"<{self.name} {state}>"


class Scheduler:
    def __init__(self):
        self.ready, self.sleeping, self.now, self.tick = deque(), [], 0, count()
        self.current = None
        self.steps = 0

    def spawn(self, gen, name=None):
        task = Task(gen, name)
        self.ready.append((task, None, None))
        return task

    def wake(self, task, value=None, error=None):
        self.ready.append((task, value, error))

    def step(self, task, value, error):
        self.current = task
        self.steps += 1
        try:
            request = task.gen.throw(error) if error else task.gen.send(value)
        except StopIteration as e:
            task.result, task.done = e.value, True
        except Exception as e:
            task.error, task.done = e, True
        else:
            kind, *args = request if isinstance(request, tuple) else (request,)
            handler = getattr(self, f"do_{kind}", None)
            if handler is None:
                self.wake(task, error=ValueError(f"bad request {request!r}"))
            else:
                handler(task, *args)
            return
        for w in task.waiters:
            self.wake(w, task.result, task.error)

    def do_pause(self, task):
        self.wake(task)

    def do_sleep(self, task, delay):
        self.sleeping.append((self.now + delay, next(self.tick), task))

    def do_spawn(self, task, gen, name=None):
        self.wake(task, self.spawn(gen, name))

    def do_join(self, task, other):
        if other.done:
            self.wake(task, other.result, other.error)
        else:
            other.waiters.append(task)

    def do_cancel(self, task, other):
        self.sleeping = [s for s in self.sleeping if s[2] is not other]
        if not other.done:
            self.wake(other, error=Cancelled(other.name))
        self.wake(task)

    def do_wait(self, task, queue):
        queue.append(task)

    def do_now(self, task):
        self.wake(task, self.now)

    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                self.sleeping.sort(key=lambda s: s[:2])
                self.now, _, task = self.sleeping.pop(0)
                self.wake(task)
            self.step(*self.ready.popleft())
        self.current = None


class Channel:
    def __init__(self, scheduler, size=1):
        self.s, self.size, self.items, self.readers, self.writers, self.closed = scheduler, size, deque(), deque(), deque(), False

    def put(self, x):
        while len(self.items) >= self.size:
            yield "wait", self.writers
        self.items.append(x)
        if self.readers:
            self.s.wake(self.readers.popleft())

    def get(self):
        while not self.items:
            if self.closed:
                return None
            yield "wait", self.readers
        x = self.items.popleft()
        if self.writers:
            self.s.wake(self.writers.popleft())
        return x

    def close(self):
        self.closed = True
        while self.readers:
            self.s.wake(self.readers.popleft())


class Lock:
    def __init__(self, scheduler):
        self.s, self.owner, self.queue = scheduler, None, deque()

    def acquire(self):
        while self.owner:
            yield "wait", self.queue
        self.owner = self.s.current
        return self

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.owner = None
        if self.queue:
            self.s.wake(self.queue.popleft())


log = []
s = Scheduler()


def say(*parts):
    log.append(f"{s.now}:{' '.join(map(str, parts))}")


def worker(name, n, delay):
    for i in range(n):
        say(name, i)
        yield "sleep", delay
    return name * n


def failing():
    yield "pause"
    raise KeyError("lost")


def main():
    a = yield "spawn", worker("a", 3, 2)
    b = yield "spawn", worker("b", 2, 3), "bee"
    say((yield "join", b), (yield "join", a))
    say((yield "join", a), a, b)
    f = yield "spawn", failing()
    try:
        yield "join", f
    except KeyError as e:
        say("caught", repr(e), f, f.error is e)
    try:
        yield "nonsense"
    except ValueError as e:
        say(e)
    c = yield "spawn", cancellable()
    yield "sleep", 1
    yield "cancel", c
    try:
        yield "join", c
    except Cancelled as e:
        say("cancelled", e, e.__context__)
    return (yield "now")


def cancellable():
    try:
        yield "sleep", 1000
    except Cancelled:
        say("cleaning")
        yield "sleep", 2
        raise
    finally:
        say("finally")


m = s.spawn(main())
s.run()
print("\n".join(log), m.result, m.done, s.now, s.steps, sep="\n")
log.clear()


def producer(ch, n, delay):
    for i in range(n):
        yield from ch.put(i * i)
        say("put", i * i, len(ch.items))
        yield "sleep", delay
    ch.close()


def consumer(ch, name):
    total = 0
    while (x := (yield from ch.get())) is not None:
        say(name, "got", x)
        total += x
        yield "sleep", 3
    return total


s = Scheduler()
ch = Channel(s, 2)
tasks = [s.spawn(producer(ch, 6, 1)), s.spawn(consumer(ch, "x")), s.spawn(consumer(ch, "y"))]
s.run()
print(" | ".join(log), [t.result for t in tasks], s.now)
log.clear()


def locked(lock, name, shared):
    for _ in range(2):
        with (yield from lock.acquire()):
            before = shared[0]
            yield "sleep", 1
            shared[0] = before + 1
            say(name, shared[0])
        yield "pause"


s = Scheduler()
shared, lock = [0], Lock(s)
for name in "pqr":
    s.spawn(locked(lock, name, shared))
s.run()
print(*log, shared, lock.owner)


def ring(n, laps):
    def node(inbox, outbox):
        while True:
            x = yield from inbox.get()
            if x is None or x >= n * laps:
                outbox.close()
                return x
            yield from outbox.put(x + 1)
    channels = [Channel(s) for _ in range(n)]
    tasks = [s.spawn(node(a, b), f"node{i}") for i, (a, b) in enumerate(zip(channels, channels[1:] + channels[:1]))]
    yield from channels[0].put(0)
    results = []
    for t in tasks:
        results.append((yield "join", t))
    return results


s = Scheduler()
t = s.spawn(ring(5, 20))
s.run()
print(t.result, t.error, s.steps)
