//! `%` of strings and bytes, as far as no code of the program has to be asked.

use super::subject;
use crate::data::percent::{self, Conversion, Count, Layout, Piece, WrongArguments};
use crate::data::text::{Text, TextBuilder};
use crate::objects::Number;
use crate::state::{Data, Machine, Outcome, Thrown, Type, Value, names};

/// A part of the result; `None` if code of the program must be asked.
type Part<T> = Result<Option<T>, Thrown>;

/// What stands to the right of the `%`.
struct Arguments {
    right: Value,
    is_tuple: bool,
    used: usize,
    is_mapping: bool,
    /// What a key has chosen.
    chosen: Value,
}

pub fn modulo(machine: &mut Machine, args: &[Value]) -> Outcome {
    let template = subject(machine, args[0]).clone();
    Ok(match expand(machine, &template, args[1], false)? {
        Some(text) => machine.heap.new_text(text),
        None => Value::NOTHING,
    })
}

pub fn reflected_modulo(machine: &mut Machine, args: &[Value]) -> Outcome {
    if machine.text(args[1]).is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    modulo(machine, &[args[1], args[0]])
}

/// The template with its conversions replaced. A template of bytes comes as Latin-1, and the result is to be read so.
pub fn expand(machine: &mut Machine, template: &Text, right: Value, is_bytes: bool) -> Part<Text> {
    let mut arguments = arguments(machine, right);
    let mut result = TextBuilder::with_capacity(template.len());
    for piece in percent::pieces(template) {
        match machine.lift(piece)? {
            Piece::Literal(range) => result.push_part(template.part(range)),
            Piece::Conversion(conversion) => {
                match convert(machine, &conversion, &mut arguments, is_bytes, &mut result)? {
                    Some(()) => {}
                    None => return Ok(None),
                }
            }
        }
        machine.allow(result.byte_size())?;
    }
    if arguments.used < arguments.given(machine).len() && !arguments.is_mapping {
        let what = if is_bytes { "bytes" } else { "string" };
        return Err(machine.type_error(&format!("not all arguments converted during {what} formatting")));
    }
    Ok(Some(result.finish()))
}

fn arguments(machine: &mut Machine, right: Value) -> Arguments {
    let is_tuple = machine.heap.get(right).and_then(Data::tuple).is_some();
    let is_text = machine.text(right).is_some();
    let is_mapping = !is_tuple && !is_text && machine.special(right, names::__getitem__).is_present();
    Arguments { right, is_tuple, used: 0, is_mapping, chosen: Value::NOTHING }
}

impl Arguments {
    fn given<'a>(&'a self, machine: &'a Machine) -> &'a [Value] {
        if self.is_tuple { machine.tuple_items(self.right) } else { std::slice::from_ref(&self.right) }
    }

    fn next(&mut self, machine: &mut Machine) -> Outcome {
        if self.chosen.is_present() {
            self.used = self.given(machine).len();
            return Ok(std::mem::replace(&mut self.chosen, Value::NOTHING));
        }
        match self.given(machine).get(self.used).copied() {
            Some(item) => {
                self.used += 1;
                Ok(item)
            }
            None => machine.lift(Err(WrongArguments::TooFew.into())),
        }
    }

    /// Makes the value of a key the next argument; `false` if the mapping must be asked.
    fn choose(&mut self, machine: &mut Machine, key: &Text, is_bytes: bool) -> Result<bool, Thrown> {
        if !self.is_mapping {
            return machine.lift(Err(WrongArguments::NoMapping.into()));
        }
        if is_bytes || !machine.is_exact(self.right, Type::Dict) {
            return Ok(false);
        }
        let key = machine.heap.new_text(key.clone());
        self.chosen = machine.dict_get_name(self.right, key);
        if self.chosen.is_nothing() { Err(machine.key_error(key)) } else { Ok(true) }
    }

    /// A width or precision; `None` if there is none.
    fn count(&mut self, machine: &mut Machine, count: Count) -> Result<Option<i64>, Thrown> {
        match count {
            Count::Absent => Ok(None),
            Count::Given(count) => Ok(Some(count as i64)),
            Count::Argument => {
                let value = self.next(machine)?;
                match machine.clamped(value) {
                    Some(count) => Ok(Some(count)),
                    None => machine.lift(Err(WrongArguments::StarWantsInt.into())),
                }
            }
        }
    }
}

fn convert(
    machine: &mut Machine,
    conversion: &Conversion,
    arguments: &mut Arguments,
    is_bytes: bool,
    out: &mut TextBuilder,
) -> Part<()> {
    if let Some(key) = &conversion.key
        && !arguments.choose(machine, key, is_bytes)?
    {
        return Ok(None);
    }
    let width = arguments.count(machine, conversion.width)?.unwrap_or(0);
    let precision = arguments.count(machine, conversion.precision)?;
    let layout = machine.lift(Layout::new(conversion.flags, width, precision))?;
    let value = arguments.next(machine)?;
    let kind = u8::try_from(conversion.kind).unwrap_or(0);
    match kind {
        b'%' => {
            out.push(b'%' as u32);
            Ok(Some(()))
        }
        b's' | b'b' if is_bytes => bytes_part(machine, value, layout, out),
        b'r' | b'a' if is_bytes => text_part(machine, value, b'a', layout, out),
        b's' | b'r' | b'a' => text_part(machine, value, kind, layout, out),
        b'c' => character_part(machine, value, layout, is_bytes, out),
        b'd' | b'i' | b'u' | b'o' | b'x' | b'X' => int_part(machine, value, kind, layout, out),
        b'e' | b'E' | b'f' | b'F' | b'g' | b'G' => float_part(machine, value, kind, layout, out),
        _ => machine.lift(Err(conversion.unsupported())),
    }
}

fn text_part(
    machine: &mut Machine,
    value: Value,
    conversion: u8,
    layout: Layout,
    out: &mut TextBuilder,
) -> Part<()> {
    let text = machine.converted(value, conversion)?;
    let Some(text) = machine.text(text) else { return Ok(None) };
    let limits = machine.format_limits();
    let part = percent::write_text(text, layout, limits, out);
    machine.lift(part).map(Some)
}

fn latin1(bytes: &[u8]) -> Text {
    bytes.iter().map(|byte| *byte as u32).collect()
}

fn bytes_part(machine: &mut Machine, value: Value, layout: Layout, out: &mut TextBuilder) -> Part<()> {
    let Some(bytes) = machine.bytes_of(value) else {
        if !machine.special(value, names::__bytes__).is_nothing() {
            return Ok(None);
        }
        let class = machine.type_name(value);
        return machine.lift(Err(WrongArguments::NoBytes(&class).into()));
    };
    let text = latin1(bytes);
    let part = percent::write_text(&text, layout, machine.format_limits(), out);
    machine.lift(part).map(Some)
}

fn character_part(
    machine: &mut Machine,
    value: Value,
    layout: Layout,
    is_bytes: bool,
    out: &mut TextBuilder,
) -> Part<()> {
    let limits = machine.format_limits();
    let wrong = if is_bytes { WrongArguments::NoByte } else { WrongArguments::NoCharacter };
    let own = if is_bytes { machine.bytes_of(value).map(latin1) } else { machine.text(value).cloned() };
    if let Some(text) = own {
        if text.len() != 1 {
            return machine.lift(Err(wrong.into()));
        }
        let part = percent::write_text(&text, Layout { precision: None, ..layout }, limits, out);
        return machine.lift(part).map(Some);
    }
    let Some(int) = machine.integer(value) else {
        if machine.special(value, names::__index__).is_present() {
            return Ok(None);
        }
        return machine.lift(Err(wrong.into()));
    };
    if is_bytes && !(0..256).contains(&int.to_i64_saturating()) {
        return Err(machine.overflow_error("%c arg not in range(256)"));
    }
    let part = percent::write_character(&int, layout, limits, out);
    machine.lift(part).map(Some)
}

/// Whether a value is of a built-in class or has none of the methods that make numbers of objects.
fn cannot_be_asked(machine: &mut Machine, value: Value) -> bool {
    let methods = [names::__int__, names::__index__, names::__float__];
    machine.exact_type(value).is_some()
        || methods.iter().all(|name| machine.special(value, *name).is_nothing())
}

fn int_part(
    machine: &mut Machine,
    value: Value,
    kind: u8,
    layout: Layout,
    out: &mut TextBuilder,
) -> Part<()> {
    let is_decimal = matches!(kind, b'd' | b'i' | b'u');
    let int = match machine.number(value) {
        Some(Number::Int(int)) => int,
        Some(Number::Float(float)) if is_decimal && machine.exact_type(value).is_some() => {
            machine.lift(crate::data::int::Int::from_f64(float))?
        }
        _ if !cannot_be_asked(machine, value) => return Ok(None),
        _ => {
            let class = machine.type_name(value);
            let wrong = match is_decimal {
                true => WrongArguments::NoNumber(kind, &class),
                false => WrongArguments::NoInt(kind, &class),
            };
            return machine.lift(Err(wrong.into()));
        }
    };
    let part = percent::write_int(&int, kind, layout, machine.format_limits(), out);
    machine.lift(part).map(Some)
}

fn float_part(
    machine: &mut Machine,
    value: Value,
    kind: u8,
    layout: Layout,
    out: &mut TextBuilder,
) -> Part<()> {
    let float = match machine.exact_number(value) {
        Some(Number::Float(float)) => float,
        Some(Number::Int(int)) => machine.lift(int.to_f64())?,
        _ if !cannot_be_asked(machine, value) => return Ok(None),
        _ => {
            let class = machine.type_name(value);
            return machine.lift(Err(WrongArguments::NoFloat(&class).into()));
        }
    };
    let part = percent::write_float(float, kind, layout, machine.format_limits(), out);
    machine.lift(part).map(Some)
}
