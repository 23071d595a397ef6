//! `print` to the machine's own standard output.

use crate::builtins::sequences::is_missing;
use crate::data::text::TextBuilder;
use crate::state::{Machine, Outcome, Type, Value, names};

pub fn print(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[values, sep, end, file, flush] = args else { return Ok(Value::NOTHING) };
    if !is_missing(file) || is_stdout_replaced(machine) {
        return Ok(Value::NOTHING);
    }
    let mut line = TextBuilder::default();
    let (Some(sep), Some(end)) = (ending(machine, sep, " "), ending(machine, end, "\n")) else {
        return Ok(Value::NOTHING);
    };
    for (index, value) in machine.tuple_items(values).to_vec().into_iter().enumerate() {
        if index > 0 {
            line.push_str(&sep);
        }
        let text = machine.str_value(value)?;
        match machine.text(text) {
            Some(text) => line.push_text(text),
            None => return Ok(Value::NOTHING),
        }
    }
    line.push_str(&end);
    let line = line.finish();
    let Some(text) = line.to_utf8() else { return Ok(Value::NOTHING) };
    let Some(must_flush) = (if flush.is_nothing() { Some(false) } else { machine.truth_value(flush) }) else {
        return Ok(Value::NOTHING);
    };
    machine.write_stdout(text.as_bytes());
    if must_flush {
        machine.flush_output();
    }
    Ok(Value::NONE)
}

/// What goes between or after the values; `None` if it is not valid.
fn ending(machine: &Machine, value: Value, default: &str) -> Option<String> {
    if is_missing(value) {
        return Some(default.to_owned());
    }
    machine.text(value)?.to_utf8().map(|text| text.into_owned())
}

/// Whether the program has put something else into `sys.stdout`.
fn is_stdout_replaced(machine: &mut Machine) -> bool {
    let (modules, prelude) = (machine.modules, machine.prelude);
    let sys = machine.dict_get_str(modules, "sys");
    if sys.is_nothing() {
        return false;
    }
    debug_assert!(machine.is_instance(sys, Type::Module));
    let own = machine.dict_get_str(prelude, "_machine_stdout");
    machine.own_attribute(sys, names::stdout) != own
}
