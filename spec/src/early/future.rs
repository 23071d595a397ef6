//! Imports from `__future__` (Language Reference 7.11.1), which CPython looks at before anything else.

use crate::ast::{Ast, Constant, Expr, ImportFrom, Kind, ListId, Module, NodeId, alias};
use crate::constant::ConstantValue;
use crate::error::{Place, SyntaxError};
use crate::source::Source;

/// The features that a module may ask for (Language Reference 7.11.1).
const FEATURES: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

/// Checks the imports from `__future__` at the beginning of a module: their features must exist. Gives the offset from
/// which on there must be no others.
pub(crate) fn check(ast: &Ast, source: &Source) -> Result<u32, SyntaxError> {
    if ast.kind(ast.root) != Kind::Module {
        return Ok(u32::MAX);
    }
    let body = ast.view::<Module>(ast.root).body;
    for (at, statement) in ast.list(body).enumerate() {
        match ast.kind(statement) {
            Kind::Expr if at == 0 && is_docstring(ast, statement) => {}
            Kind::ImportFrom if is_future(ast, statement) => {
                check_features(ast, source, statement, ast.view::<ImportFrom>(statement).names)?;
            }
            _ => return Ok(ast.span(statement).start),
        }
    }
    Ok(u32::MAX)
}

/// Whether an `ImportFrom` is one from `__future__`.
pub(super) fn is_future(ast: &Ast, statement: NodeId) -> bool {
    let ImportFrom { module, level, .. } = ast.view(statement);
    level == 0 && module.is_some_and(|module| ast.name(module) == "__future__")
}

fn is_docstring(ast: &Ast, statement: NodeId) -> bool {
    let value = ast.view::<Expr>(statement).value;
    ast.kind(value) == Kind::Constant && {
        let constant = ast.constant(ast.view::<Constant>(value).value);
        matches!(constant, ConstantValue::Str(_))
    }
}

fn check_features(ast: &Ast, source: &Source, statement: NodeId, names: ListId) -> Result<(), SyntaxError> {
    for node in ast.list(names) {
        let message = match ast.name(ast.view::<alias>(node).name) {
            "braces" => "not a chance".to_owned(),
            name if FEATURES.contains(&name) => continue,
            name => format!("future feature {name} is not defined"),
        };
        let mut error = SyntaxError::after_parsing(source, ast.span(statement), message);
        // CPython says where it starts only.
        error.place = error.place.map(|place| Place { end_line: place.line, end_offset: -1, ..place });
        return Err(error);
    }
    Ok(())
}
