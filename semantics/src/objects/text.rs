//! Strings and bytes as values: making them, encoding and decoding, formatting.

use crate::data::codec::{self, Encoding, Handler};
use crate::data::error::{DataError, ErrorKind, Outcome as DataOutcome};
use crate::data::format_spec::{self, Limits};
use crate::data::int::DEFAULT_MAX_DIGITS;
use crate::data::text::{Part, Text, TextBuilder};
use crate::objects::Number;
use crate::state::{Data, Handle, Machine, Outcome, Thrown, Type, Value, names};

impl Machine {
    /// A string that is an instance of a class: `str` or derived from it.
    pub fn text_of_class(&mut self, class: Handle, text: Value) -> Value {
        if class == Type::Str.handle() {
            return text;
        }
        let text = self.text(text).cloned().unwrap_or_else(Text::empty);
        let shape = self.shape_for(class);
        self.heap.allocate(shape, Data::Str(text))
    }

    /// What formatting may produce.
    pub fn format_limits(&self) -> Limits {
        Limits { bytes: self.allowance(), max_digits: DEFAULT_MAX_DIGITS }
    }

    /// `format(value, spec)` of a number or string, also of a subclass, by the mini-language.
    pub fn format_by_spec(&mut self, value: Value, spec: Value) -> Outcome {
        let mut text = TextBuilder::default();
        let Some(given) = self.text(spec) else { return Ok(Value::NOTHING) };
        let written = self.try_writing(value, given.whole(), &mut text);
        Ok(match self.lift(written)? {
            Some(()) => self.heap.new_text(text.finish()),
            None => Value::NOTHING,
        })
    }

    /// Writes the same; `None` for another value.
    pub fn write_by_spec(
        &mut self,
        value: Value,
        spec: Part,
        out: &mut TextBuilder,
    ) -> Result<Option<()>, Thrown> {
        let written = self.try_writing(value, spec, out);
        self.lift(written)
    }

    fn try_writing(&self, value: Value, spec: Part, out: &mut TextBuilder) -> DataOutcome<Option<()>> {
        let limits = self.format_limits();
        let name = self.class_data(self.heap.class_of(value)).name;
        let name = self.text(name).map(|name| name.to_string_lossy()).unwrap_or_default();
        match (self.text(value), self.number(value)) {
            (Some(text), _) => format_spec::write_text(text, spec, &name, limits, out),
            (_, Some(Number::Int(int))) => format_spec::write_int(&int, spec, &name, limits, out),
            (_, Some(Number::Float(float))) => format_spec::write_float(float, spec, &name, limits, out),
            (_, Some(Number::Complex(complex))) => {
                format_spec::write_complex(complex, spec, &name, limits, out)
            }
            _ => return Ok(None),
        }
        .map(Some)
    }

    /// The encoding of a name given as a string, `utf-8` if it is missing.
    pub fn encoding(&mut self, name: Value, function: &str) -> Result<Encoding, Thrown> {
        let name = self.codec_argument(name, "utf-8", function, "encoding")?;
        let encoding = Encoding::from_name(&name);
        self.lift(encoding)
    }

    /// The error handler of a name given as a string, `strict` if it is missing.
    pub fn error_handler(&mut self, name: Value, function: &str) -> Result<Handler, Thrown> {
        let name = self.codec_argument(name, "strict", function, "errors")?;
        let handler = Handler::from_name(&name);
        self.lift(handler)
    }

    fn codec_argument(
        &mut self,
        name: Value,
        default: &str,
        function: &str,
        what: &str,
    ) -> Result<String, Thrown> {
        if name.is_nothing() {
            return Ok(default.to_owned());
        }
        if self.text(name).is_none() {
            let given = self.type_name(name);
            return Err(self.type_error(&format!("{function}() argument '{what}' must be str, not {given}")));
        }
        Ok(self.text_of(name))
    }

    /// The string encoded. An unknown error handler matters only where there is an error.
    pub fn encode_by_name(
        &mut self,
        text: Value,
        encoding: Encoding,
        errors: Value,
        function: &str,
    ) -> Result<Vec<u8>, Thrown> {
        match self.error_handler(errors, function) {
            Ok(handler) => self.encode_text(text, encoding, handler),
            Err(unknown) if self.text(errors).is_some() => {
                self.encode_text(text, encoding, Handler::Strict).map_err(|_| unknown)
            }
            Err(thrown) => Err(thrown),
        }
    }

    /// The bytes decoded, likewise.
    pub fn decode_by_name(
        &mut self,
        bytes: &[u8],
        encoding: Encoding,
        errors: Value,
        function: &str,
    ) -> Outcome {
        match self.error_handler(errors, function) {
            Ok(handler) => self.decode_bytes(bytes, encoding, handler),
            Err(unknown) if self.text(errors).is_some() => {
                self.decode_bytes(bytes, encoding, Handler::Strict).map_err(|_| unknown)
            }
            Err(thrown) => Err(thrown),
        }
    }

    /// The bytes decoded, as a string.
    pub fn decode_bytes(&mut self, bytes: &[u8], encoding: Encoding, handler: Handler) -> Outcome {
        match codec::decode(bytes, encoding, handler) {
            Ok(text) => Ok(self.heap.new_text(text)),
            Err(error) => {
                let object = self.heap.new_bytes(bytes);
                Err(self.codec_error(error, object))
            }
        }
    }

    /// The string encoded.
    pub fn encode_text(
        &mut self,
        text: Value,
        encoding: Encoding,
        handler: Handler,
    ) -> Result<Vec<u8>, Thrown> {
        let Some(data) = self.text(text) else { return Ok(Vec::new()) };
        let encoded = codec::encode(data, encoding, handler);
        encoded.map_err(|error| self.codec_error(error, text))
    }

    /// The exception for a failure of encoding or decoding, with all its arguments.
    pub fn codec_error(&mut self, error: DataError, object: Value) -> Thrown {
        let (class, fault) = match error.kind {
            ErrorKind::UnicodeEncodeError(fault) => (Type::UnicodeEncodeError, fault),
            ErrorKind::UnicodeDecodeError(fault) => (Type::UnicodeDecodeError, fault),
            _ => return self.data_error(error),
        };
        let encoding = self.heap.new_str(fault.encoding);
        let reason = self.heap.new_str(fault.reason);
        let (start, end) = (Value::small(fault.start as i64), Value::small(fault.end as i64));
        let parts = [encoding, object, start, end, reason];
        let thrown = self.exception_with(class, parts.to_vec());
        let attributes = [names::encoding, names::object, names::start, names::end, names::reason];
        for (name, value) in attributes.into_iter().zip(parts) {
            self.set_exception_member(thrown.0, name, value);
        }
        thrown
    }
}
