//! Looking names up in classes, and attributes in objects.

use crate::state::{Data, Handle, Machine, ShapeId, Type, Value, names};

impl Machine {
    /// What a class or one of its bases has under a name, unbound; [`Value::NOTHING`] if none has it.
    #[inline]
    pub fn lookup(&mut self, class: Handle, name: Value) -> Value {
        if self.lookups_epoch != self.heap.epoch {
            self.lookups.clear();
            self.lookups_epoch = self.heap.epoch;
        }
        if let Some(&found) = self.lookups.get(&(class, name)) {
            return found;
        }
        let found = self.lookup_uncached(class, name);
        self.lookups.insert((class, name), found);
        found
    }

    /// The same, without remembering what was found.
    pub(super) fn lookup_uncached(&self, class: Handle, name: Value) -> Value {
        let mro = &self.class_data(class).mro;
        mro.iter()
            .map(|&base| self.own_class_attribute(base, name))
            .find(|value| value.is_present())
            .unwrap_or(Value::NOTHING)
    }

    /// What a class itself has under a name. Names of attributes are interned, so identity decides.
    pub fn own_class_attribute(&self, class: Handle, name: Value) -> Value {
        let attributes = &self.class_data(class).attributes;
        let found = attributes.find(self.text_hash(name), |key| key == name);
        found.map_or(Value::NOTHING, |index| attributes.value_at(index))
    }

    /// Sets an attribute of a class. Whoever caches what was found in classes notices.
    pub fn set_class_attribute(&mut self, class: Handle, name: Value, value: Value) {
        let name = self.heap.intern_value(name);
        let hash = self.text_hash(name);
        let attributes = &mut self.class_data_mut(class).attributes;
        match attributes.find(hash, |key| key == name) {
            Some(index) => attributes.set_value_at(index, value),
            None => attributes.insert_new(hash, name, value),
        }
        self.heap.epoch += 1;
    }

    /// Takes an attribute out of a class; whether it was there.
    pub fn delete_class_attribute(&mut self, class: Handle, name: Value) -> bool {
        let name = self.heap.intern_value(name);
        let hash = self.text_hash(name);
        let attributes = &mut self.class_data_mut(class).attributes;
        let Some(index) = attributes.find(hash, |key| key == name) else { return false };
        attributes.remove_at(index);
        self.heap.epoch += 1;
        true
    }

    /// The special method of a value's class, unbound, or [`Value::NOTHING`].
    #[inline]
    pub fn special(&mut self, value: Value, name: Value) -> Value {
        let class = self.heap.class_of(value);
        self.lookup(class, name)
    }

    /// An attribute of the object itself, or [`Value::NOTHING`].
    #[inline]
    pub fn own_attribute(&self, object: Value, name: Value) -> Value {
        let Some(handle) = object.as_handle() else { return Value::NOTHING };
        let slot = self.heap.slot(handle);
        if let Data::Instance(fields) = &slot.data {
            let shape = self.heap.shapes.get(slot.shape);
            if !shape.in_dict {
                return shape.index(name).map_or(Value::NOTHING, |index| fields[index]);
            }
        }
        if slot.dict == 0 {
            return Value::NOTHING;
        }
        self.dict_get_name(Value::object(Handle(slot.dict)), name)
    }

    /// Whether instances of a value's class can have attributes of their own.
    pub fn has_attributes(&self, object: Value) -> bool {
        self.class_data(self.heap.class_of(object)).has_dict
    }

    /// Gives an object an attribute. Its class must allow that.
    pub fn set_own_attribute(&mut self, object: Value, name: Value, value: Value) {
        let Some(handle) = object.as_handle() else { return };
        let slot = self.heap.slot(handle);
        let shape_id = slot.shape;
        if let Data::Instance(_) = &slot.data
            && !self.heap.shapes.get(shape_id).in_dict
        {
            if let Some(index) = self.heap.shapes.get(shape_id).index(name) {
                if let Data::Instance(fields) = self.heap.data_mut(handle) {
                    fields[index] = value;
                }
                return;
            }
            if let Some(extended) = self.heap.shapes.extended(shape_id, name) {
                return self.extend_instance(handle, extended, value);
            }
        }
        let dict = self.attribute_dict(object);
        self.dict_set_name(dict, name, value);
    }

    /// Adds a field to an instance.
    pub fn extend_instance(&mut self, handle: Handle, shape: ShapeId, value: Value) {
        let index = self.heap.shapes.get(shape).field_count() - 1;
        let class = self.heap.shapes.class(shape);
        let slot = self.heap.slot_mut(handle);
        slot.shape = shape;
        let Data::Instance(fields) = &mut slot.data else { return };
        if index < fields.len() {
            fields[index] = value;
            return;
        }
        let mut longer = Vec::with_capacity(index + 4);
        longer.extend_from_slice(fields);
        longer.push(value);
        longer.resize(index + 4, Value::NOTHING);
        *fields = longer.into();
        self.heap.grew(32);
        let class = self.class_data_mut(class);
        class.field_hint = class.field_hint.max(index as u16 + 1);
    }

    /// Takes an attribute away from an object; whether it was there.
    pub fn delete_own_attribute(&mut self, object: Value, name: Value) -> bool {
        if self.own_attribute(object, name).is_nothing() {
            return false;
        }
        let dict = self.attribute_dict(object);
        self.dict_delete_str(dict, name)
    }

    /// The shape of instances of a class whose attributes are in a dict.
    pub fn dict_shape(&mut self, class: Handle, reserved: u16) -> ShapeId {
        if self.builtin_type(class).is_some() {
            // The shape of a built-in class is of this kind, and tells that an object is of exactly this class.
            return self.shape_for(class);
        }
        match self.dict_shapes.get(&(class, reserved)) {
            Some(&shape) => shape,
            None => {
                let shape = self.heap.shapes.add_root(class, reserved, true);
                self.dict_shapes.insert((class, reserved), shape);
                shape
            }
        }
    }

    /// Whether a value found in a class goes before the instance's own attributes: its class has `__get__`, and
    /// `__set__` or `__delete__`.
    pub fn is_data_descriptor(&mut self, value: Value) -> bool {
        match self.heap.get(value) {
            None => false,
            Some(Data::Function(_) | Data::Builtin(_) | Data::Wrapped(_)) => false,
            Some(Data::Property(_) | Data::Member(_) | Data::GetSet(_)) => true,
            Some(_) => {
                let class = self.heap.class_of(value);
                let has = |machine: &mut Machine, name| machine.lookup(class, name).is_present();
                has(self, names::__get__) && (has(self, names::__set__) || has(self, names::__delete__))
            }
        }
    }

    /// A new instance of a class without data of its own.
    pub fn new_instance(&mut self, class: Handle) -> Value {
        let data = self.class_data(class);
        let (shape, room) = (data.instance_shape, data.field_hint.max(data.reserved) as usize);
        let fields = vec![Value::NOTHING; room].into_boxed_slice();
        self.heap.allocate(shape, Data::Instance(fields))
    }

    /// The shape for an instance of a class whose layout is that of a built-in one.
    pub fn shape_for(&self, class: Handle) -> ShapeId {
        self.class_data(class).instance_shape
    }

    /// Whether a class is one of the built-in ones.
    pub fn builtin_type(&self, class: Handle) -> Option<Type> {
        Type::ALL.get(class.0 as usize).copied()
    }
}
