# Classes and methods: a small operating system whose tasks pass packets to each other.

IDLE, WORKER, HANDLER, DEVICE = range(4)


class Packet:
    def __init__(self, link, target, kind):
        self.link = link
        self.target = target
        self.kind = kind
        self.value = 0
        self.data = [0] * 4

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        p = queue
        while p.link is not None:
            p = p.link
        p.link = self
        return queue


class Task:
    def __init__(self, kernel, ident, priority, queue):
        self.kernel = kernel
        self.ident = ident
        self.priority = priority
        self.queue = queue
        self.held = False
        self.waiting = queue is None
        kernel.add(self)

    def runnable(self):
        return not self.held and (self.queue is not None or not self.waiting)

    def step(self):
        packet = None
        if self.queue is not None and self.waiting:
            packet = self.queue
            self.queue = packet.link
            self.waiting = False
        return self.run(packet)

    def wait(self):
        self.waiting = True
        return self

    def receive(self, packet, sender):
        self.queue = packet.append_to(self.queue)
        if self.priority > sender.priority:
            return self
        return sender


class IdleTask(Task):
    def __init__(self, kernel, count):
        Task.__init__(self, kernel, IDLE, 0, None)
        self.waiting = False
        self.control = 1
        self.count = count

    def run(self, packet):
        self.count -= 1
        if self.count == 0:
            return self.kernel.hold(self)
        if self.control & 1 == 0:
            self.control //= 2
            return self.kernel.release(DEVICE, self)
        self.control = self.control // 2 ^ 0xD008
        return self.kernel.release(DEVICE + 1, self)


class WorkerTask(Task):
    def __init__(self, kernel, queue):
        Task.__init__(self, kernel, WORKER, 1000, queue)
        self.target = HANDLER
        self.letter = 0

    def run(self, packet):
        if packet is None:
            return self.wait()
        self.target = HANDLER if self.target == WORKER else HANDLER
        packet.target = self.ident
        packet.value = 0
        for i in range(4):
            self.letter = self.letter % 26 + 1
            packet.data[i] = 64 + self.letter
        return self.kernel.send(packet, self.target, self)


class HandlerTask(Task):
    def __init__(self, kernel, queue):
        Task.__init__(self, kernel, HANDLER, 2000, queue)
        self.work = None
        self.requests = None

    def run(self, packet):
        if packet is not None:
            if packet.kind == WORKER:
                self.work = packet.append_to(self.work)
            else:
                self.requests = packet.append_to(self.requests)
        work = self.work
        if work is not None:
            if work.value >= 4:
                self.work = work.link
                return self.kernel.send(work, WORKER, self)
            request = self.requests
            if request is not None:
                self.requests = request.link
                request.value = work.data[work.value]
                work.value += 1
                return self.kernel.send(request, DEVICE + request.value % 2, self)
        return self.wait()


class DeviceTask(Task):
    def __init__(self, kernel, ident, priority):
        Task.__init__(self, kernel, ident, priority, None)
        self.pending = None

    def run(self, packet):
        if packet is None:
            done = self.pending
            if done is None:
                return self.wait()
            self.pending = None
            return self.kernel.send(done, HANDLER, self)
        self.pending = packet
        return self.kernel.hold(self)


class Kernel:
    def __init__(self):
        self.tasks = {}
        self.order = []
        self.sent = 0
        self.holds = 0
        self.steps = 0

    def add(self, task):
        self.tasks[task.ident] = task
        self.order.append(task)
        self.order.sort(key=lambda t: -t.priority)

    def hold(self, task):
        self.holds += 1
        task.held = True
        return None

    def release(self, ident, current):
        task = self.tasks[ident]
        task.held = False
        if task.priority > current.priority:
            return task
        return current

    def send(self, packet, ident, sender):
        self.sent += 1
        return self.tasks[ident].receive(packet, sender)

    def pick(self):
        for task in self.order:
            if task.runnable():
                return task
        return None

    def schedule(self):
        task = self.pick()
        while task is not None:
            self.steps += 1
            following = task.step()
            if following is None or not following.runnable():
                following = self.pick()
            task = following


def main(count):
    kernel = Kernel()
    IdleTask(kernel, count)
    WorkerTask(kernel, Packet(Packet(None, WORKER, WORKER), WORKER, WORKER))
    queue = None
    for _ in range(3):
        queue = Packet(queue, DEVICE, DEVICE)
    HandlerTask(kernel, queue)
    DeviceTask(kernel, DEVICE, 4000)
    DeviceTask(kernel, DEVICE + 1, 5000)
    kernel.schedule()
    print(kernel.steps, kernel.sent, kernel.holds)


main(150000)
