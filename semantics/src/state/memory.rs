//! Views of the memory of bytes and bytearrays.

use super::value::Value;
use crate::data::error::{DataError, Outcome};
use crate::data::memory::Format;

/// Which bytes of which object a `memoryview` shows, and as what.
#[derive(Clone, Debug)]
pub struct MemoryView {
    /// The bytes or bytearray.
    pub exporter: Value,
    pub format: Format,
    /// Where the first item begins.
    pub start: usize,
    /// How far the items of the first dimension are apart, in bytes; only with one dimension it says something.
    pub step: i64,
    /// The number of items in each dimension. There is at least one.
    pub shape: Vec<usize>,
    pub is_readonly: bool,
    pub is_released: bool,
}

impl MemoryView {
    pub fn item_count(&self) -> usize {
        self.shape.iter().product()
    }

    pub fn byte_len(&self) -> usize {
        self.item_count() * self.format.size()
    }

    /// How many bytes the items of each dimension are apart.
    pub fn strides(&self) -> Vec<i64> {
        if self.shape.len() == 1 {
            return vec![self.step];
        }
        let mut strides = Vec::with_capacity(self.shape.len());
        let mut stride = self.format.size() as i64;
        for &count in self.shape.iter().rev() {
            strides.push(stride);
            stride *= count as i64;
        }
        strides.reverse();
        strides
    }

    /// Where the items begin, in order.
    pub fn places(&self) -> impl Iterator<Item = usize> + use<> {
        let step = if self.shape.len() == 1 { self.step } else { self.format.size() as i64 };
        let start = self.start as i64;
        (0..self.item_count() as i64).map(move |index| (start + index * step) as usize)
    }

    /// Whether the items follow one another in memory.
    pub fn is_contiguous(&self) -> bool {
        self.shape.len() > 1 || self.step == self.format.size() as i64 || self.shape[0] <= 1
    }

    /// The same bytes as items of another format, in a shape.
    pub fn cast(&self, format: &str, shape: Option<Vec<usize>>) -> Outcome<MemoryView> {
        if !self.is_contiguous() {
            return Err(DataError::type_error("memoryview: casts are restricted to C-contiguous views"));
        }
        let Some(new) = Format::named(format) else {
            let message = "memoryview: destination format must be a native single character format prefixed with an \
                           optional '@'";
            return Err(DataError::value_error(message));
        };
        if !self.format.is_byte() && !new.is_byte() {
            return Err(DataError::type_error("memoryview: cannot cast between two non-byte formats"));
        }
        let len = self.byte_len();
        if !len.is_multiple_of(new.size()) {
            return Err(DataError::type_error("memoryview: length is not a multiple of itemsize"));
        }
        let shape = shape.unwrap_or_else(|| vec![len / new.size()]);
        if shape.len() > 1 && self.shape.len() > 1 {
            return Err(DataError::type_error("memoryview: cast must be 1D -> ND or ND -> 1D"));
        }
        let items = shape.iter().try_fold(1usize, |product, &count| product.checked_mul(count));
        if shape.is_empty() || items.and_then(|items| items.checked_mul(new.size())) != Some(len) {
            return Err(DataError::type_error("memoryview: product(shape) * itemsize != buffer size"));
        }
        Ok(MemoryView { format: new, step: new.size() as i64, shape, ..self.clone() })
    }
}
