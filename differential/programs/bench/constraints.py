# Classes, polymorphism and lists: propagate values through one-way constraints by strength.


class Variable:
    def __init__(self, name, value):
        self.name = name
        self.value = value
        self.users = []
        self.source = None
        self.strength = 0
        self.mark = 0


class Constraint:
    def __init__(self, strength):
        self.strength = strength
        self.active = False

    def inputs(self):
        return ()

    def choose_output(self, mark):
        raise NotImplementedError

    def attach(self):
        for v in self.variables():
            v.users.append(self)

    def detach(self):
        for v in self.variables():
            v.users.remove(self)
        if self.active:
            self.output().source = None
            self.active = False

    def satisfied(self, mark):
        for v in self.inputs():
            if v.mark != mark and v.source is not None:
                return False
        return True


class Constant(Constraint):
    def __init__(self, variable, value, strength):
        super().__init__(strength)
        self.variable = variable
        self.value = value

    def variables(self):
        return (self.variable,)

    def output(self):
        return self.variable

    def execute(self):
        self.variable.value = self.value


class Equal(Constraint):
    def __init__(self, source, target, strength):
        super().__init__(strength)
        self.source = source
        self.target = target

    def variables(self):
        return (self.source, self.target)

    def inputs(self):
        return (self.source,)

    def output(self):
        return self.target

    def execute(self):
        self.target.value = self.source.value


class Scale(Equal):
    def __init__(self, source, factor, offset, target, strength):
        super().__init__(source, target, strength)
        self.factor = factor
        self.offset = offset

    def variables(self):
        return (self.source, self.factor, self.offset, self.target)

    def inputs(self):
        return (self.source, self.factor, self.offset)

    def execute(self):
        self.target.value = (self.source.value * self.factor.value + self.offset.value) % 1000003


class Planner:
    def __init__(self):
        self.mark = 0
        self.executed = 0

    def add(self, constraint):
        constraint.attach()
        out = constraint.output()
        if out.source is None or constraint.strength > out.source.strength:
            if out.source is not None:
                out.source.active = False
            out.source = constraint
            out.strength = constraint.strength
            constraint.active = True
            for c in self.plan([constraint]):
                c.execute()
                self.executed += 1

    def remove(self, constraint):
        constraint.detach()
        out = constraint.output()
        best = None
        for c in out.users:
            if c.output() is out and (best is None or c.strength > best.strength):
                best = c
        out.source = best
        if best is not None:
            best.active = True
            self.run(self.plan([best]))

    def plan(self, roots):
        self.mark += 1
        mark = self.mark
        plan = []
        todo = list(roots)
        while todo:
            c = todo.pop()
            out = c.output()
            if c.active and out.mark != mark:
                plan.append(c)
                out.mark = mark
                for user in out.users:
                    if user is not c and user.active and user.satisfied(mark) or \
                            isinstance(user, Equal) and user.active and out in user.inputs():
                        todo.append(user)
        return plan

    def run(self, plan):
        for c in plan:
            c.execute()
        self.executed += len(plan)


def chain(n, turns):
    planner = Planner()
    variables = [Variable(f"v{i}", 0) for i in range(n)]
    for a, b in zip(variables, variables[1:]):
        planner.add(Equal(a, b, 5))
    for turn in range(turns):
        edit = Constant(variables[0], turn, 9)
        planner.add(edit)
        assert variables[-1].value == turn, variables[-1].value
        planner.remove(edit)
    return planner.executed, variables[-1].value


def projection(n, turns):
    planner = Planner()
    factor, offset = Variable("factor", 10), Variable("offset", 1000)
    sources = [Variable("s", i) for i in range(n)]
    targets = [Variable("t", i) for i in range(n)]
    for s, t in zip(sources, targets):
        planner.add(Scale(s, factor, offset, t, 5))
    for turn in range(turns):
        for c in (Constant(factor, turn, 7), Constant(offset, turn * 3, 7)):
            planner.add(c)
            planner.remove(c)
    return planner.executed, sum(t.value for t in targets)


print(chain(300, 1500))
print(projection(500, 350))
