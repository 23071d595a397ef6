//! Which variable names mean, on small programs.

use spec::ast::{Ast, Kind, Name, NodeId};
use spec::scope::{Scopes, UnitKind, Variable};
use spec::walk::{Visit, walk};
use spec::{Source, SyntaxError, parse};

fn analyze(text: &str) -> Result<(Ast, Scopes), SyntaxError> {
    let source = Source::from_text("test", text)?;
    let mut ast = parse(&source)?;
    let scopes = Scopes::analyze(&mut ast, &source)?;
    Ok((ast, scopes))
}

/// The variables of all occurrences of a name, in the order of the text.
fn variables(text: &str, name: &str) -> Vec<Variable> {
    let (ast, scopes) = analyze(text).expect("a program");
    let mut found: Vec<(u32, Variable)> = names(&ast)
        .filter(|&node| ast.name(ast.view::<Name>(node).id) == name)
        .map(|node| (ast.span(node).start, scopes.variable(node).expect("a variable")))
        .collect();
    found.sort_by_key(|&(start, _)| start);
    found.into_iter().map(|(_, variable)| variable).collect()
}

fn names(ast: &Ast) -> impl Iterator<Item = NodeId> {
    walk(ast, ast.root).filter_map(|visit| match visit {
        Visit::Enter(node) if ast.kind(node) == Kind::Name => Some(node),
        _ => None,
    })
}

#[test]
fn modules_keep_names_and_functions_slots() {
    let module = variables("x = 1\nprint(x)\n", "x");
    assert!(module.iter().all(|variable| matches!(variable, Variable::Global(_))));
    assert_eq!(
        variables("def f(a, b):\n  x = a\n  return x\n", "x"),
        [Variable::Local(2), Variable::Local(2)]
    );
}

#[test]
fn captured_variables_are_cells_in_both_frames() {
    let found = variables("def f():\n  x = 1\n  def g():\n    return x\n  return g\n", "x");
    assert_eq!(found, [Variable::Cell(0), Variable::Cell(0)]);
}

#[test]
fn parameters_come_in_the_order_of_co_varnames() {
    let (ast, scopes) = analyze("def f(a, /, b, *c, d, **e): z = 1\n").expect("a program");
    let unit = &scopes.units[1];
    let slots: Vec<&str> = unit.slots.iter().map(|&name| ast.name(name)).collect();
    assert_eq!(slots, ["a", "b", "d", "c", "e", "z"]);
    assert_eq!((unit.parameters.positional_only, unit.parameters.keyword_only), (1, 1));
}

#[test]
fn comprehensions_have_slots_of_their_own() {
    let found = variables("def f(x):\n  [x for x in x]\n  return x\n", "x");
    // The element and the target are the comprehension's; the iterable and the result are the function's.
    assert_eq!(found, [Variable::Local(1), Variable::Local(1), Variable::Local(0), Variable::Local(0)]);
}

#[test]
fn a_lambda_in_a_comprehension_captures_a_new_cell_each_time() {
    let (ast, scopes) = analyze("fs = [lambda: i for i in range(3)]\n").expect("a program");
    let comprehension = walk(&ast, ast.root)
        .find_map(|visit| match visit {
            Visit::Enter(node) if ast.kind(node) == Kind::ListComp => Some(node),
            _ => None,
        })
        .expect("a comprehension");
    let inlined = scopes.inlined(comprehension);
    assert_eq!((inlined.slots.len(), inlined.cells.len()), (1, 1));
    assert_eq!(scopes.units[1].kind, UnitKind::Lambda);
    assert_eq!(scopes.units[1].free.len(), 1);
}

#[test]
fn comprehensions_do_not_see_the_names_of_their_class() {
    let found = variables("class C:\n  x = 1\n  y = [x for _ in x]\n", "x");
    assert!(matches!(found[0], Variable::Named(_)));
    assert!(matches!(found[1], Variable::Global(_)), "the element is evaluated in the comprehension");
    assert!(matches!(found[2], Variable::Named(_)), "the first iterable is evaluated in the class");
}

#[test]
fn classes_look_free_names_up_in_their_namespace_first() {
    let found = variables("def f():\n  x = 1\n  class C:\n    y = x\n", "x");
    assert_eq!(found[0], Variable::Cell(0));
    assert!(matches!(found[1], Variable::NamedOrCell(_, 0)));
}

#[test]
fn super_makes_a_class_cell() {
    let (_, scopes) = analyze("class C:\n  def f(self): return super().f()\n").expect("a program");
    assert_eq!(scopes.units[1].class_cell, Some(0));
    assert_eq!(scopes.units[2].class_cell, Some(1));
    let (_, scopes) = analyze("class C:\n  def f(self): return 1\n").expect("a program");
    assert_eq!(scopes.units[1].class_cell, None);
}

#[test]
fn private_names_are_mangled() {
    let (ast, scopes) = analyze("class _C:\n  def f(self, __a): return self.__b + __a\n").expect("a program");
    let unit = &scopes.units[2];
    assert_eq!(ast.name(unit.slots[1]), "_C__a");
    let attribute = walk(&ast, ast.root).find_map(|visit| match visit {
        Visit::Enter(node) if ast.kind(node) == Kind::Attribute => Some(node),
        _ => None,
    });
    assert_eq!(scopes.mangled(attribute.expect("an attribute")).map(|name| ast.name(name)), Some("_C__b"));
}

#[test]
fn generator_expressions_take_their_first_iterator() {
    let (ast, scopes) = analyze("def f(x):\n  return (y for y in x)\n").expect("a program");
    let unit = &scopes.units[2];
    assert_eq!(unit.kind, UnitKind::GeneratorExp);
    assert!(unit.is_generator);
    assert_eq!(ast.name(unit.slots[0]), ".0");
    assert_eq!(unit.qualified_name, "f.<locals>.<genexpr>");
}

#[test]
fn assignment_expressions_bind_around_comprehensions() {
    let found = variables("def f():\n  [x := y for y in z]\n  return x\n", "x");
    assert_eq!(found[0], found[1]);
}

#[test]
fn deep_chains_need_no_native_stack() {
    let source = format!("x = 1{}\n", " + 1".repeat(100_000));
    analyze(&source).expect("a program");
    let source = format!("x = a{}\n", ".b".repeat(100_000));
    analyze(&source).expect("a program");
}
