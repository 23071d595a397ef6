//! Numbers as values: between [`Value`] and the data operations on ints, floats and complex numbers.

use crate::data::complex::Complex;
use crate::data::int::Int;
use crate::state::{Data, Heap, Machine, Type, Value};
use num_bigint::BigInt;

impl Heap {
    /// An int of 64 bits.
    #[inline]
    pub fn new_int(&mut self, int: i64) -> Value {
        match Value::try_int(int) {
            Some(value) => value,
            None => self.new_object(Type::Int, Data::Int(int)),
        }
    }

    pub fn new_bigint(&mut self, int: BigInt) -> Value {
        self.new_integer(Int::from(int))
    }

    /// An int of any size.
    pub fn new_integer(&mut self, int: Int) -> Value {
        match int {
            Int::Small(small) => self.new_int(small),
            Int::Wide(wide) => self.new_object(Type::Int, Data::Wide(wide)),
            Int::Big(big) => self.new_object(Type::Int, Data::Big(big)),
        }
    }

    pub fn new_complex(&mut self, real: f64, imaginary: f64) -> Value {
        self.new_object(Type::Complex, Data::Complex(real, imaginary))
    }

    pub fn new_bytes(&mut self, bytes: impl Into<Box<[u8]>>) -> Value {
        self.new_object(Type::Bytes, Data::Bytes(bytes.into()))
    }
}

impl Machine {
    /// The number that an int, a bool, or an instance of a subclass of int is.
    #[inline]
    pub fn integer(&self, value: Value) -> Option<Int> {
        if let Some(int) = value.as_int() {
            return Some(Int::Small(int));
        }
        if value.is_bool() {
            return Some(Int::Small(value.is_true() as i64));
        }
        match self.heap.get(value)? {
            Data::Int(int) => Some(Int::Small(*int)),
            Data::Wide(wide) => Some(Int::Wide(*wide)),
            Data::Big(big) => Some(Int::Big(big.clone())),
            _ => None,
        }
    }

    /// The same if it fits 64 bits.
    #[inline]
    pub fn small_integer(&self, value: Value) -> Option<i64> {
        if let Some(int) = value.as_int() {
            return Some(int);
        }
        match self.heap.get(value) {
            Some(Data::Int(int)) => Some(*int),
            None if value.is_bool() => Some(value.is_true() as i64),
            _ => None,
        }
    }

    /// Whether the value is an int, of a subclass or not.
    pub fn is_integer(&self, value: Value) -> bool {
        value.is_int()
            || value.is_bool()
            || matches!(self.heap.get(value), Some(Data::Int(_) | Data::Wide(_) | Data::Big(_)))
    }

    /// The number that a float, or an instance of a subclass of float, is.
    #[inline]
    pub fn float(&self, value: Value) -> Option<f64> {
        match self.heap.get(value) {
            Some(Data::Float(float)) => Some(*float),
            _ => value.as_float(),
        }
    }

    pub fn complex(&self, value: Value) -> Option<Complex> {
        match self.heap.get(value) {
            Some(&Data::Complex(real, imaginary)) => Some(Complex::new(real, imaginary)),
            _ => None,
        }
    }
}
