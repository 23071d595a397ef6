//! `str.format`, as far as no code of the program has to be asked.

use super::subject;
use crate::data::format_string::{self, Field, First, Numbering, Piece};
use crate::data::text::{Part, Text, TextBuilder};
use crate::state::{Machine, Outcome, Thrown, Type, Value};

/// How deeply specifications with fields may be nested.
const DEPTH: u32 = 2;

/// The arguments of one call, and how its fields are numbered.
struct Arguments {
    /// A tuple, or nothing for `format_map`.
    positional: Value,
    named: Value,
    numbering: Numbering,
}

/// A part of the result; `None` if code of the program must be asked.
type Written<T> = Result<Option<T>, Thrown>;

pub fn by_spec(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(spec) = machine.text(args[1]) else {
        let message = format!("__format__() argument must be str, not {}", machine.type_name(args[1]));
        return Err(machine.type_error(&message));
    };
    if spec.is_empty() {
        return machine.str_value(args[0]);
    }
    machine.format_by_spec(args[0], args[1])
}

pub fn format(machine: &mut Machine, args: &[Value]) -> Outcome {
    expand_all(machine, args[0], args[1], args[2])
}

pub fn format_map(machine: &mut Machine, args: &[Value]) -> Outcome {
    if !machine.is_exact(args[1], Type::Dict) {
        return Ok(Value::NOTHING);
    }
    expand_all(machine, args[0], Value::NOTHING, args[1])
}

fn expand_all(machine: &mut Machine, template: Value, positional: Value, named: Value) -> Outcome {
    let template = subject(machine, template).clone();
    let mut arguments = Arguments { positional, named, numbering: Numbering::default() };
    let mut result = TextBuilder::with_capacity(template.len());
    Ok(match expand(machine, &template, &mut arguments, DEPTH, &mut result)? {
        Some(()) => machine.heap.new_text(result.finish()),
        None => Value::NOTHING,
    })
}

fn expand(
    machine: &mut Machine,
    template: &Text,
    arguments: &mut Arguments,
    depth: u32,
    out: &mut TextBuilder,
) -> Written<()> {
    if depth == 0 {
        return machine.lift(Err(format_string::recursion_error()));
    }
    for piece in format_string::pieces(template) {
        match machine.lift(piece)? {
            Piece::Literal(range) => out.push_part(template.part(range)),
            Piece::Field(field) => match expand_field(machine, template, &field, arguments, depth, out)? {
                Some(()) => {}
                None => return Ok(None),
            },
        }
        machine.allow(out.byte_size())?;
    }
    Ok(Some(()))
}

fn expand_field(
    machine: &mut Machine,
    template: &Text,
    field: &Field,
    arguments: &mut Arguments,
    depth: u32,
    out: &mut TextBuilder,
) -> Written<()> {
    let Some(value) = argument(machine, template.part(field.name.clone()), arguments)? else {
        return Ok(None);
    };
    let value = match field.conversion {
        None => value,
        Some(conversion) => {
            let conversion = machine.lift(format_string::check_conversion(conversion))?;
            machine.converted(value, conversion)?
        }
    };
    if value.is_nothing() {
        return Ok(None);
    }
    let mut spec = template.part(field.spec.clone());
    let expanded;
    if field.spec_has_fields {
        let mut text = TextBuilder::default();
        match expand(machine, &spec.to_text(), arguments, depth - 1, &mut text)? {
            Some(()) => expanded = text.finish(),
            None => return Ok(None),
        }
        spec = expanded.whole();
    }
    if !spec.is_empty() && (machine.exact_text(value).is_some() || machine.is_exact_number(value)) {
        return machine.write_by_spec(value, spec, out);
    }
    let spec = machine.heap.new_text(spec.to_text());
    let text = machine.format_value(value, spec)?;
    Ok(machine.text(text).map(|text| out.push_text(text)))
}

/// The argument that a field names. What follows the first part of the name may be any code.
fn argument(machine: &mut Machine, name: Part, arguments: &mut Arguments) -> Written<Value> {
    let (first, mut accesses) = machine.lift(format_string::split_name(name))?;
    let is_plain = accesses.next().is_none();
    let position = machine.lift(arguments.numbering.position(&first))?;
    let value = match (position, first) {
        (Some(_), _) if arguments.positional.is_nothing() => {
            return Err(machine.value_error("Format string contains positional fields"));
        }
        (Some(position), _) => match machine.tuple_items(arguments.positional).get(position) {
            Some(&value) => value,
            None => {
                let message = format!("Replacement index {position} out of range for positional args tuple");
                return Err(machine.index_error(&message));
            }
        },
        (None, First::Keyword(name)) => {
            let name = machine.heap.new_text(name);
            match machine.dict_get_name(arguments.named, name).present() {
                Some(value) => value,
                None => return Err(machine.key_error(name)),
            }
        }
        (None, _) => return Ok(None),
    };
    Ok(is_plain.then_some(value))
}

impl Machine {
    /// What a conversion (`r`, `s` or `a`) makes of a value; nothing if code of the program must be asked.
    pub fn converted(&mut self, value: Value, conversion: u8) -> Outcome {
        if conversion == b's' {
            return self.str_value(value);
        }
        let text = self.repr_text(value)?;
        if conversion == b'r' || text.is_nothing() { Ok(text) } else { Ok(self.ascii_text(text)) }
    }
}
