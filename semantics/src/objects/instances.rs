//! Making instances of built-in classes and of classes derived from them, for `__new__`.

use crate::data::complex::Complex;
use crate::data::int::Int;
use crate::state::{Data, Handle, Machine, Type, Value};

impl Machine {
    /// The first argument of a `__new__`: binding has checked that it is a class, and which.
    pub fn class_for_new(&self, class: Value) -> Handle {
        match class.as_handle() {
            Some(handle) if self.class(class).is_some() => handle,
            _ => unreachable!("`__new__` is bound to a class"),
        }
    }

    /// An int of a class.
    pub fn int_of_class(&mut self, class: Handle, int: Int) -> Value {
        if class == Type::Int.handle() {
            return self.heap.new_integer(int);
        }
        let data = match int {
            Int::Small(small) => Data::Int(small),
            Int::Wide(wide) => Data::Wide(wide),
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
