//! The variables of the scope that calls.

use crate::state::{Data, Machine, Outcome, Value};
use spec::scope::UnitKind;

impl Machine {
    /// A dictionary of the innermost frame's variables: a module's globals, the namespace of a class, or a new
    /// dictionary of what a function's variables are now (PEP 667).
    pub fn locals_dict(&mut self) -> Value {
        let frame = *self.frame();
        if frame.namespace.is_present() {
            return frame.namespace;
        }
        let code = self.code(frame.code).clone();
        if code.unit().kind == UnitKind::Module {
            return frame.globals;
        }
        let dict = self.heap.new_dict();
        let is_shared = |slot: u16| {
            let unit = code.unit();
            unit.cells.contains(&slot) || unit.free.iter().any(|captured| captured.slot == slot)
        };
        for (slot, &name) in code.slots.iter().enumerate() {
            let content = self.thread.slots[frame.base as usize + slot];
            let value = match self.heap.get(content) {
                Some(&Data::Cell(value)) if is_shared(slot as u16) => value,
                _ => content,
            };
            if value.is_present() && !self.text_of(name).starts_with('.') {
                self.dict_set_name(dict, name, value);
            }
        }
        dict
    }
}

pub fn globals(machine: &mut Machine, _: &[Value]) -> Outcome {
    Ok(machine.frame().globals)
}

pub fn locals(machine: &mut Machine, _: &[Value]) -> Outcome {
    Ok(machine.locals_dict())
}

pub fn vars(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(if args[0].is_nothing() { machine.locals_dict() } else { Value::NOTHING })
}

pub fn dir(machine: &mut Machine, args: &[Value]) -> Outcome {
    if args[0].is_present() {
        return Ok(Value::NOTHING);
    }
    let locals = machine.locals_dict();
    let Some(mut names) = machine.all_items(locals)? else { return Ok(Value::NOTHING) };
    if !machine.sort_items(&mut names, false) {
        return Ok(Value::NOTHING);
    }
    Ok(machine.heap.new_list(names))
}
