# /// gradus
# id = "sets.comparisons-of-members"
# rules = []
# python = ">=3.8"
# expect = "exit 0"
# ///
# Which members are compared, and in which order, when several have the same hash.
class K:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return 1

    def __eq__(self, other):
        print(self.name, "==", other.name)
        return self.name[0] == other.name[0]

    def __repr__(self):
        return self.name


def show(what, result):
    print(what, sorted(map(repr, result)) if isinstance(result, (set, frozenset)) else result)


a, b, c, d = (K(name) for name in ("a", "b", "c", "a2"))
left, right = {a}, {d}
show("-", left - right)
show("&", left & right)
show("|", left | right)
show("^", left ^ right)
two = {a, b}
show("copy", two.copy())
show("union", two.union())
show("itself", two.union(two))
show("intersection", two.intersection())
show("its own", two & two)
show("of a list", two.intersection([d]))
show("difference", two.difference())
show("without a list", two.difference([d]))
show("without a dict", two.difference({c: 1}))
show("without two", two - {c, d})
show("disjoint", {a}.isdisjoint(two))
show("disjoint", two.isdisjoint({d}))
show("frozen", frozenset(two) - frozenset([d]))
two &= {d, c}
show("in place", two)
show("symmetric", {a, b}.symmetric_difference({c}))
show("one hash", {a, b, c} - {2})
show("one hash", {a, b, c} & {b, c, d})
