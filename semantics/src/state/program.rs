//! A program ready to run: its tree, its scopes, and the values that its text stands for.

use super::heap::Heap;
use super::value::Value;
use crate::data::text::Text;
use num_traits::ToPrimitive;
use spec::ast::{Ast, Kind, NodeId};
use spec::constant::ConstantValue;
use spec::scope::{Scopes, Unit, UnitId};
use spec::source::Source;
use std::cell::RefCell;
use std::rc::Rc;

/// One source file, parsed and analysed. Its names and constants are objects of the heap that are never collected.
#[derive(Debug)]
pub struct Program {
    pub source: Source,
    pub ast: Ast,
    pub scopes: Scopes,
    /// By number of the symbol: the interned string.
    pub names: Vec<Value>,
    /// By number of the constant.
    pub constants: Vec<Value>,
    /// The number of the first unit's code; the others follow.
    pub first_code: u32,
    /// Part of the prelude: its frames have no place in tracebacks, and its functions pass for built-in ones.
    pub is_prelude: bool,
}

/// The code of one unit.
#[derive(Debug)]
pub struct Code {
    pub program: Rc<Program>,
    pub unit: UnitId,
    pub name: Value,
    pub qualified_name: Value,
    /// The names of the parameters and other variables, by slot.
    pub slots: Vec<Value>,
    /// Where compiled code came from: by instruction, the syntax. Filled in by a machine that compiles.
    pub positions: RefCell<Vec<NodeId>>,
}

impl Code {
    pub fn unit(&self) -> &Unit {
        &self.program.scopes.units[self.unit.0 as usize]
    }
}

impl Program {
    /// Makes the objects that the program's text stands for. Private names are replaced by their mangled form.
    pub fn prepare(
        source: Source,
        mut ast: Ast,
        scopes: Scopes,
        heap: &mut Heap,
        first_code: u32,
        is_prelude: bool,
    ) -> Program {
        mangle(&mut ast, &scopes);
        let mut names = vec![Value::NOTHING];
        names.extend(ast.names.iter().map(|(_, text)| heap.intern(text)));
        let constants = ast.constants().iter().map(|constant| value_of(constant, heap)).collect();
        Program { source, ast, scopes, names, constants, first_code, is_prelude }
    }

    pub fn code_of(&self, node: NodeId) -> Option<u32> {
        self.scopes.unit_of(node).map(|unit| self.first_code + unit.0)
    }

    pub fn for_each_value(&self, visit: &mut dyn FnMut(Value)) {
        self.names.iter().chain(&self.constants).copied().for_each(visit);
    }
}

/// Replaces private names (`__x` inside a class) by what they stand for, where no variable is meant.
fn mangle(ast: &mut Ast, scopes: &Scopes) {
    use spec::ast::field;
    for index in 1..ast.table_len() as u32 {
        let node = NodeId(index);
        let at = match ast.kind(node) {
            Kind::Attribute => field::Attribute::attr,
            Kind::keyword if ast.word(node, field::keyword::arg) != 0 => field::keyword::arg,
            _ => continue,
        };
        let mangled = scopes.mangled(node);
        ast.set_word(node, at, mangled.0);
    }
}

/// The object that a constant of the text stands for.
fn value_of(constant: &ConstantValue, heap: &mut Heap) -> Value {
    match constant {
        ConstantValue::None => Value::NONE,
        ConstantValue::True => Value::TRUE,
        ConstantValue::False => Value::FALSE,
        ConstantValue::Ellipsis => Value::ELLIPSIS,
        ConstantValue::Int(int) => match int.to_i64() {
            Some(small) => heap.new_int(small),
            None => heap.new_bigint(int.clone()),
        },
        ConstantValue::Float(float) => Value::float(*float),
        ConstantValue::Imaginary(imaginary) => heap.new_complex(0.0, *imaginary),
        ConstantValue::Str(text) => {
            let text = Text::from(text);
            // Strings that look like names are shared, as names are.
            if text.len() <= 32 { heap.intern_text(text) } else { heap.new_text(text) }
        }
        ConstantValue::Bytes(bytes) => heap.new_bytes(bytes.clone()),
    }
}
