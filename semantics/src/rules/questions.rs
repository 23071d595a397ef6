//! Questions about syntax: what rules ask before anything runs.

use crate::questions;
use crate::state::{Program, Value};
use spec::ast::{Kind, NodeId, field};
use spec::names::Symbol;
use spec::scope::{UnitKind, Variable};

/// The variable that a node's name stands for.
fn variable(program: &Program, node: Value) -> Variable {
    program.scopes.variable(node.as_node()).unwrap_or(Variable::Global(Symbol(0)))
}

/// The elements of a list of nodes from where the value says; absent ones are 0.
fn nodes(program: &Program, list: Value) -> impl DoubleEndedIterator<Item = NodeId> + ExactSizeIterator + '_ {
    let (list, from, _) = list.as_list();
    program.ast.list_words(list)[from as usize..].iter().map(|&word| NodeId(word))
}

fn starred(program: &Program, node: NodeId) -> bool {
    node.0 != 0 && program.ast.kind(node) == Kind::Starred
}

fn small(count: usize) -> Value {
    Value::small(count as i64)
}

questions! { QUESTIONS;
    /// Whether a part of the syntax is there.
    fn is_present(program, part) {
        Value::bool(match part.is_syntax() {
            true => part.as_node().0 != 0,
            false => part.is_present(),
        })
    }

    /// Whether a list is empty.
    fn is_empty(program, list) { Value::bool(nodes(program, list).len() == 0) }

    /// How many elements a list has.
    fn count(program, list) { small(nodes(program, list).len()) }

    /// The first element of a list.
    fn first(program, list) {
        Value::node(nodes(program, list).next().unwrap_or(NodeId(0)))
    }

    /// A list without its first element.
    fn rest(program, list) {
        let (list, from, code) = list.as_list();
        Value::list(list, from + 1, code)
    }

    /// Whether a node is the last of a list.
    fn is_last(program, node, list) {
        Value::bool(nodes(program, list).next_back() == Some(node.as_node()))
    }

    /// The place of a node in a list, from 0.
    fn index_in(program, node, list) {
        small(nodes(program, list).position(|element| element == node.as_node()).unwrap_or(0))
    }

    /// Whether an element of the list is starred.
    fn has_starred(program, list) {
        Value::bool(nodes(program, list).any(|node| starred(program, node)))
    }

    /// Whether the node is a starred expression.
    fn is_starred(program, node) { Value::bool(starred(program, node.as_node())) }

    /// How many elements come before the starred one.
    fn count_before_star(program, list) {
        small(nodes(program, list).take_while(|&node| !starred(program, node)).count())
    }

    /// How many elements come after the starred one.
    fn count_after_star(program, list) {
        small(nodes(program, list).rev().take_while(|&node| !starred(program, node)).count())
    }

    /// Whether a node has this form.
    fn is_form(program, node, form) { Value::bool(program.ast.kind(node.as_node()) == form.as_kind()) }

    /// Whether an operator is this one.
    fn is_operator(program, op, wanted) { Value::bool(op == wanted) }

    /// Whether a number that the grammar put into the tree is not 0.
    fn is_true(program, number) { Value::bool(number != Value::ZERO) }

    /// Whether a replacement field has this conversion, by the code of its character.
    fn is_conversion(program, conversion, wanted) { Value::bool(conversion == wanted) }

    /// Whether a dict display has few pairs and no `**`: then all is evaluated before the first key is hashed.
    fn is_plain_dict(program, keys) {
        Value::bool(nodes(program, keys).len() < 16 && nodes(program, keys).all(|key| key.0 != 0))
    }

    /// Whether a keyword argument has a name (`**mapping` has none).
    fn is_named_keyword(program, argument) {
        Value::bool(program.ast.word(argument.as_node(), field::keyword::arg) != 0)
    }

    /// Whether an imported name is `*`.
    fn is_star(program, name) {
        Value::bool(program.ast.names.find("*").is_some_and(|star| program.names[star.0 as usize] == name))
    }

    /// Whether the name is a variable of the frame, in a slot of its own.
    fn is_local(program, node) { Value::bool(matches!(variable(program, node), Variable::Local(_))) }

    /// Whether the name is a variable that is shared with other frames.
    fn is_cell(program, node) { Value::bool(matches!(variable(program, node), Variable::Cell(_))) }

    /// Whether the name is a global variable.
    fn is_global(program, node) { Value::bool(matches!(variable(program, node), Variable::Global(_))) }

    /// The slot of the name's variable, or nothing.
    fn slot_of(program, node) {
        match variable(program, node) {
            Variable::Local(slot) | Variable::Cell(slot) | Variable::NamedOrCell(_, slot) => small(slot as usize),
            _ => Value::NOTHING,
        }
    }

    /// The name itself, mangled if it is private to a class.
    fn name_of(program, node) {
        let symbol = match variable(program, node) {
            Variable::Global(name)
            | Variable::Named(name)
            | Variable::NamedOrCell(name, _)
            | Variable::ClassNamed { name, .. }
            | Variable::ClassNamedOrCell { name, .. } => name,
            Variable::Local(_) | Variable::Cell(_) => return Value::NOTHING,
        };
        program.names[symbol.0 as usize]
    }

    /// The name of a parameter.
    fn parameter_name(program, parameter) {
        program.parameter_name(parameter.as_node())
    }

    /// Whether the statements here belong to a module, not to a class or function.
    fn is_global_scope(program, node) {
        Value::bool(program.unit_around(node.as_node()) == UnitKind::Module)
    }

    /// Whether variable annotations here are evaluated and kept: outside of functions.
    fn keeps_annotations(program, node) {
        let kind = program.unit_around(node.as_node());
        Value::bool(matches!(kind, UnitKind::Module | UnitKind::Class))
    }

    /// Whether a definition has annotations, or a module or class body annotates variables.
    fn has_annotations(program, node) { Value::bool(program.has_annotations(node.as_node())) }

    /// Whether the body begins with a doc string.
    fn has_docstring(program, node) { Value::bool(program.docstring(node.as_node()).is_present()) }

    /// The doc string.
    fn docstring(program, node) { program.docstring(node.as_node()) }

    /// Whether a function is a generator function.
    fn is_generator(program, node) {
        Value::bool(program.unit_of(node.as_node()).is_some_and(|unit| unit.is_generator))
    }

    /// Whether a class body has a cell for `__class__`, since a method uses it or `super`.
    fn has_class_cell(program, node) {
        Value::bool(program.unit_of(node.as_node()).is_some_and(|unit| unit.class_cell.is_some()))
    }

    /// The slot of that cell.
    fn class_cell(program, node) {
        let slot = program.unit_of(node.as_node()).and_then(|unit| unit.class_cell);
        slot.map_or(Value::NOTHING, |slot| small(slot as usize))
    }

    /// The line on which a definition begins, its decorators included.
    fn first_line(program, node) { small(program.first_line(node.as_node())) }
}
