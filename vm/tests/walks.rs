//! Loops whose iterators are no objects.

mod common;

use common::{expect, on_vm, on_vm_with_little_room};

#[test]
fn a_list_that_changes_while_it_is_walked() {
    let source = r#"
grown = [1]
for x in grown:
    if x < 5: grown.append(x + 1)
print(grown)
shrunk = [1, 2, 3, 4]
for x in shrunk:
    print(x)
    shrunk.pop()
emptied = [1, 2]
print([emptied.clear() or x for x in emptied])
"#;
    expect(source, "[1, 2, 3, 4, 5] 1 2 [1]");
}

#[test]
fn ranges_of_every_kind() {
    let source = r#"
print([x for x in range(3)], [x for x in range(3, 0, -1)], [x for x in range(5, 2)])
near = 2 ** 49
print([x - near for x in range(near - 2, near + 2)], [x for x in range(2 ** 70, 2 ** 70 + 2)][1] - 2 ** 70)
print([x + near for x in range(-near + 1, -near - 2, -1)])
for x in range(2): pass
print(x)
"#;
    expect(source, "[0, 1, 2] [3, 2, 1] [] [-2, -1, 0, 1] 1 [1, 0, -1] 1");
}

#[test]
fn subclasses_and_other_iterables_are_asked() {
    let source = r#"
class L(list):
    def __iter__(self): return iter("ab")
class T(tuple): pass
class S:
    def __getitem__(self, i):
        if i > 1: raise IndexError
        return i
for x in L([1]): print(x)
for x in T((1, 2)): print(x)
for x in S(): print(x)
it = iter([1, 2, 3])
for x in it:
    print(x, next(it, None))
print([(x, y) for x in {1: 2} for y in {3}])
"#;
    expect(source, "a b 1 2 0 1 1 2 3 None [(1, 3)]");
}

#[test]
fn what_is_not_iterable_is_an_error_where_it_stands() {
    let source = r#"
try:
    for x in 5: pass
except TypeError as e:
    print(e, e.__traceback__.tb_lineno)
"#;
    expect(source, "'int' object is not iterable 3");
}

#[test]
fn an_iterator_made_in_a_loop_lives_as_long_as_the_loop() {
    let source = r#"
def pairs(n):
    for i in range(n):
        for j in (i, -i):
            junk = [[k] for k in range(50)]
            yield [j]
total = 0
for [x] in pairs(2000):
    total += abs(x)
for parts in [[str(i)] * 3 for i in range(500)]:
    for p in parts:
        junk = [[k] for k in range(20)]
        total += len(p)
print(total)
"#;
    assert_eq!(on_vm_with_little_room(source), on_vm(source));
    expect(source, "4002170");
}

#[test]
fn loops_left_and_entered_again() {
    let source = r#"
for a in (1, 2):
    for b in [1, 2, 3]:
        if b == 2: break
        try:
            for c in range(9):
                if c == a: raise KeyError(c)
        except KeyError as e:
            print(a, b, e)
    else:
        print("no")
else:
    print("end")
"#;
    expect(source, "1 1 1 2 1 2 end");
}
