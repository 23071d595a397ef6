//! Parts of the syntax at hand, as values.

use crate::rules::language::Judgment;
use crate::rules::link::FieldCode;
use crate::state::value::ElementCode;
use crate::state::{Program, Stop, Value};
use spec::ast::{ListId, NodeId};

/// A field of a node, as a value.
#[inline]
pub fn field_value(program: &Program, node: NodeId, index: u8, code: FieldCode) -> Value {
    let word = program.ast.word(node, index);
    match code {
        FieldCode::Node => Value::node(NodeId(word)),
        FieldCode::List(code) => Value::list(ListId(word), 0, code),
        FieldCode::Kind => Value::kind(spec::ast::Kind::ALL[word as usize]),
        FieldCode::Name => program.names[word as usize],
        FieldCode::Constant => program.constants[word as usize],
        FieldCode::Int => Value::small(word as i32 as i64),
    }
}

/// The element of a list of syntax.
pub fn element(program: &Program, list: Value, index: usize) -> Option<Value> {
    let (list, from, code) = list.as_list();
    let word = *program.ast.list_words(list).get(from as usize + index)?;
    Some(match code {
        ElementCode::Node => Value::node(NodeId(word)),
        ElementCode::Kind => Value::kind(spec::ast::Kind::ALL[word as usize]),
        ElementCode::Name => program.names[word as usize],
    })
}

/// The complaint about a construct that has no rule.
pub fn unsupported(program: &Program, judgment: Judgment, node: NodeId) -> Stop {
    let form = program.ast.kind(node);
    let (line, _) = program.source.position(program.ast.span(node).start as usize);
    Stop::Unsupported {
        construct: form.schema().name.to_owned(),
        line: line as u32,
        rule: format!("{} {}", judgment.name(), form.schema().name),
    }
}
