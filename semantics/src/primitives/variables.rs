//! Variables: slots, cells, globals, namespaces (Language Reference 4.2).

use crate::primitives;
use crate::state::{Data, Machine, Thrown, Type, Value, names};

impl Machine {
    fn slot_index(&self, slot: Value) -> usize {
        self.frame().base as usize + slot.as_int().unwrap_or(0) as usize
    }

    /// The name of a slot of the innermost frame.
    fn slot_name(&self, slot: Value) -> Value {
        self.code(self.frame().code).slots[slot.as_int().unwrap_or(0) as usize]
    }

    /// A local variable that has no value.
    #[cold]
    pub fn unbound_local(&mut self, slot: Value) -> Thrown {
        let name = self.text_of(self.slot_name(slot));
        let message =
            format!("cannot access local variable '{name}' where it is not associated with a value");
        self.exception(Type::UnboundLocalError, &message)
    }

    /// A variable shared with other frames that has no value.
    #[cold]
    pub fn unbound_cell(&mut self, slot: Value) -> Thrown {
        let number = slot.as_int().unwrap_or(0) as u16;
        let is_free = self.code(self.frame().code).unit().free.iter().any(|captured| captured.slot == number);
        if !is_free {
            return self.unbound_local(slot);
        }
        let name = self.text_of(self.slot_name(slot));
        let message = format!(
            "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
        );
        self.exception(Type::NameError, &message)
    }

    fn store_in_cell(&mut self, slot: Value, value: Value) {
        let cell = self.thread.slots[self.slot_index(slot)];
        if let Some(Data::Cell(content)) = self.heap.get_mut(cell) {
            *content = value;
        }
    }

    /// The value of a global or built-in name, or [`Value::NOTHING`].
    pub fn find_global(&self, name: Value) -> Value {
        let found = self.dict_get_name(self.frame().globals, name);
        if found.is_present() { found } else { self.dict_get_name(self.builtins, name) }
    }

    #[cold]
    pub fn undefined_name(&mut self, name: Value) -> Thrown {
        let text = self.text_of(name);
        let thrown = self.exception(Type::NameError, &format!("name '{text}' is not defined"));
        self.set_exception_member(thrown.0, names::name, name);
        thrown
    }
}

primitives! { VARIABLES;
    /// The value of a local variable.
    fn load_local(m, slot) {
        let value = m.thread.slots[m.slot_index(slot)];
        if value.is_present() { Ok(value) } else { Err(m.unbound_local(slot)) }
    }
    /// The value in a cell.
    fn load_cell(m, slot) {
        match m.heap.get(m.thread.slots[m.slot_index(slot)]) {
            Some(&Data::Cell(value)) if value.is_present() => Ok(value),
            _ => Err(m.unbound_cell(slot)),
        }
    }
    /// The value of a global variable, or of a built-in name.
    fn load_global(m, name) {
        let value = m.find_global(name);
        if value.is_present() { Ok(value) } else { Err(m.undefined_name(name)) }
    }
    /// The value of a global variable that may be missing; then `None`.
    fn global_name(m, name) {
        let value = m.dict_get_name(m.frame().globals, name);
        Ok(value.present().unwrap_or(Value::NONE))
    }
    /// Sets a local variable.
    fn store_local(m, slot, value) {
        let index = m.slot_index(slot);
        m.thread.slots[index] = value;
        Ok(Value::NONE)
    }
    /// Puts a value into a cell.
    fn store_cell(m, slot, value) {
        m.store_in_cell(slot, value);
        Ok(Value::NONE)
    }
    /// Sets a global variable.
    fn store_global(m, name, value) {
        let globals = m.frame().globals;
        m.dict_set_name(globals, name, value);
        Ok(Value::NONE)
    }
    /// Unbinds a local variable.
    fn delete_local(m, slot) {
        let index = m.slot_index(slot);
        if m.thread.slots[index].is_nothing() {
            return Err(m.unbound_local(slot));
        }
        m.thread.slots[index] = Value::NOTHING;
        Ok(Value::NONE)
    }
    /// Empties a cell.
    fn delete_cell(m, slot) {
        match m.heap.get(m.thread.slots[m.slot_index(slot)]) {
            Some(Data::Cell(value)) if value.is_present() => m.store_in_cell(slot, Value::NOTHING),
            _ => return Err(m.unbound_cell(slot)),
        }
        Ok(Value::NONE)
    }
    /// Unbinds a global variable.
    fn delete_global(m, name) {
        let globals = m.frame().globals;
        if m.dict_delete_str(globals, name) { Ok(Value::NONE) } else { Err(m.undefined_name(name)) }
    }
    /// The namespace of the class body that runs.
    fn namespace(m) { Ok(m.frame().namespace) }
    /// The content of a slot of the frame.
    fn slot_value(m, slot) { Ok(m.thread.slots[m.slot_index(slot)]) }
    /// The value of a name in a dict, or nothing.
    fn dict_find_name(m, dict, name) { Ok(m.dict_get_name(dict, name)) }
    /// Sets the value of a name in a dict.
    fn dict_set_name(m, dict, name, value) {
        m.dict_set_name(dict, name, value);
        Ok(Value::NONE)
    }
    /// Takes a name out of a dict; whether it was there.
    fn dict_delete_name(m, dict, name) { Ok(Value::bool(m.dict_delete_str(dict, name))) }

    /// The variables of a comprehension are unbound, and those that are shared get new cells.
    fn start_scope(m, node) {
        let program = m.program.clone();
        let scope = program.scopes.inlined(node.as_node());
        let base = m.frame().base as usize;
        for &slot in &scope.slots {
            m.thread.slots[base + slot as usize] = Value::NOTHING;
        }
        for &slot in &scope.cells {
            m.thread.slots[base + slot as usize] = m.heap.new_object(Type::Cell, Data::Cell(Value::NOTHING));
        }
        Ok(Value::NONE)
    }
    /// A module begins: its doc string is known.
    fn start_module(m, node) {
        let doc = m.program.docstring(node.as_node());
        let globals = m.frame().globals;
        m.dict_set_name(globals, names::__doc__, doc.present().unwrap_or(Value::NONE));
        Ok(Value::NONE)
    }
    /// The module has `__annotations__`.
    fn start_module_annotations(m) {
        let globals = m.frame().globals;
        if m.dict_get_name(globals, names::__annotations__).is_nothing() {
            let dict = m.heap.new_dict();
            m.dict_set_name(globals, names::__annotations__, dict);
        }
        Ok(Value::NONE)
    }
    /// The annotation of a global variable is kept.
    fn annotate_global(m, name, annotation) {
        let dict = m.dict_get_name(m.frame().globals, names::__annotations__);
        m.dict_set_name(dict, name, annotation);
        Ok(Value::NONE)
    }
    /// The qualified name of the code that runs.
    fn qualified_name(m) {
        let code = m.frame().code;
        Ok(m.code(code).qualified_name)
    }
    /// The names that methods of the class set on their first parameter, as a tuple.
    fn static_attributes(m, node) {
        let names = m.program.static_attributes(node.as_node());
        Ok(m.heap.new_tuple(names))
    }
}
