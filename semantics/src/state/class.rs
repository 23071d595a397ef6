//! Classes.

use super::dict::Dict;
use super::shape::ShapeId;
use super::types::Type;
use super::value::{Handle, Value};
use std::cell::Cell;

/// A class object's data. Its own attributes are in `attributes`, under interned names.
#[derive(Clone, Debug)]
pub struct Class {
    pub name: Value,
    pub qualified_name: Value,
    pub bases: Vec<Value>,
    /// The method resolution order, the class itself first.
    pub mro: Vec<Handle>,
    pub attributes: Dict,
    /// The direct subclasses that are known.
    pub subclasses: Vec<Handle>,
    /// The shape of a new instance.
    pub instance_shape: ShapeId,
    /// The built-in class that decides what instances consist of: `list` for a subclass of `list`.
    pub layout: Type,
    /// Whether instances have a `__dict__`.
    pub has_dict: bool,
    /// How many fields `__slots__` reserve, those of base classes included.
    pub reserved: u16,
    /// The fields that instances have come to have: new ones get room for as many.
    pub field_hint: u16,
    /// One of the language's own classes, whose attributes can't be set.
    pub is_builtin: bool,
    /// Whether `__eq__` is that of the layout, and the epoch in which that was found out.
    pub has_plain_equality: Cell<(u32, bool)>,
    /// Whether it may be subclassed.
    pub is_final: bool,
}

impl Class {
    pub fn for_each_value(&self, visit: &mut impl FnMut(Value)) {
        visit(self.name);
        visit(self.qualified_name);
        self.bases.iter().copied().for_each(&mut *visit);
        self.mro.iter().for_each(|&class| visit(Value::object(class)));
        self.subclasses.iter().for_each(|&class| visit(Value::object(class)));
        for entry in self.attributes.iter() {
            visit(entry.key);
            visit(entry.value);
        }
    }
}
