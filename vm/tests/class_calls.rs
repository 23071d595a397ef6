//! How instances of a class are made is found out anew when the class changes.

mod common;

use common::{expect, on_vm_with_little_room};

#[test]
fn init_replaced() {
    let source = r#"
class A:
    def __init__(self, x): self.x = x
def make(): return A(1).x
for i in range(3):
    print(make())
def init(self, x): self.x = x + 1
A.__init__ = init
print(make())
"#;
    expect(source, "1 1 1 2");
}

#[test]
fn init_added_to_a_bare_class_and_taken_away() {
    let source = r#"
class A:
    pass
def make():
    return hasattr(A(), "x")
for i in range(3):
    print(make())
def init(self): self.x = 1
A.__init__ = init
print(make())
del A.__init__
print(make())
"#;
    expect(source, "False False False True False");
}

#[test]
fn init_of_a_base_replaced() {
    let source = r#"
class Base:
    def __init__(self): self.x = "old"
class A(Base): pass
def make(): return A().x
for i in range(3):
    print(make())
def init(self): self.x = "new"
Base.__init__ = init
print(make())
"#;
    expect(source, "old old old new");
}

#[test]
fn the_defaults_and_the_code_of_init_changed() {
    let source = r#"
class A:
    def __init__(self, x=1): self.x = x
def make(): return A().x
for i in range(3):
    print(make())
A.__init__.__defaults__ = (2,)
print(make())
A.__init__.__defaults__ = None
try:
    make()
except TypeError:
    print("missing")
"#;
    expect(source, "1 1 1 2 missing");
}

#[test]
fn new_added_and_taken_away() {
    let source = r#"
class A:
    def __init__(self): self.x = "init"
class B:
    x = "other"
def make(): return A().x
for i in range(3):
    print(make())
A.__new__ = lambda cls: B()
print(make())
del A.__new__
print(make())
"#;
    expect(source, "init init init other init");
}

#[test]
fn call_added_to_the_metaclass() {
    let source = r#"
class Meta(type): pass
class A(metaclass=Meta):
    def __init__(self): self.x = "init"
def make(): return A()
for i in range(3):
    print(make().x)
Meta.__call__ = lambda cls: "called"
print(make())
del Meta.__call__
print(make().x)
"#;
    expect(source, "init init init called init");
}

#[test]
fn a_class_that_becomes_abstract() {
    let source = r#"
import abc
class Base(abc.ABC):
    @abc.abstractmethod
    def m(self): pass
class A(Base):
    def m(self): return "made"
def make(cls):
    try:
        return cls().m()
    except TypeError:
        return "abstract"
for i in range(3):
    print(make(A))
print(make(Base))
A.__abstractmethods__ = frozenset({"m"})
print(make(A))
A.__abstractmethods__ = frozenset()
print(make(A))
"#;
    expect(source, "made made made abstract abstract made");
}

#[test]
fn an_init_that_returns_something() {
    let source = r#"
class A:
    def __init__(self, result): self.x = 1; return result
def make(result):
    try:
        return A(result).x
    except TypeError:
        return "refused"
for i in range(3):
    print(make(None))
print(make(0))
"#;
    expect(source, "1 1 1 refused");
}

#[test]
fn another_class_under_the_same_name() {
    let source = r#"
class A:
    def __init__(self, x): self.x = x
def make(x): return A(x)
for i in range(3):
    print(make(i).x)
class A(int): pass
print(make("7") + 1)
class A:
    def __init__(self, x, y=1): self.x = x + y
print(make(8).x)
A = str
print(make(5))
A = type
print(make(5) is int)
"#;
    expect(source, "0 1 2 8 9 5 True");
}

#[test]
fn subclasses_of_builtin_classes_after_a_change() {
    let source = r#"
class L(list):
    def __init__(self, items): list.__init__(self, items); self.x = 1
class E(Exception):
    def __init__(self, text): self.text = text
def make(): return len(L([1, 2])), E("e").text
for i in range(3):
    print(*make())
def init(self, items): pass
L.__init__ = init
def new(self, text): self.text = text + "!"
E.__init__ = new
print(*make())
"#;
    expect(source, "2 e 2 e 2 e 0 e!");
}

#[test]
fn classes_that_come_and_go_in_the_same_place() {
    let source = r#"
def make(cls): return cls(1).x
for i in range(3000):
    if i % 3 == 0:
        class A:
            def __init__(self, x): self.x = i
    elif i % 3 == 1:
        class A:
            def __new__(cls, x): return Holder(i)
    else:
        class A(list):
            def __init__(self, x): self.x = i
    class Holder:
        def __init__(self, x): self.x = x
    if make(A) != i:
        print("wrong", i)
        break
else:
    print("right")
"#;
    assert_eq!(on_vm_with_little_room(source), "right\n");
}
