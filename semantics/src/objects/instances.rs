//! Making instances of built-in classes and of classes derived from them, for `__new__`.

use crate::data::complex::Complex;
use crate::data::int::Int;
use crate::state::{Data, Handle, Machine, Thrown, Type, Value};

impl Machine {
    /// The first argument of a `__new__`: a class derived from the built-in one.
    pub fn class_for_new(&mut self, class: Value, base: Type) -> Result<Handle, Thrown> {
        if class == Value::object(base.handle()) {
            return Ok(base.handle());
        }
        self.class_for_new_slowly(class, base)
    }

    fn class_for_new_slowly(&mut self, class: Value, base: Type) -> Result<Handle, Thrown> {
        let owner = base.name();
        let Some(handle) = class.as_handle().filter(|_| self.class(class).is_some()) else {
            let message = format!("{owner}.__new__(X): X is not a type object ({})", self.type_name(class));
            return Err(self.type_error(&message));
        };
        let (name, layout) = (self.class_name(handle), self.class_data(handle).layout);
        if !self.is_subclass(handle, base.handle()) {
            let message = format!("{owner}.__new__({name}): {name} is not a subtype of {owner}");
            return Err(self.type_error(&message));
        }
        if layout != base {
            let message = format!("{owner}.__new__({name}) is not safe, use {}.__new__()", layout.name());
            return Err(self.type_error(&message));
        }
        Ok(handle)
    }

    /// An int of a class.
    pub fn int_of_class(&mut self, class: Handle, int: Int) -> Value {
        if class == Type::Int.handle() {
            return self.heap.new_integer(int);
        }
        let data = match int {
            Int::Small(small) => Data::Int(small),
            Int::Big(big) => Data::Big(big),
        };
        let shape = self.shape_for(class);
        self.heap.allocate(shape, data)
    }

    /// A float of a class.
    pub fn float_of_class(&mut self, class: Handle, float: f64) -> Value {
        if class == Type::Float.handle() {
            return Value::float(float);
        }
        let shape = self.shape_for(class);
        self.heap.allocate(shape, Data::Float(float))
    }

    /// A complex number of a class.
    pub fn complex_of_class(&mut self, class: Handle, complex: Complex) -> Value {
        let shape = self.shape_for(class);
        self.heap.allocate(shape, Data::Complex(complex.real, complex.imaginary))
    }

    /// Bytes of a class.
    pub fn bytes_of_class(&mut self, class: Handle, bytes: Vec<u8>) -> Value {
        let shape = self.shape_for(class);
        self.heap.allocate(shape, Data::Bytes(bytes.into()))
    }

    /// A bytearray of a class.
    pub fn bytearray_of_class(&mut self, class: Handle, bytes: Vec<u8>) -> Value {
        let shape = self.shape_for(class);
        self.heap.allocate(shape, Data::ByteArray(bytes.into()))
    }
}
