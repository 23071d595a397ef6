//! Lists, tuples, ranges and slices: positions, pieces, members.

use crate::data::int::Int;
use crate::data::range::Range as Progression;
use crate::data::slice::{self, Indices};
use crate::state::{Data, Machine, Range, Thrown, Type, Value};

impl Machine {
    /// The position that an index stands for in a sequence of some length.
    #[inline]
    pub fn position(index: i64, len: usize) -> Option<usize> {
        let position = if index < 0 { index + len as i64 } else { index };
        (0..len as i64).contains(&position).then_some(position as usize)
    }

    /// The number that an int is, or the nearest one of 64 bits.
    #[inline]
    pub fn clamped(&self, value: Value) -> Option<i64> {
        self.small_integer(value).or_else(|| self.integer(value).map(|int| int.to_i64_saturating()))
    }

    /// What a slice of ints and `None`s selects from a sequence of some length; `None` if `__index__` must be asked.
    pub fn slice_indices(&mut self, key: Value, len: usize) -> Option<Result<Indices, Thrown>> {
        let parts = self.slice_parts(key)?;
        self.indices_of(parts, len)
    }

    /// Start, stop and step of a slice object.
    pub fn slice_parts(&self, key: Value) -> Option<[Value; 3]> {
        match self.heap.get(key) {
            Some(Data::Slice(parts)) => Some(**parts),
            _ => None,
        }
    }

    /// The same as [`Machine::slice_indices`] by start, stop and step.
    pub fn indices_of(&mut self, parts: [Value; 3], len: usize) -> Option<Result<Indices, Thrown>> {
        let mut bounds = [None; 3];
        for (bound, part) in bounds.iter_mut().zip(parts) {
            if !part.is_none() {
                *bound = Some(self.clamped(part)?);
            }
        }
        let [start, stop, step] = bounds;
        Some(slice::indices(start, stop, step, len).map_err(|error| self.data_error(error)))
    }

    /// The items that a slice selects.
    pub fn picked<T: Copy>(items: &[T], indices: Indices) -> Vec<T> {
        slice::pick(items, indices.start, indices.step, indices.len())
    }

    /// The numbers of a range object.
    pub fn progression(&self, value: Value) -> Option<Progression> {
        let Some(Data::Range(range)) = self.heap.get(value) else { return None };
        let [start, stop, step] = [range.start, range.stop, range.step].map(|part| self.integer(part));
        Progression::new(start?, stop?, step?).ok()
    }

    /// A range object of these numbers.
    pub fn new_range(&mut self, range: Progression) -> Value {
        let [start, stop, step, len] =
            [range.start(), range.stop(), range.step(), range.len()].map(Int::clone);
        let range = Range {
            start: self.heap.new_integer(start),
            stop: self.heap.new_integer(stop),
            step: self.heap.new_integer(step),
            len: self.heap.new_integer(len),
        };
        self.heap.new_object(Type::Range, Data::Range(Box::new(range)))
    }

    /// Start, step and length of a range of small ints.
    #[inline]
    pub fn small_range(&self, value: Value) -> Option<(i64, i64, i64)> {
        let Some(Data::Range(range)) = self.heap.get(value) else { return None };
        Some((range.start.as_int()?, range.step.as_int()?, range.len.as_int()?))
    }

    pub fn range_hash(&self, value: Value) -> Option<i64> {
        self.progression(value).map(|range| range.hash())
    }

    pub fn equal_ranges(&self, a: Value, b: Value) -> bool {
        match (self.progression(a), self.progression(b)) {
            (Some(a), Some(b)) => a == b,
            _ => false,
        }
    }

    /// The member of a range at an index.
    pub fn range_item(&mut self, range: Value, index: Value) -> Result<Value, Thrown> {
        if let (Some((start, step, len)), Some(index)) = (self.small_range(range), index.as_int()) {
            let Some(position) = Machine::position(index, len as usize) else {
                return Err(self.index_error("range object index out of range"));
            };
            if let Some(member) =
                step.checked_mul(position as i64).and_then(|offset| offset.checked_add(start))
            {
                return Ok(self.heap.new_int(member));
            }
        }
        let (Some(range), Some(index)) = (self.progression(range), self.integer(index)) else {
            return Ok(Value::NOTHING);
        };
        match range.get(&index) {
            Ok(member) => Ok(self.heap.new_integer(member)),
            Err(error) => Err(self.data_error(error)),
        }
    }

    /// The part of a range that a slice of ints and `None`s selects, or [`Value::NOTHING`].
    pub fn range_slice(&mut self, range: Value, key: Value) -> Result<Value, Thrown> {
        let Some(Data::Slice(parts)) = self.heap.get(key) else { return Ok(Value::NOTHING) };
        let parts = **parts;
        let bounds = parts.map(|part| self.integer(part));
        if parts.iter().zip(&bounds).any(|(part, bound)| !part.is_none() && bound.is_none()) {
            return Ok(Value::NOTHING);
        }
        let Some(range) = self.progression(range) else { return Ok(Value::NOTHING) };
        let [start, stop, step] = &bounds;
        match range.slice(start.as_ref(), stop.as_ref(), step.as_ref()) {
            Ok(part) => Ok(self.new_range(part)),
            Err(error) => Err(self.data_error(error)),
        }
    }

    /// Whether an int is a member of a range.
    pub fn range_has(&self, range: Value, number: Value) -> bool {
        if let (Some((start, step, len)), Some(number)) = (self.small_range(range), number.as_int()) {
            let distance = number - start;
            return distance % step == 0 && (0..len).contains(&(distance / step));
        }
        match (self.progression(range), self.integer(number)) {
            (Some(range), Some(number)) => range.contains(&number),
            _ => false,
        }
    }

    /// `object + value` where the value is no sequence of the kind.
    #[cold]
    pub fn cannot_concatenate(&mut self, kind: &str, value: Value) -> Thrown {
        let name = self.type_name(value);
        self.type_error(&format!("can only concatenate {kind} (not \"{name}\") to {kind}"))
    }

    /// All items of a container of exactly a built-in class, in the order of iteration; `None` for anything else.
    pub fn all_items(&mut self, value: Value) -> Result<Option<Vec<Value>>, Thrown> {
        let Some(class) = self.exact_type(value) else { return Ok(None) };
        if let Some(Data::Iterator(_)) = self.heap.get(value) {
            return Ok(None);
        }
        Ok(match class {
            Type::List | Type::Tuple => Some(self.sequence_items(value).to_vec()),
            Type::Str => {
                let points: Vec<u32> =
                    self.text(value).map(|text| text.code_points().collect()).unwrap_or_default();
                self.allow(points.len() * 8)?;
                Some(points.into_iter().map(|point| self.heap.character(point)).collect())
            }
            Type::Bytes | Type::ByteArray => self
                .bytes_of(value)
                .map(|bytes| bytes.iter().map(|&byte| Value::small(byte as i64)).collect()),
            Type::Range => Some(self.range_members(value)?),
            Type::Set | Type::FrozenSet => {
                self.set_table(value).map(|set| set.iter().map(|(_, &key)| key).collect())
            }
            Type::Dict | Type::DictKeys => {
                self.table(value).map(|dict| dict.iter().map(|entry| entry.key).collect())
            }
            Type::DictValues => self.table(value).map(|dict| dict.iter().map(|entry| entry.value).collect()),
            Type::DictItems => Some(self.dict_pairs(value)),
            _ => None,
        })
    }

    /// The items of a dictionary as tuples of key and value.
    pub fn dict_pairs(&mut self, dict: Value) -> Vec<Value> {
        let pairs: Vec<[Value; 2]> = self
            .table(dict)
            .map(|dict| dict.iter().map(|entry| [entry.key, entry.value]).collect())
            .unwrap_or_default();
        pairs.into_iter().map(|pair| self.heap.new_tuple(pair)).collect()
    }

    fn range_members(&mut self, range: Value) -> Result<Vec<Value>, Thrown> {
        if let Some((start, step, len)) = self.small_range(range) {
            self.allow(len as usize * 8)?;
            return Ok((0..len).map(|at| self.heap.new_int(start + at * step)).collect());
        }
        let Some(progression) = self.progression(range) else { return Ok(Vec::new()) };
        let Some(len) = progression.len().to_i64() else {
            return Err(self.exception_with(Type::MemoryError, Vec::new()));
        };
        self.allow((len as usize).saturating_mul(8))?;
        let mut members = Vec::new();
        let mut member = progression.start().clone();
        for _ in 0..len {
            members.push(self.heap.new_integer(member.clone()));
            member = member.add(progression.step());
        }
        Ok(members)
    }
}
