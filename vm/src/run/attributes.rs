//! Attributes and globals, with caches.

use super::Vm;
use crate::code::{Cache, Kind};
use semantics::state::{Data, Handle, Machine, Thrown, Type, Value, names};
use std::cell::Cell;

/// For how many pairs of name and shape it is remembered what was learnt.
pub(super) const SHARED: usize = 1024;

/// What a place does with an attribute.
#[derive(Clone, Copy)]
enum Purpose {
    Get,
    Call,
    Set,
}

/// Where what is learnt about a name and a shape is kept for all places.
fn shared_place(name: Value, shape: u32, purpose: Purpose) -> usize {
    let mixed = (name.bits() as u32).wrapping_mul(31) ^ shape.wrapping_mul(7) ^ (purpose as u32) << 8;
    mixed as usize % SHARED
}

impl<'a> Vm<'a> {
    /// The value of a global or built-in name, if the cache knows where it is.
    #[inline(always)]
    pub(super) fn cached_global(&self, cache: &Cell<Cache>) -> Option<Value> {
        let cache = cache.get();
        let globals = self.machine.frame().globals;
        if let Some(dict) = self.machine.dict(globals)
            && (dict.version == cache.key || mutant!(StaleBuiltins) && cache.kind == Kind::Builtin)
        {
            if cache.kind == Kind::Global && cache.value == globals {
                return Some(dict.value_at(cache.index as usize));
            }
            if cache.kind == Kind::Builtin
                && cache.value == globals
                && let Some(builtins) = self.machine.dict(self.machine.builtins)
                && builtins.version == cache.other
            {
                return Some(builtins.value_at(cache.index as usize));
            }
        }
        None
    }

    /// The value of a global or built-in name.
    #[cold]
    #[inline(never)]
    pub(super) fn load_global(&mut self, cell: &'a Cell<Cache>) -> Result<Value, Thrown> {
        let mut cache = cell.get();
        let globals = self.machine.frame().globals;
        let machine = &mut *self.machine;
        let Some(dict) = machine.dict(globals) else { return Err(machine.undefined_name(cache.name)) };
        cache.key = dict.version;
        cache.value = globals;
        if let Some(index) = machine.find_name(dict, cache.name) {
            let value = dict.value_at(index);
            self.note(cell, Cache { kind: Kind::Global, index: index as u32, ..cache });
            return Ok(value);
        }
        if let Some(builtins) = machine.dict(machine.builtins)
            && let Some(index) = machine.find_name(builtins, cache.name)
        {
            let value = builtins.value_at(index);
            cache.other = builtins.version;
            self.note(cell, Cache { kind: Kind::Builtin, index: index as u32, ..cache });
            return Ok(value);
        }
        Err(machine.undefined_name(cache.name))
    }

    /// The attribute, if the cache knows where it is.
    #[inline(always)]
    pub(super) fn cached_attribute(&self, object: Value, cache: &Cell<Cache>) -> Option<Value> {
        let cache = cache.get();
        let handle = object.as_handle()?;
        let slot = self.machine.heap.slot(handle);
        if cache.epoch != self.machine.heap.epoch && !mutant!(StaleAttributes) {
            return None;
        }
        match (cache.kind, &slot.data) {
            (Kind::Field, Data::Instance(fields)) if slot.shape.0 == cache.key => {
                fields[cache.index as usize].present()
            }
            (Kind::InDict, _) if slot.shape.0 == cache.key => {
                let entry = self.machine.heap.dict_of(Handle(slot.dict))?.entry(cache.index as usize)?;
                (entry.key == cache.name).then_some(entry.value)
            }
            (Kind::OfClass, _) if handle.0 == cache.key => Some(cache.value),
            (Kind::OfModule, _) if handle.0 == cache.key => {
                let dict = self.machine.heap.dict_of(Handle(slot.dict))?;
                (dict.version == cache.other).then(|| dict.value_at(cache.index as usize))
            }
            _ => None,
        }
    }

    /// The attribute, if no Python code has to run; otherwise nothing.
    #[inline(never)]
    pub(super) fn get_attribute(&mut self, object: Value, cell: &'a Cell<Cache>) -> Result<Value, Thrown> {
        let cache = cell.get();
        let shape = self.machine.heap.shape_of(object).0;
        if self.recall(cell, shape, Purpose::Get)
            && let Some(value) = self.cached_attribute(object, cell)
        {
            return Ok(value);
        }
        if self.getter(object, cell).is_some() {
            return Ok(Value::NOTHING);
        }
        let value = self.machine.attribute_without_code(object, cache.name)?;
        let learnt = match value.present() {
            Some(value) => self.learn(object, value, cache),
            None => self.learn_getter(object, cache),
        };
        if let Some(learnt) = learnt {
            self.remember(cell, learnt, shape, Purpose::Get);
        }
        Ok(value)
    }

    /// The function behind the property that the attribute is, if the cache knows it.
    #[inline(always)]
    pub(super) fn getter(&self, object: Value, cell: &Cell<Cache>) -> Option<Value> {
        let cache = cell.get();
        let is_known = cache.kind == Kind::Property
            && cache.key == self.machine.heap.shape_of(object).0
            && cache.epoch == self.machine.heap.epoch;
        if is_known { self.function_behind(cache.value) } else { None }
    }

    /// The getter of a property, if it is a function of Python.
    fn function_behind(&self, property: Value) -> Option<Value> {
        let heap = &self.machine.heap;
        let Some(Data::Property(property)) = heap.get(property) else { return None };
        matches!(heap.get(property.getter), Some(Data::Function(_))).then_some(property.getter)
    }

    /// The attribute is a property with a getter of Python, and nothing else is asked for it.
    fn learn_getter(&mut self, object: Value, cache: Cache) -> Option<Cache> {
        let value = self.machine.special(object, cache.name);
        self.function_behind(value)?;
        let machine = &mut *self.machine;
        let is_plain = machine.is_exact(value, Type::Property)
            && machine.special(object, names::__getattr__).is_nothing()
            && machine.has_default_getter(object);
        let key = machine.heap.shape_of(object).0;
        is_plain.then_some(Cache { key, kind: Kind::Property, value, ..cache })
    }

    /// Looks whether another place, or this one some time ago, has learnt about the name and shape; if so, the cache of the
    /// place becomes that.
    fn recall(&mut self, cell: &'a Cell<Cache>, shape: u32, purpose: Purpose) -> bool {
        let (own, known) = (cell.get(), self.kept.shared[shared_place(cell.get().name, shape, purpose)]);
        let is_fresh = known.epoch == self.machine.heap.epoch || mutant!(StaleSharedCaches);
        let is_good = known.name == own.name && known.key == shape && is_fresh;
        if is_good {
            self.note(cell, known);
        }
        is_good
    }

    /// Keeps what was learnt at a place, and for others.
    fn remember(&mut self, cell: &'a Cell<Cache>, learnt: Cache, shape: u32, purpose: Purpose) {
        let learnt = Cache { epoch: self.machine.heap.epoch, ..learnt };
        self.note(cell, learnt);
        if learnt.key == shape && !matches!(learnt.kind, Kind::OfClass | Kind::OfModule) {
            let place = shared_place(learnt.name, shape, purpose);
            if self.kept.shared[place].kind == Kind::Empty {
                self.learnt_shared.push(place);
            }
            self.kept.shared[place] = learnt;
        }
    }

    /// Keeps what was learnt at a place.
    fn note(&mut self, cell: &'a Cell<Cache>, learnt: Cache) {
        if cell.get().kind == Kind::Empty {
            self.learnt.push(cell);
        }
        cell.set(learnt);
    }

    /// Nothing is left of what was learnt.
    pub(super) fn forget(&mut self) {
        for cell in self.learnt.drain(..) {
            cell.set(Cache::new(cell.get().name));
        }
        for place in self.learnt_shared.drain(..) {
            self.kept.shared[place] = Cache::new(Value::NOTHING);
        }
    }

    /// How the attribute is found the next time.
    fn learn(&mut self, object: Value, value: Value, cache: Cache) -> Option<Cache> {
        let machine = &mut *self.machine;
        let handle = object.as_handle()?;
        if machine.class(object).is_some() {
            // Not what a descriptor has made anew.
            let is_stored = machine.lookup(handle, cache.name) == value;
            return is_stored.then_some(Cache { key: handle.0, kind: Kind::OfClass, value, ..cache });
        }
        let slot = machine.heap.slot(handle);
        if let Data::Module = slot.data
            && slot.shape.0 == Type::Module as u32
        {
            let dict = machine.heap.dict_of(Handle(slot.dict))?;
            let index = machine.find_name(dict, cache.name)? as u32;
            let is_own = dict.value_at(index as usize) == value;
            let cache = Cache { key: handle.0, kind: Kind::OfModule, index, other: dict.version, ..cache };
            return is_own.then_some(cache);
        }
        let key = slot.shape.0;
        if let Some(index) = place_in_dict(machine, object, cache.name) {
            let found = machine.special(object, cache.name);
            let is_hidden = found.is_present() && machine.is_data_descriptor(found);
            return (!is_hidden).then_some(Cache { key, kind: Kind::InDict, index, ..cache });
        }
        let index =
            own_field(machine, object, cache.name).or_else(|| declared_field(machine, object, cache.name))?;
        Some(Cache { key, kind: Kind::Field, index: index as u32, ..cache })
    }

    /// The function that the attribute of an object's class is, if the object has none of that name and a call would
    /// only bind it.
    #[inline(always)]
    pub(super) fn find_method(&mut self, object: Value, cell: &'a Cell<Cache>) -> Option<Value> {
        let cache = cell.get();
        let shape = self.machine.heap.shape_of(object).0;
        if shape == cache.key && (cache.epoch == self.machine.heap.epoch || mutant!(StaleMethods)) {
            return (cache.kind == Kind::Method).then_some(cache.value);
        }
        self.find_method_slowly(object, cell, shape)
    }

    #[inline(never)]
    fn find_method_slowly(&mut self, object: Value, cell: &'a Cell<Cache>, shape: u32) -> Option<Value> {
        if self.recall(cell, shape, Purpose::Call) {
            return Some(cell.get().value);
        }
        let cache = cell.get();
        let machine = &mut *self.machine;
        let found = machine.special(object, cache.name);
        let is_method = machine.binds(found);
        let is_plain = machine.has_default_getter(object);
        let may_hide =
            is_class_or_in_dict(machine, object) || machine.own_attribute(object, cache.name).is_present();
        if !is_method || !is_plain {
            return None;
        }
        if may_hide && !mutant!(MethodHidesAttribute) {
            // Its own attributes are in a dict: they have to be looked at each time.
            let hidden =
                machine.own_attribute(object, cache.name).is_present() || machine.class(object).is_some();
            return (!hidden).then_some(found);
        }
        let learnt = Cache { key: shape, kind: Kind::Method, value: found, ..cache };
        self.remember(cell, learnt, shape, Purpose::Call);
        Some(found)
    }

    /// Sets the attribute, if the cache knows to which field it goes; whether that was so.
    #[inline(always)]
    pub(super) fn set_cached_attribute(&mut self, object: Value, value: Value, cache: &Cell<Cache>) -> bool {
        let cache = cache.get();
        if let Some(handle) = object.as_handle()
            && self.machine.heap.slot(handle).shape.0 == cache.key
            && cache.epoch == self.machine.heap.epoch
        {
            let slot = self.machine.heap.slot_mut(handle);
            if let Data::Instance(fields) = &mut slot.data {
                if cache.kind == Kind::Field {
                    fields[cache.index as usize] = value;
                    return true;
                }
                if cache.kind == Kind::NewField && (cache.index as usize) < fields.len() {
                    fields[cache.index as usize] = value;
                    if !mutant!(NewAttributeLost) {
                        slot.shape = semantics::state::ShapeId(cache.other);
                    }
                    return true;
                }
            }
        }
        false
    }

    /// Sets the attribute of an object of a class whose instances may have it in their dict; whether the cache knows that.
    fn set_in_dict(&mut self, object: Value, value: Value, cache: Cache) -> bool {
        let Some(handle) = object.as_handle().filter(|_| cache.kind == Kind::InDict) else { return false };
        let dict = Handle(self.machine.heap.slot(handle).dict);
        let index = cache.index as usize;
        let known = self.machine.heap.dict_of(dict).and_then(|dict| dict.entry(index));
        if known.is_some_and(|entry| entry.key == cache.name) {
            if let Some(dict) = self.machine.heap.dict_of_mut(dict) {
                dict.set_value_at(index, value);
            }
            return true;
        }
        let dict = self.machine.attribute_dict(object);
        self.machine.dict_set_name(dict, cache.name, value);
        true
    }

    /// Sets the attribute, if no Python code has to run; whether that was so.
    #[inline(never)]
    pub(super) fn set_attribute(
        &mut self,
        object: Value,
        value: Value,
        cell: &'a Cell<Cache>,
    ) -> Result<bool, Thrown> {
        use super::operators::primitive;
        let cache = cell.get();
        let before = self.machine.heap.shape_of(object).0;
        if self.recall(cell, before, Purpose::Set)
            && (self.set_cached_attribute(object, value, cell) || self.set_in_dict(object, value, cell.get()))
        {
            return Ok(true);
        }
        if let Some(index) = declared_field(self.machine, object, cache.name) {
            let learnt = Cache { key: before, kind: Kind::Field, index: index as u32, ..cache };
            self.remember(cell, learnt, before, Purpose::Set);
            if let Some(Data::Instance(fields)) = self.machine.heap.get_mut(object) {
                fields[index] = value;
            }
            return Ok(true);
        }
        let existing = own_field(self.machine, object, cache.name);
        let operation = semantics::primitives::set_attribute_builtin();
        if !primitive(operation, self.machine, &[object, cache.name, value])?.is_true() {
            return Ok(false);
        }
        let after = self.machine.heap.shape_of(object).0;
        if let Some(index) = place_in_dict(self.machine, object, cache.name) {
            self.remember(
                cell,
                Cache { key: before, kind: Kind::InDict, index, ..cache },
                before,
                Purpose::Set,
            );
        } else if let Some(index) = own_field(self.machine, object, cache.name) {
            let kind = if existing.is_some() { Kind::Field } else { Kind::NewField };
            let learnt = Cache { key: before, kind, index: index as u32, other: after, ..cache };
            self.remember(cell, learnt, before, Purpose::Set);
        }
        Ok(true)
    }
}

/// The index of an attribute in the object's dict, if it is there; not of classes and modules, whose attributes other
/// caches know about.
fn place_in_dict(machine: &Machine, object: Value, name: Value) -> Option<u32> {
    let slot = machine.heap.slot(object.as_handle()?);
    if let Data::Class(_) | Data::Module = slot.data {
        return None;
    }
    let dict = machine.heap.dict_of(Handle(slot.dict))?;
    dict.find(machine.text_hash(name), |key| key == name).map(|index| index as u32)
}

/// The field of an instance that holds an attribute of its own.
fn own_field(machine: &Machine, object: Value, name: Value) -> Option<usize> {
    let handle: Handle = object.as_handle()?;
    let slot = machine.heap.slot(handle);
    let Data::Instance(_) = &slot.data else { return None };
    let shape = machine.heap.shapes.get(slot.shape);
    if shape.in_dict { None } else { shape.index(name) }
}

/// The field of an instance that a name in `__slots__` of its class stands for, where nothing else interferes.
fn declared_field(machine: &mut Machine, object: Value, name: Value) -> Option<usize> {
    let Some(Data::Instance(_)) = machine.heap.get(object) else { return None };
    let found = machine.special(object, name);
    let index = machine.field_index(found, object)?;
    (machine.has_default_setter(object) && machine.has_default_getter(object)).then_some(index)
}

/// Whether an object may have attributes of its own that its shape does not tell.
fn is_class_or_in_dict(machine: &Machine, object: Value) -> bool {
    let Some(handle) = object.as_handle() else { return false };
    let slot = machine.heap.slot(handle);
    match &slot.data {
        Data::Instance(_) => machine.heap.shapes.get(slot.shape).in_dict,
        Data::Class(_) | Data::Module => true,
        _ => machine.has_attributes(object),
    }
}
