//! `+` and `*` of the built-in sequences.

use crate::data::text::TextBuilder;
use crate::state::{Data, Machine, Outcome, Thrown, Type, Value};

/// For so many bytes there is always room.
const SMALL: usize = 1 << 16;

impl Machine {
    /// Strings one after another, as one string.
    pub fn concat_texts(&mut self, parts: &[Value]) -> Outcome {
        self.concat_parts(parts.len(), |_, index| parts[index])
    }

    /// The same for strings in the thread's slots.
    pub fn concat_slots(&mut self, first: usize, count: usize) -> Outcome {
        self.concat_parts(count, |machine, index| machine.thread.slots[first + index])
    }

    fn concat_parts(&mut self, count: usize, part: impl Fn(&Machine, usize) -> Value) -> Outcome {
        if count == 1 {
            return Ok(part(self, 0));
        }
        let len_of =
            |machine: &Machine, index| machine.text(part(machine, index)).map_or(0, |text| text.len());
        let len: usize = (0..count).map(|index| len_of(self, index)).sum();
        self.allow(len.saturating_mul(4))?;
        let mut result = TextBuilder::with_capacity(len);
        for index in 0..count {
            if let Some(text) = self.text(part(self, index)) {
                result.push_text(text);
            }
        }
        Ok(self.heap.new_text(result.finish()))
    }

    /// `a + b` for two strings of no subclass; otherwise [`Value::NOTHING`].
    #[inline]
    pub fn concat_strings(&mut self, a: Value, b: Value) -> Outcome {
        let (Some(left), Some(right)) = (self.exact_text(a), self.exact_text(b)) else {
            return Ok(Value::NOTHING);
        };
        if left.is_empty() || right.is_empty() {
            return Ok(if left.is_empty() { b } else { a });
        }
        let size = left.outside() + right.outside();
        if size < SMALL {
            let text = left.concat(right);
            return Ok(self.heap.new_text(text));
        }
        self.allow(size)?;
        let text = match (self.text(a), self.text(b)) {
            (Some(left), Some(right)) => left.concat(right),
            _ => return Ok(Value::NOTHING),
        };
        Ok(self.heap.new_text(text))
    }

    /// `a + b` for two strings, two bytes objects, two lists or two tuples; otherwise [`Value::NOTHING`].
    pub fn concat_sequences(&mut self, a: Value, b: Value) -> Outcome {
        let (Some(left), Some(right)) = (self.heap.get(a), self.heap.get(b)) else {
            return Ok(Value::NOTHING);
        };
        let size = left.bytes().saturating_add(right.bytes());
        match (left, right) {
            (Data::Str(_), Data::Str(_))
            | (Data::List(_), Data::List(_))
            | (Data::Tuple(_) | Data::Pair(_), Data::Tuple(_) | Data::Pair(_)) => {}
            (
                Data::Bytes(_) | Data::ByteArray(_),
                Data::Bytes(_) | Data::ByteArray(_) | Data::MemoryView(_),
            ) => {}
            _ => return Ok(Value::NOTHING),
        }
        self.allow(size)?;
        let (Some(left), Some(right)) = (self.heap.get(a), self.heap.get(b)) else {
            return Ok(Value::NOTHING);
        };
        Ok(match (left, right) {
            (Data::Str(left), Data::Str(right)) => {
                let text = left.concat(right);
                self.heap.new_text(text)
            }
            (Data::List(left), Data::List(right)) => {
                let items = [left.as_slice(), right.as_slice()].concat();
                self.heap.new_list(items)
            }
            (Data::ByteArray(left), _) => {
                let bytes = [left.as_slice(), self.bytes_of(b).unwrap_or_default()].concat();
                self.heap.new_object(Type::ByteArray, Data::ByteArray(bytes.into()))
            }
            (Data::Bytes(left), _) => {
                let bytes = [&left[..], self.bytes_of(b).unwrap_or_default()].concat();
                self.heap.new_bytes(bytes)
            }
            _ => match (left.tuple(), right.tuple()) {
                (Some(left), Some(right)) => {
                    let items = [left, right].concat();
                    self.heap.new_tuple(items)
                }
                _ => Value::NOTHING,
            },
        })
    }

    /// Whether the value consists of items that `*` can repeat.
    pub fn is_repeatable(&self, value: Value) -> bool {
        matches!(
            self.heap.get(value),
            Some(
                Data::Str(_)
                    | Data::Bytes(_)
                    | Data::ByteArray(_)
                    | Data::List(_)
                    | Data::Tuple(_)
                    | Data::Pair(_)
            )
        )
    }

    /// The number of repetitions that an int stands for; a negative one means none.
    pub fn repetitions(&mut self, times: Value) -> Result<usize, Thrown> {
        match self.small_integer(times) {
            Some(times) => Ok(times.max(0) as usize),
            None => Err(self.overflow_error("cannot fit 'int' into an index-sized integer")),
        }
    }

    /// `sequence * times` for a built-in sequence and an int.
    pub fn repeat_sequence(&mut self, sequence: Value, times: Value) -> Outcome {
        let times = self.repetitions(times)?;
        let Some(data) = self.heap.get(sequence) else { return Ok(Value::NOTHING) };
        let (len, size) = match data {
            Data::Str(text) => (text.len(), text.byte_size()),
            Data::Bytes(bytes) => (bytes.len(), bytes.len()),
            Data::ByteArray(bytes) => (bytes.len(), bytes.len()),
            Data::List(items) => (items.len(), items.len() * 8),
            _ => match data.tuple() {
                Some(items) => (items.len(), items.len() * 8),
                None => return Ok(Value::NOTHING),
            },
        };
        if matches!(data, Data::Str(_)) && len > 0 && times > i64::MAX as usize / len {
            return Err(self.overflow_error("repeated string is too long"));
        }
        self.allow(size.saturating_mul(times))?;
        // An empty sequence can be repeated so often that counting to it would take forever.
        let times = if len == 0 { 0 } else { times };
        self.repeat_checked(sequence, times)
    }

    fn repeat_checked(&mut self, sequence: Value, times: usize) -> Outcome {
        Ok(match self.heap.get(sequence) {
            Some(Data::Str(text)) => {
                if times == 1 && self.is_exact(sequence, Type::Str) {
                    return Ok(sequence);
                }
                let text = text.repeat(times as i64, usize::MAX);
                let text = self.lift(text)?;
                self.heap.new_text(text)
            }
            Some(Data::Bytes(bytes)) => {
                if times == 1 && self.is_exact(sequence, Type::Bytes) {
                    return Ok(sequence);
                }
                let bytes = bytes.repeat(times);
                self.heap.new_bytes(bytes)
            }
            Some(Data::ByteArray(bytes)) => {
                let bytes = bytes.repeat(times);
                self.heap.new_object(Type::ByteArray, Data::ByteArray(bytes.into()))
            }
            Some(Data::List(items)) => {
                let items = items.repeat(times);
                self.heap.new_list(items)
            }
            Some(data) => match data.tuple() {
                Some(_) if times == 1 && self.is_exact(sequence, Type::Tuple) => sequence,
                Some(items) => {
                    let items = items.repeat(times);
                    self.heap.new_tuple(items)
                }
                None => Value::NOTHING,
            },
            None => Value::NOTHING,
        })
    }
}
