//! Looking into objects: the small accessors that primitives share.

use crate::data::text::Text;
use crate::state::{Class, Data, Dict, Handle, Machine, Type, Value, names};

impl Machine {
    /// The data of a class object.
    #[inline]
    pub fn class(&self, value: Value) -> Option<&Class> {
        match self.heap.get(value) {
            Some(Data::Class(class)) => Some(class),
            _ => None,
        }
    }

    /// The data of a class that is known to be one.
    #[inline]
    pub fn class_data(&self, class: Handle) -> &Class {
        match self.heap.data(class) {
            Data::Class(data) => data,
            other => unreachable!("a class turned out to be {other:?}"),
        }
    }

    #[inline]
    pub fn class_data_mut(&mut self, class: Handle) -> &mut Class {
        match self.heap.data_mut(class) {
            Data::Class(data) => data,
            other => unreachable!("a class turned out to be {other:?}"),
        }
    }

    /// Whether one class is the other or derived from it.
    #[inline]
    pub fn is_subclass(&self, class: Handle, other: Handle) -> bool {
        class == other || self.class_data(class).mro.contains(&other)
    }

    /// Whether a value is an instance of a built-in class or of a class derived from it.
    #[inline]
    pub fn is_instance(&self, value: Value, class: Type) -> bool {
        self.is_subclass(self.heap.class_of(value), class.handle())
    }

    /// Whether a value is an instance of exactly this built-in class.
    #[inline]
    pub fn is_exact(&self, value: Value, class: Type) -> bool {
        self.heap.shape_of(value).0 == class as u32
    }

    /// How messages name a value's class.
    pub fn type_name(&self, value: Value) -> String {
        self.class_name_in_messages(self.heap.class_of(value))
    }

    /// How messages name a class: a built-in one with its module.
    pub fn class_name_in_messages(&self, class: Handle) -> String {
        let data = self.class_data(class);
        let module = match data.is_builtin {
            true => self.text_of(self.own_class_attribute(class, names::__module__)),
            false => String::new(),
        };
        match module.as_str() {
            "" | "builtins" => self.text_of(data.name),
            module => format!("{module}.{}", self.text_of(data.qualified_name)),
        }
    }

    /// The name of a class as messages have it: of a built-in one with its module, unless that is `builtins`.
    pub fn class_name(&self, class: Handle) -> String {
        match self.builtin_type(class) {
            Some(class) => class.name().to_owned(),
            None => self.text_of(self.class_data(class).name),
        }
    }

    /// The items of a tuple; of anything else none.
    #[inline]
    pub fn tuple_items(&self, value: Value) -> &[Value] {
        match self.heap.get(value) {
            Some(Data::Tuple(items)) => items,
            Some(Data::Pair(items)) => items,
            _ => &[],
        }
    }

    /// The items of a list; of anything else none.
    #[inline]
    pub fn list_items(&self, value: Value) -> &[Value] {
        match self.heap.get(value) {
            Some(Data::List(items)) => items,
            _ => &[],
        }
    }

    /// The items of a list, to be changed.
    pub fn list_mut(&mut self, value: Value) -> Option<&mut Vec<Value>> {
        match self.heap.get_mut(value) {
            Some(Data::List(items)) => Some(items),
            _ => None,
        }
    }

    #[inline]
    pub fn list_push(&mut self, list: Value, value: Value) {
        let mut grown = 0;
        if let Some(Data::List(items)) = self.heap.get_mut(list) {
            let before = items.capacity();
            items.push(value);
            grown = (items.capacity() - before) * 8;
        }
        self.heap.grew(grown);
    }

    /// Takes the items out of a list.
    pub fn take_list(&mut self, list: Value) -> Vec<Value> {
        self.list_mut(list).map(std::mem::take).unwrap_or_default()
    }

    /// The text of a string object.
    #[inline]
    pub fn text(&self, value: Value) -> Option<&Text> {
        match self.heap.get(value) {
            Some(Data::Str(text)) => Some(text),
            _ => None,
        }
    }

    /// The text of a string, not of an instance of a subclass.
    #[inline]
    pub fn exact_text(&self, value: Value) -> Option<&Text> {
        if self.is_exact(value, Type::Str) { self.text(value) } else { None }
    }

    /// The text of a string object as Rust has it, for messages; surrogates are replaced.
    pub fn text_of(&self, value: Value) -> String {
        self.text(value).map(|text| text.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// Whether two strings have the same text.
    #[inline]
    pub fn same_text(&self, a: Value, b: Value) -> bool {
        if a == b {
            return true;
        }
        match (self.heap.get(a), self.heap.get(b)) {
            (Some(Data::Str(a)), Some(Data::Str(b))) => !(a.is_name() && b.is_name()) && a == b,
            _ => false,
        }
    }

    /// The hash of a string.
    #[inline]
    pub fn text_hash(&self, value: Value) -> i64 {
        match self.heap.get(value) {
            Some(Data::Str(text)) => text.hash_value(),
            _ => 0,
        }
    }

    #[inline]
    pub fn dict(&self, value: Value) -> Option<&Dict> {
        value.as_handle().and_then(|handle| self.heap.dict_of(handle))
    }

    #[inline]
    pub fn dict_mut(&mut self, value: Value) -> Option<&mut Dict> {
        value.as_handle().and_then(|handle| self.heap.dict_of_mut(handle))
    }

    /// The index of a name's entry in a dict. Keys that are no strings can't be equal to it, unless their class
    /// says so; such a class does not get asked here.
    #[inline]
    pub fn find_name(&self, dict: &Dict, name: Value) -> Option<usize> {
        dict.find(self.text_hash(name), |key| key == name || self.same_text(key, name))
    }

    /// The value of a name in a dict, or [`Value::NOTHING`].
    #[inline]
    pub fn dict_get_name(&self, dict: Value, name: Value) -> Value {
        match self.dict(dict) {
            Some(data) => self.find_name(data, name).map_or(Value::NOTHING, |index| data.value_at(index)),
            None => Value::NOTHING,
        }
    }

    pub fn dict_set_name(&mut self, dict: Value, name: Value, value: Value) {
        let Some(data) = self.dict(dict) else { return };
        let found = self.find_name(data, name);
        let hash = self.text_hash(name);
        let Some(data) = self.dict_mut(dict) else { return };
        match found {
            Some(index) => data.set_value_at(index, value),
            None => {
                data.insert_new(hash, name, value);
                self.heap.grew(48);
            }
        }
    }

    /// As [`Machine::dict_set_name`], for a name that is not known to the heap yet.
    pub fn dict_set_str(&mut self, dict: Value, name: &str, value: Value) {
        let name = self.heap.intern(name);
        self.dict_set_name(dict, name, value);
    }

    pub fn dict_get_str(&mut self, dict: Value, name: &str) -> Value {
        let name = self.heap.intern(name);
        self.dict_get_name(dict, name)
    }

    /// Takes a name out of a dict; whether it was there.
    pub fn dict_delete_str(&mut self, dict: Value, name: Value) -> bool {
        let Some(index) = self.dict(dict).and_then(|data| self.find_name(data, name)) else { return false };
        if let Some(data) = self.dict_mut(dict) {
            data.remove_at(index);
        }
        true
    }

    /// The dict of an object's attributes, made if there is none yet. Attributes that lay in the object move there.
    pub fn attribute_dict(&mut self, object: Value) -> Value {
        let Some(handle) = object.as_handle() else { return Value::NONE };
        let existing = self.heap.slot(handle).dict;
        if existing != 0 {
            return Value::object(Handle(existing));
        }
        let dict = self.heap.new_dict();
        let own = self.laid_out_attributes(handle);
        for (name, value) in own {
            self.dict_set_name(dict, name, value);
        }
        self.use_dict(handle, dict);
        dict
    }

    /// The attributes that lie in an object, in order.
    pub fn laid_out_attributes(&self, handle: Handle) -> Vec<(Value, Value)> {
        let slot = self.heap.slot(handle);
        let Data::Instance(fields) = &slot.data else { return Vec::new() };
        let shape = self.heap.shapes.get(slot.shape);
        let values = &fields[shape.reserved as usize..];
        shape.names.iter().copied().zip(values.iter().copied()).collect()
    }

    /// From now on the object's attributes are in this dict.
    pub fn use_dict(&mut self, handle: Handle, dict: Value) {
        let slot = self.heap.slot(handle);
        if matches!(slot.data, Data::Instance(_)) {
            let class = self.heap.shapes.class(slot.shape);
            let reserved = self.heap.shapes.get(slot.shape).reserved;
            let shape = self.dict_shape(class, reserved);
            let slot = self.heap.slot_mut(handle);
            slot.shape = shape;
            if let Data::Instance(fields) = &mut slot.data {
                fields[reserved as usize..].fill(Value::NOTHING);
            }
        }
        if let Some(dict) = dict.as_handle() {
            self.heap.slot_mut(handle).dict = dict.0;
        }
    }
}
