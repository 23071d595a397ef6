//! Conversions: what the protocols of truth, length, hash, index and text ask.

use crate::data::hash;
use crate::data::text::{Text, TextBuilder, write_escape};
use crate::primitives;
use crate::state::{Data, Machine, Outcome, Thrown, Type, Value, names};

impl Machine {
    /// The truth of a value, if it is certain without running code of the program.
    #[inline]
    pub fn truth_value(&mut self, value: Value) -> Option<bool> {
        if let Some(int) = value.as_int() {
            return Some(int != 0);
        }
        if let Some(float) = value.as_float() {
            return Some(float != 0.0);
        }
        if !value.is_object() {
            return Some(value != Value::NONE && value != Value::FALSE && value.is_present());
        }
        let class = self.heap.class_of(value);
        let has_own_data = match (self.builtin_type(class).is_some(), self.heap.get(value)?) {
            (true, Data::Int(int)) => Some(*int != 0),
            (true, Data::Wide(_) | Data::Big(_)) => Some(true),
            (true, Data::Complex(real, imaginary)) => Some(*real != 0.0 || *imaginary != 0.0),
            _ => self.length(value).map(|len| len != 0),
        };
        if has_own_data.is_some() {
            return has_own_data;
        }
        let decides = self.lookup(class, names::__bool__).is_present()
            || self.lookup(class, names::__len__).is_present();
        if decides { None } else { Some(true) }
    }

    /// The length of a container of exactly a built-in type.
    #[inline]
    pub fn length(&self, value: Value) -> Option<usize> {
        let class = self.heap.class_of(value);
        self.builtin_type(class)?;
        match self.heap.get(value)? {
            Data::Str(text) => Some(text.len()),
            Data::List(items) => Some(items.len()),
            Data::Tuple(items) => Some(items.len()),
            Data::Pair(items) => Some(items.len()),
            Data::Dict(dict) => Some(dict.len()),
            Data::Set(set) => Some(set.len()),
            Data::Bytes(bytes) => Some(bytes.len()),
            Data::ByteArray(bytes) => Some(bytes.len()),
            Data::Range(range) => range.len.as_int().map(|len| len as usize),
            Data::DictView(dict) => self.dict(*dict).map(|dict| dict.len()),
            _ => None,
        }
    }

    /// The int that a value is, without the class of a subclass.
    pub fn plain_int(&mut self, value: Value) -> Option<Value> {
        if value.is_int() {
            return Some(value);
        }
        if self.is_exact(value, Type::Int) {
            return Some(value);
        }
        let int = self.integer(value)?;
        Some(self.heap.new_integer(int))
    }

    /// `str(value)`, if it is certain without running code of the program.
    pub fn str_value(&mut self, value: Value) -> Outcome {
        if let Some(int) = value.as_int() {
            return Ok(self.heap.new_text(Text::of_int(int)));
        }
        if self.is_exact(value, Type::Str) {
            return Ok(value);
        }
        let class = self.heap.class_of(value);
        let is_bytes = matches!(self.exact_type(value), Some(Type::Bytes | Type::ByteArray));
        if !value.is_object() || is_bytes || self.inherits_from_object(class, names::__str__) {
            return self.repr_text(value);
        }
        Ok(Value::NOTHING)
    }

    /// `repr(value)` as a value, if it is certain without running code of the program.
    pub fn repr_text(&mut self, value: Value) -> Outcome {
        Ok(match self.repr_value(value)? {
            Some(text) => self.heap.new_text(text),
            None => Value::NOTHING,
        })
    }

    /// The string with escapes for all that is not ASCII.
    pub fn ascii_text(&mut self, text: Value) -> Value {
        let Some(data) = self.text(text).filter(|data| !data.is_ascii()) else { return text };
        let mut escaped = TextBuilder::with_capacity(data.len());
        for point in data.code_points() {
            if point < 0x80 { escaped.push(point) } else { write_escape(point, &mut escaped) }
        }
        self.heap.new_text(escaped.finish())
    }

    /// `format(value, spec)`, if it is certain without running code of the program.
    pub fn format_value(&mut self, value: Value, spec: Value) -> Outcome {
        let is_empty = spec.is_nothing() || self.text(spec).is_some_and(|spec| spec.is_empty());
        let class = self.heap.class_of(value);
        if class == Type::Str.handle() || self.is_exact_number(value) {
            if is_empty {
                return self.str_value(value);
            }
            return self.format_by_spec(value, spec);
        }
        if is_empty && self.inherits_from_object(class, names::__format__) {
            return self.str_value(value);
        }
        Ok(Value::NOTHING)
    }

    /// `str(value, encoding, errors)`.
    pub fn decoded_text(&mut self, value: Value, encoding: Value, errors: Value) -> Outcome {
        let encoding = self.encoding(encoding, "str")?;
        if let Some(bytes) = self.bytes_of(value) {
            let bytes = bytes.to_vec();
            return self.decode_by_name(&bytes, encoding, errors, "str");
        }
        if self.text(value).is_some() {
            return Err(self.type_error("decoding str is not supported"));
        }
        let name = self.type_name(value);
        Err(self.type_error(&format!("decoding to str: need a bytes-like object, {name} found")))
    }

    /// A type error that names the class of a value between two texts.
    #[cold]
    fn wrong_type(&mut self, before: &str, value: Value, after: &str) -> Thrown {
        let name = self.type_name(value);
        self.type_error(&format!("{before}{name}{after}"))
    }
}

primitives! { CONVERSIONS;
    /// The truth of a value of a built-in type, or of one without `__bool__` and `__len__`.
    fn truth_builtin(m, value) { Ok(m.truth_value(value).map_or(Value::NOTHING, Value::bool)) }
    /// The exception that `__bool__` returned something else.
    fn bool_returned(m, answer) { Ok(m.wrong_type("__bool__ should return bool, returned ", answer, "").0) }
    /// The length of a container of a built-in type.
    fn len_builtin(m, value) {
        Ok(m.length(value).map_or(Value::NOTHING, |len| Value::small(len as i64)))
    }
    /// The exception that a value has no length.
    fn no_len(m, value) { Ok(m.wrong_type("object of type '", value, "' has no len()").0) }
    /// A length from an int, which must not be negative.
    fn length_of_int(m, int) {
        match m.small_integer(int) {
            Some(len) if len >= 0 => Ok(m.heap.new_int(len)),
            Some(_) => Err(m.value_error("__len__() should return >= 0")),
            None if m.integer(int).is_some_and(|int| int.is_negative()) => {
                Err(m.value_error("__len__() should return >= 0"))
            }
            None => Err(m.overflow_error("cannot fit 'int' into an index-sized integer")),
        }
    }
    /// The hash of a value of a built-in type, or of one whose class has the hash of `object`.
    fn hash_builtin(m, value) {
        Ok(match m.hash_value(value, 0) {
            Some(hash) => m.heap.new_int(hash),
            None => Value::NOTHING,
        })
    }
    /// The exception that a value can't be hashed.
    fn unhashable(m, value) { Ok(m.wrong_type("unhashable type: '", value, "'").0) }
    /// The hash that an int stands for.
    fn hash_of_int(m, int) {
        if let Some(hash) = m.small_integer(int) {
            return Ok(m.heap.new_int(if hash == -1 { -2 } else { hash }));
        }
        match m.integer(int) {
            Some(int) => Ok(m.heap.new_int(int.hash())),
            None => Err(m.type_error("__hash__ method should return an integer")),
        }
    }
    /// The hash of a tuple whose items have these hashes.
    fn combined_hash(m, hashes) {
        let hashes: Vec<i64> = m.list_items(hashes).iter().map(|&hash| m.small_integer(hash).unwrap_or(0)).collect();
        Ok(m.heap.new_int(hash::of_tuple(hashes.into_iter())))
    }
    /// The int that a value is, also of a subclass.
    fn index_builtin(m, value) { Ok(m.plain_int(value).unwrap_or(Value::NOTHING)) }
    /// What `__index__` gave, which must be an int.
    fn checked_index(m, answer) {
        match m.plain_int(answer) {
            Some(int) => Ok(int),
            None => Err(m.wrong_type("__index__ returned non-int (type ", answer, ")")),
        }
    }
    /// The exception that a value is no int.
    fn not_an_integer(m, value) {
        Ok(m.wrong_type("'", value, "' object cannot be interpreted as an integer").0)
    }
    /// The float that a value is, or that its int is equal to. Nothing if it has to be asked.
    fn real_builtin(m, value) {
        if let Some(float) = m.float(value) {
            return Ok(Value::float(float));
        }
        let is_plain = value.is_bool() || m.is_exact(value, Type::Int);
        match m.integer(value).filter(|_| is_plain) {
            Some(int) => Ok(Value::float(m.lift(int.to_f64())?)),
            None => Ok(Value::NOTHING),
        }
    }
    /// What `__float__` gave, which must be a float.
    fn checked_real(m, value, answer) {
        if let Some(float) = m.float(answer) {
            return Ok(Value::float(float));
        }
        let (class, given) = (m.type_name(value), m.type_name(answer));
        Err(m.type_error(&format!("{class}.__float__ returned non-float (type {given})")))
    }
    /// The exception that a value is no number.
    fn not_a_real(m, value) { Ok(m.wrong_type("must be real number, not ", value, "").0) }
    /// The text of `str(x)` for a value of a built-in type, or of one whose class has the texts of `object`.
    fn str_builtin(m, value) { m.str_value(value) }
    /// The text of `repr(x)`, likewise.
    fn repr_builtin(m, value) { m.repr_text(value) }
    /// What `__str__`, `__repr__` or `__format__` gave, which must be a string.
    fn checked_text(m, answer, method) {
        if m.text(answer).is_some() {
            return Ok(answer);
        }
        let method = m.text_of(method);
        if method == "__format__" {
            return Err(m.wrong_type("__format__ must return a str, not ", answer, ""));
        }
        Err(m.wrong_type(&format!("{method} returned non-string (type "), answer, ")"))
    }
    /// The string with escapes for all that is not ASCII.
    fn ascii_of_text(m, text) { Ok(m.ascii_text(text)) }
    /// The text of `format(x, spec)` for a value of a built-in type.
    fn format_builtin(m, value, spec) { m.format_value(value, spec) }
    /// The exception that a class understands no format specification.
    fn no_format_spec(m, value) {
        Ok(m.wrong_type("unsupported format string passed to ", value, ".__format__").0)
    }
    /// A string of a class derived from `str`.
    fn text_of_class(m, class, text) {
        Ok(class.as_handle().map_or(text, |class| m.text_of_class(class, text)))
    }
    /// Bytes as a string, in an encoding.
    fn decoded(m, value, encoding, errors) { m.decoded_text(value, encoding, errors) }
}
