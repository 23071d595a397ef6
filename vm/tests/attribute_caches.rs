//! What a place has learnt about an attribute is forgotten when it is no longer so.

mod common;

use common::{expect, on_vm_with_little_room};

#[test]
fn a_method_replaced_in_the_class() {
    let source = r#"
class A:
    def m(self): return "old"
def ask(a): return a.m()
a = A()
for i in range(3):
    print(ask(a))
A.m = lambda self: "new"
print(ask(a))
"#;
    expect(source, "old old old new");
}

#[test]
fn a_method_hidden_by_an_attribute_of_the_instance() {
    let source = r#"
class A:
    def m(self): return "class"
def ask(a): return a.m()
a = A()
for i in range(3):
    print(ask(a))
a.m = lambda: "own"
print(ask(a), ask(A()))
del a.m
print(ask(a))
"#;
    expect(source, "class class class own class class");
}

#[test]
fn an_attribute_deleted_from_the_class() {
    let source = r#"
class Base:
    x = "base"
class A(Base):
    x = "own"
def ask(a): return a.x
a = A()
for i in range(3):
    print(ask(a))
del A.x
print(ask(a))
del Base.x
try:
    ask(a)
except AttributeError:
    print("none")
"#;
    expect(source, "own own own base none");
}

#[test]
fn an_attribute_deleted_from_the_instance() {
    let source = r#"
class A:
    x = "class"
    def __init__(self):
        self.x = "own"
        self.y = 1
def ask(a): return a.x
a = A()
for i in range(3):
    print(ask(a))
del a.x
print(ask(a))
a.x = "again"
print(ask(a))
"#;
    expect(source, "own own own class again");
}

#[test]
fn a_data_descriptor_added_goes_first() {
    let source = r#"
class A:
    def __init__(self): self.x = "field"
def ask(a): return a.x
def tell(a): a.x = "told"
a = A()
for i in range(3):
    tell(a)
    print(ask(a))
class D:
    def __get__(self, object, kind): return "descriptor"
    def __set__(self, object, value): print("set:" + value)
A.x = D()
print(ask(a))
tell(a)
print(a.__dict__["x"])
"#;
    expect(source, "told told told descriptor set:told told");
}

#[test]
fn a_descriptor_that_begins_to_be_a_data_descriptor() {
    let source = r#"
class D:
    def __get__(self, object, kind): return "descriptor"
class A:
    x = D()
def ask(a): return a.x
a = A()
a.__dict__["x"] = "own"
for i in range(3):
    print(ask(a))
D.__set__ = lambda self, object, value: None
print(ask(a))
del D.__get__
print(ask(a))
"#;
    expect(source, "own own own descriptor own");
}

#[test]
fn another_class_assigned_to_an_instance() {
    let source = r#"
class A:
    kind = "A"
    def m(self): return "A.m"
class B:
    kind = "B"
    def m(self): return "B.m"
def ask(a): return a.kind + a.m() + a.own
a = A()
a.own = "!"
for i in range(3):
    print(ask(a))
a.__class__ = B
print(ask(a))
"#;
    expect(source, "AA.m! AA.m! AA.m! BB.m!");
}

#[test]
fn an_attribute_added_to_a_base() {
    let source = r#"
class Top:
    x = "top"
class Middle(Top): pass
class A(Middle): pass
def ask(a): return a.x
def ask_class(): return A.x
a = A()
for i in range(3):
    print(ask(a), ask_class())
Middle.x = "middle"
print(ask(a), ask_class())
"#;
    expect(source, "top top top top top top middle middle");
}

#[test]
fn other_bases_assigned_to_a_class() {
    let source = r#"
class P: x = "P"
class Q: x = "Q"
class A(P): pass
def ask(a): return a.x
a = A()
for i in range(3):
    print(ask(a))
A.__bases__ = (Q,)
print(ask(a))
"#;
    expect(source, "P P P Q");
}

#[test]
fn getattr_and_getattribute_added_to_the_class() {
    let source = r#"
class A:
    def __init__(self): self.x = "own"
def ask(a):
    try:
        return a.x, a.y
    except AttributeError:
        return "none"
a = A()
for i in range(3):
    print(ask(a))
A.__getattr__ = lambda self, name: "missing"
print("".join(ask(a)))
A.__getattribute__ = lambda self, name: "all"
print("".join(ask(a)))
del A.__getattribute__
print("".join(ask(a)))
"#;
    expect(source, "none none none ownmissing allall ownmissing");
}

#[test]
fn setattr_added_to_the_class() {
    let source = r#"
class A: pass
def tell(a, value): a.x = value
a = A()
for i in range(3):
    tell(a, i)
A.__setattr__ = lambda self, name, value: print(name)
tell(a, 9)
print(a.x)
del A.__setattr__
tell(a, 9)
print(a.x)
"#;
    expect(source, "x 2 9");
}

#[test]
fn slots_and_dicts_seen_by_one_place() {
    let source = r#"
class Slotted:
    __slots__ = ("x", "y")
    def __init__(self): self.y = 0; self.x = "slot"
class Plain:
    def __init__(self): self.x = "field"
class Both(Slotted): pass
def ask(a): return a.x
both = Both()
both.__dict__["x"] = "dict"
filled = Plain()
for i in range(100): setattr(filled, "z" + str(i), i)
for i in range(3):
    print(ask(Slotted()), ask(Plain()), ask(both), ask(filled))
s = Slotted()
del s.x
try:
    ask(s)
except AttributeError:
    print("empty")
"#;
    expect(source, "slot field slot field slot field slot field slot field slot field empty");
}

#[test]
fn a_dict_assigned_to_an_instance() {
    let source = r#"
class A:
    def __init__(self): self.x = 1
def ask(a): return a.x
a = A()
for i in range(3):
    print(ask(a))
a.__dict__ = {"w": 0, "x": 2}
print(ask(a))
a.__dict__["x"] = 3
print(ask(a))
a.__dict__.clear()
try:
    ask(a)
except AttributeError:
    print("none")
"#;
    expect(source, "1 1 1 2 3 none");
}

#[test]
fn an_attribute_of_a_module() {
    let source = r#"
import math
def ask(): return math.pi
for i in range(3):
    print(int(ask()))
math.pi = 4
print(ask())
math.extra = 0
del math.pi
try:
    ask()
except AttributeError:
    print("none")
math.pi = 5
print(ask())
"#;
    expect(source, "3 3 3 4 none 5");
}

#[test]
fn a_builtin_name_hidden_by_a_global_one() {
    let source = r#"
def ask(): return len([1, 2])
for i in range(3):
    print(ask())
len = lambda items: "hidden"
print(ask())
del len
print(ask())
import builtins
builtins.len = lambda items: "changed"
print(ask())
"#;
    expect(source, "2 2 2 hidden 2 changed");
}

#[test]
fn a_global_name_deleted_and_set_again() {
    let source = r#"
x = 1
def ask(): return x
for i in range(3):
    print(ask())
del x
try:
    ask()
except NameError:
    print("none")
other = 0
x = 2
print(ask())
globals()["x"] = 3
print(ask())
"#;
    expect(source, "1 1 1 none 2 3");
}

#[test]
fn a_class_attribute_behind_a_metaclass() {
    let source = r#"
class Meta(type):
    pass
class A(metaclass=Meta):
    x = "class"
def ask(): return A.x
for i in range(3):
    print(ask())
Meta.x = property(lambda cls: "meta")
print(ask())
del Meta.x
print(ask())
"#;
    expect(source, "class class class meta class");
}

#[test]
fn super_after_the_base_has_changed() {
    let source = r#"
class Base:
    def m(self): return "old"
class A(Base):
    def m(self): return super().m()
def ask(a): return a.m()
a = A()
for i in range(3):
    print(ask(a))
Base.m = lambda self: "new"
print(ask(a))
del Base.m
try:
    ask(a)
except AttributeError:
    print("none")
"#;
    expect(source, "old old old new none");
}

#[test]
fn operators_after_the_class_has_changed() {
    let source = r#"
class A:
    def __add__(self, other): return "add"
    def __len__(self): return 0
    def __getitem__(self, key): return "item"
    def __eq__(self, other): return True
def ask(a): return [a + 1, bool(a), a[0], a == 1]
a = A()
for i in range(3):
    print(*ask(a))
A.__add__ = lambda self, other: "new"
A.__bool__ = lambda self: True
A.__getitem__ = lambda self, key: "other"
A.__eq__ = lambda self, other: False
print(*ask(a))
"#;
    expect(source, "add False item True add False item True add False item True new True other False");
}

#[test]
fn classes_that_come_and_go_in_the_same_place() {
    let source = r#"
def ask(a): return a.value() + a.x + a.own
def make(i):
    class A:
        x = i
        def __init__(self): self.own = i
        def value(self): return i
    return A
for i in range(3000):
    A = make(i)
    if ask(A()) != 3 * i or A.x != i:
        print("wrong", i)
        break
else:
    print("right")
"#;
    assert_eq!(on_vm_with_little_room(source), "right\n");
}

#[test]
fn modules_and_dicts_that_come_and_go_in_the_same_place() {
    let source = r#"
import types
def ask(module): return module.x
for i in range(3000):
    module = types.ModuleType("m")
    if i % 2: module.before = 0
    module.x = i
    junk = [[j] for j in range(100)]
    if ask(module) != i:
        print("wrong", i)
        break
else:
    print("right")
"#;
    assert_eq!(on_vm_with_little_room(source), "right\n");
}

#[test]
fn a_property_enters_its_getter_as_it_is_now() {
    let source = r#"
class C:
    def __init__(self, x): self.x = x
    @property
    def p(self): return self.x + 1
def get(o): return o.p
print(get(C(1)), get(C(2)))
C.__dict__["p"].__init__(lambda self: -self.x)
print(get(C(3)))
C.__dict__["p"].__init__()
try: get(C(4))
except AttributeError as e: print("none")
C.p = 5
print(get(C(6)))
"#;
    expect(source, "2 3 -3 none 5");
}

#[test]
fn a_property_that_fails_leaves_the_rest_to_getattr() {
    let source = r#"
class C:
    @property
    def p(self): return self.missing
class D(C):
    def __getattr__(self, name): return "for:" + name
def get(o): return o.p
for o in (C(), D(), C(), D()):
    try: print(get(o))
    except AttributeError as e: print(e.name)
"#;
    expect(source, "missing for:missing missing for:missing");
}
