"""A role-playing inventory: double dispatch, properties with modifiers, events, serialization, command parsing."""
from collections import defaultdict
from functools import singledispatch
from operator import attrgetter


class Stat:
    """A base value on the instance, changed by active modifiers."""

    def __set_name__(self, owner, name):
        self.name = name
        owner.stats = (*getattr(owner, "stats", ()), name)

    def __get__(self, obj, cls):
        if obj is None:
            return self
        value = obj.base[self.name]
        for m in sorted(obj.modifiers, key=attrgetter("order")):
            if m.stat == self.name:
                value = m(value)
        return value

    def __set__(self, obj, value):
        obj.base[self.name] = value

    def __delete__(self, obj):
        obj.base.pop(self.name)


class Modifier:
    def __init__(self, stat, text):
        self.stat, self.text = stat, text
        op, n = text[0], float(text[1:])
        self.order = "*+".index(op)
        self.apply = {"*": lambda v: v * n, "+": lambda v: v + n}[op]

    def __call__(self, v):
        r = self.apply(v)
        return int(r) if r == int(r) else r

    def __repr__(self):
        return f"{self.stat}{self.text}"


class Thing:
    registry = {}
    weight = 1

    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        Thing.registry[cls.__name__] = cls
        cls.hits = {}

    def __init__(self, name, **props):
        self.name = name
        for k, v in props.items():
            if not hasattr(type(self), k):
                raise TypeError(f"{type(self).__name__} has no {k}")
            setattr(self, k, v)

    def dump(self):
        return {"kind": type(self).__name__, **vars(self)}

    @staticmethod
    def load(d):
        d = dict(d)
        return Thing.registry[d.pop("kind")](**d)

    def __str__(self):
        return self.name

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self):
        return hash(self.name)


class Weapon(Thing):
    damage = 5
    element = "plain"
    effects = ()
    slot = "hand"


class Bow(Weapon):
    weight = 2
    range = 10


class Armor(Thing):
    effects = ("armor+3",)
    weight = 8
    slot = "body"


class Potion(Thing):
    heals = 10
    count = 1


@singledispatch
def describe(x):
    return f"{x} ({type(x).__name__.lower()}, {x.weight} kg)"


@describe.register(Weapon)
def _(x):
    return f"{x}: {x.damage} {x.element}"


@describe.register(Bow)
def _(x):
    return describe.dispatch(Weapon)(x) + f" up to {x.range}m"


@describe.register(Potion)
def _(x):
    return f"{x.count} x {x}"


def hit(attacker, target):
    """Dispatch on both classes, most specific first."""
    def decorate(f):
        attacker.hits[target] = f
        return f
    return decorate


class Creature:
    strength, armor, speed = Stat(), Stat(), Stat()

    def __init__(self, name, strength=3, armor=0, speed=5, health=30):
        self.name, self.base, self.modifiers, self.health = name, {}, [], health
        self.strength, self.armor, self.speed = strength, armor, speed
        self.bag, self.worn, self.listeners = [], {}, defaultdict(list)

    def on(self, event):
        def add(f):
            self.listeners[event].append(f)
            return f
        return add

    def emit(self, event, *args):
        return [f(self, *args) for f in self.listeners[event]]

    @property
    def load(self):
        return sum(i.weight * getattr(i, "count", 1) for i in self.bag)

    @property
    def capacity(self):
        return self.strength * 5

    def take(self, item):
        if self.load + item.weight * getattr(item, "count", 1) > self.capacity:
            raise OverflowError(f"{self.name} can't carry {item} ({self.load}/{self.capacity})")
        if isinstance(item, Potion) and (same := next((i for i in self.bag if i.name == item.name), None)):
            same.count += item.count
        else:
            self.bag.append(item)
        self.emit("take", item)

    def find(self, name):
        for i in self.bag:
            if i.name == name:
                return i
        raise LookupError(f"{self.name} has no {name}")

    def wear(self, name):
        item = self.find(name)
        try:
            slot = item.slot
        except AttributeError as e:
            raise ValueError(f"{item} can't be worn") from e
        if slot in self.worn:
            self.remove(slot)
        self.worn[slot] = item
        mods = []
        for text in item.effects:
            cut = max(text.find("+"), text.find("*"))
            mods.append(Modifier(text[:cut], text[cut:]))
        item_mods = self.worn[slot, "mods"] = mods
        self.modifiers += item_mods

    def remove(self, slot):
        item, mods = self.worn.pop(slot), self.worn.pop((slot, "mods"))
        self.modifiers[:] = [m for m in self.modifiers if m not in mods]
        return item

    def drink(self, name):
        p = self.find(name)
        if not isinstance(p, Potion):
            raise ValueError(f"{name} is no potion")
        self.health += p.heals
        p.count -= 1
        if not p.count:
            self.bag.remove(p)

    def attack(self, other):
        weapon = self.worn.get("hand", Weapon("fists", damage=1))
        for a in type(weapon).__mro__:
            for t in type(other).__mro__:
                if t in getattr(a, "hits", {}):
                    damage = a.hits[t](weapon, self, other)
                    other.health -= damage
                    other.emit("hurt", self, damage)
                    return damage

    def __repr__(self):
        return f"{self.name}[{self.health}hp {'/'.join(str(getattr(self, s)) for s in self.stats)}]"


class Undead(Creature):
    pass


class Troll(Creature):
    pass


@hit(Weapon, Creature)
def _(w, a, t):
    return max(w.damage + a.strength - t.armor, 0)


@hit(Weapon, Undead)
def _(w, a, t):
    return Weapon.hits[Creature](w, a, t) * (2 if w.element == "holy" else 1)


@hit(Bow, Troll)
def _(w, a, t):
    return Weapon.hits[Creature](w, a, t) // 2


hero, zombie, troll = Creature("hero"), Undead("zombie", armor=1), Troll("troll", 8, 4, 2, 60)
stuff = [Weapon("sword", damage=7), Weapon("mace", element="holy", effects=("strength*2", "speed+-1")), Bow("longbow", range=99), Armor("mail"), Potion("elixir", count=2), Armor("plate", weight=30), Potion("elixir")]
print(*map(describe, stuff), sep="; ")


@hero.on("take")
def announce(self, item):
    log.append(f"{self.name} takes {item} ({self.load}/{self.capacity})")


@zombie.on("hurt")
def groan(self, by, damage):
    log.append(f"{self.name} groans at {damage}")
    if self.health < 10:
        self.listeners["hurt"].remove(groan)
        self.on("hurt")(lambda self, by, n: log.append("silence"))


log = []
for item in stuff:
    try:
        hero.take(item)
    except OverflowError as e:
        log.append(str(e))
print(*log, sep="\n")
log.clear()


def command(line):
    verb, *args = line.split()
    action = {"wear": hero.wear, "remove": hero.remove, "drink": hero.drink, "hit": lambda n: hero.attack({"zombie": zombie, "troll": troll}[n]), "look": lambda: [str(i) for i in hero.bag]}.get(verb)
    if action is None:
        raise SyntaxError(f"what is {verb!r}?")
    return action(*args)


for line in ("look", "hit zombie", "wear sword", "hit zombie", "wear mace", "wear mail", "hit zombie", "hit troll", "wear longbow", "hit troll", "hit zombie", "remove body", "remove body", "drink elixir", "drink sword", "wear elixir", "drink elixir now", "dance", "wear crown", "drink elixir", "drink elixir", "drink elixir"):
    try:
        r = command(line)
    except (LookupError, ValueError, TypeError, SyntaxError) as e:
        r = f"{type(e).__name__}: {e}" if not isinstance(e, TypeError) else "TypeError"
    print(f"{line:14} {r!s:40} {hero} {zombie.health} {troll.health} {hero.modifiers} {' '.join(log)}".rstrip())
    log.clear()
saved = [i.dump() for i in hero.bag]
print(saved, [Thing.load(d) for d in saved] == hero.bag, Creature.stats, type(Creature.armor).__name__)
for bad in (lambda: Thing.load({"kind": "Ring", "name": "x"}), lambda: Bow("x", magic=1), lambda: delattr(hero, "speed") or hero.speed):
    try:
        bad()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
