x = 1 + 2 * -3 ** 4 // 5 % 6 @ a | b ^ c & d << e >> f

a, *b, (c, [d, *e]) = f.g[0].h = yield_ = (1, *x), 2

x: int = 1
(y): str
a.b[1]: list[int] = []
z += yield_
z **= (yield)

del a, (b, [c.d, e[0]])

assert x, "message"
raise ValueError(x) from None

if a := b(c, *d, e=f, **g): pass
elif not h and i or j: x
else:
    y; z

while x < y <= z is not None not in w:
    break
else:
    continue

for x, *y in [*a, b], c:
    print(x)
else: pass

try:
    pass
except (A, B) as e:
    raise
except C: x
except:
    y
else:
    z
finally:
    w

try: pass
except* A as e: x
except* B:
    y

with a as b, c as (d, e), f: pass
with (a as b, c): x
with (a, b): y
with (yield): z

async def f(a, /, b: int = 1, *c: *d, e, f=2, **g) -> h:
    async with a as b: pass
    async for x in y: await z
    return [x async for x in y if await z]

def f(a, b=1, /, c=2, *, d, e=3, **k): return lambda x, *y, z=1, **w: (yield x)

@decorator(1)
@other
class A[T: int = str, *Ts = *x, **P](B, metaclass=M, *c, **d):
    """Docs"""
    x: int
    def f[T](self): nonlocal_ = super().f()

type X[T, *U] = list[T] | dict[str, U]

match x, y:
    case 1 | -2.5 | 3 + 4j | "s" "t" | None | True: pass
    case [a, _, *rest] | (a, rest): x
    case {"k": v, 1: w, a.b: c, **rest} if v: y
    case A.B(c, d=e, f=(1 as g)): z
    case a.b | _: w

match = case = type = _
match(x)
match[x]: int
print(match, case)

import a.b.c as d, e
from . import f as g, h
from ...i.j import (k, l as m,)
from n import *

def f():
    global a, b
    def g():
        nonlocal c
        return *a, b

x = {1: 2, **a, "b": [c for d in e if f for g in h], **{i: j for i, j in k}}
y = {1, *a, 2} | {b for c in d}
z = (a for b in c)
f(a for b in c)
f(a, *b, c=d, **e)

x = a if b else c if d else lambda: e
x = [lambda: (y := 1), (z := 2), *w]

s = 'a' "b" r'\c' b'd'[0] u'e' '''f
g''' """h"""

t = f'a{b!r:>{c}}{{d}}{e=}{f"{g:{h}}" + "i"}' rf"\{j}" f'''{
    k
}'''

n = 0xFF + 0o17 + 0b11 + 1_000 + 1.5e-3 + 2j + .5 + 1.

a[1:2, ::3, *b, ...] = a[:, c:d:e][f](g)[h].i

x = not a in b == c != d > e >= f is g

x = \
    1
if x:
	y
#comment
