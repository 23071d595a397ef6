//! Sorting where no code of the program has to compare.

use crate::objects::{Number, number_order};
use crate::state::{Data, Machine, Outcome, Type, Value};
use spec::ast::Kind;
use std::cmp::Ordering;

/// `list.sort` without a key.
pub fn sort(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[list, key, reverse] = args else { return Ok(Value::NONE) };
    let Some(is_reverse) = direction(machine, key, reverse) else { return Ok(Value::NOTHING) };
    let mut items = machine.list_items(list).to_vec();
    if !machine.sort_items(&mut items, is_reverse) {
        return Ok(Value::NOTHING);
    }
    if let Some(target) = machine.list_mut(list) {
        *target = items;
    }
    Ok(Value::NONE)
}

/// `sorted` of a built-in container without a key.
pub fn sorted(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[values, key, reverse] = args else { return Ok(Value::NONE) };
    let Some(is_reverse) = direction(machine, key, reverse) else { return Ok(Value::NOTHING) };
    let Some(mut items) = machine.all_items(values)? else { return Ok(Value::NOTHING) };
    if !machine.sort_items(&mut items, is_reverse) {
        return Ok(Value::NOTHING);
    }
    Ok(machine.heap.new_list(items))
}

/// Whether to sort in descending order; `None` if there is a key, or an object must be asked for its truth.
fn direction(machine: &mut Machine, key: Value, reverse: Value) -> Option<bool> {
    if key.is_present() && !key.is_none() {
        return None;
    }
    if reverse.is_nothing() { Some(false) } else { machine.truth_value(reverse) }
}

impl Machine {
    /// Sorts values whose order no code of the program decides; `false` if there are others among them.
    pub fn sort_items(&mut self, items: &mut [Value], is_reverse: bool) -> bool {
        // Equal items keep their order also when the order is descending.
        if is_reverse {
            items.reverse();
        }
        let is_sorted = self.sort_uniform(items, |item| *item) || self.sort_mixed(items);
        if is_reverse {
            items.reverse();
        }
        is_sorted
    }

    /// Sorts by keys that are all small ints, all floats or all strings; `false` if they are not.
    fn sort_uniform<T>(&self, items: &mut [T], key: impl Fn(&T) -> Value) -> bool {
        let Some(first) = items.first().map(&key) else { return true };
        if first.is_int() && items.iter().all(|item| key(item).is_int()) {
            items.sort_by_key(|item| key(item).as_int());
            return true;
        }
        let is_ordered = |float: f64| !float.is_nan();
        if first.is_float() && items.iter().all(|item| key(item).as_float().is_some_and(is_ordered)) {
            items
                .sort_by(|a, b| key(a).as_float().partial_cmp(&key(b).as_float()).unwrap_or(Ordering::Equal));
            return true;
        }
        if items.iter().all(|item| self.exact_type(key(item)) == Some(Type::Str)) {
            items.sort_by(|a, b| self.text(key(a)).cmp(&self.text(key(b))));
            return true;
        }
        false
    }

    fn sort_mixed(&mut self, items: &mut [Value]) -> bool {
        let Some(order) = self.order_of_mixed(items) else { return false };
        let sorted: Vec<Value> = order.into_iter().map(|place| items[place]).collect();
        items.copy_from_slice(&sorted);
        true
    }

    /// The places of keys in ascending order, of equal ones the earlier first; `None` if code of the program must
    /// compare some.
    pub fn order_of(&mut self, keys: &[Value]) -> Option<Vec<usize>> {
        let mut pairs: Vec<(Value, usize)> = keys.iter().copied().zip(0..).collect();
        if self.sort_uniform(&mut pairs, |pair| pair.0) {
            return Some(pairs.into_iter().map(|pair| pair.1).collect());
        }
        self.order_of_mixed(keys)
    }

    /// The same for keys that are not all of one kind.
    fn order_of_mixed(&mut self, keys: &[Value]) -> Option<Vec<usize>> {
        if !keys.iter().all(|&key| self.has_total_order(key, 8)) {
            return None;
        }
        let mut places: Vec<usize> = (0..keys.len()).collect();
        self.merge_sort(&mut places, keys)?;
        Some(places)
    }

    /// Whether a value is a number but not NaN, a text, or a sequence of such: sorting has one result.
    fn has_total_order(&self, value: Value, depth: usize) -> bool {
        match self.heap.get(value) {
            None => value.as_float().map_or(value.is_int() || value.is_bool(), |float| !float.is_nan()),
            Some(_) if self.exact_type(value).is_none() => false,
            Some(Data::Str(_) | Data::Bytes(_) | Data::Int(_) | Data::Wide(_) | Data::Big(_)) => true,
            Some(Data::Tuple(_) | Data::Pair(_) | Data::List(_)) if depth > 0 => self
                .sequence_items(value)
                .iter()
                .all(|&item| item.is_none() || self.has_total_order(item, depth - 1)),
            _ => false,
        }
    }

    /// Sorts places by their keys, by merging, as long as all comparisons are decided.
    fn merge_sort(&mut self, places: &mut Vec<usize>, keys: &[Value]) -> Option<()> {
        let mut merged = Vec::with_capacity(places.len());
        let mut width = 1;
        while width < places.len() {
            merged.clear();
            for pair in places.chunks(2 * width) {
                let (left, right) = pair.split_at(width.min(pair.len()));
                self.merge(left, right, keys, &mut merged)?;
            }
            std::mem::swap(places, &mut merged);
            width *= 2;
        }
        Some(())
    }

    fn merge(
        &mut self,
        left: &[usize],
        right: &[usize],
        keys: &[Value],
        merged: &mut Vec<usize>,
    ) -> Option<()> {
        let (mut i, mut j) = (0, 0);
        while i < left.len() && j < right.len() {
            if self.is_less(keys[right[j]], keys[left[i]])? {
                merged.push(right[j]);
                j += 1;
            } else {
                merged.push(left[i]);
                i += 1;
            }
        }
        merged.extend_from_slice(&left[i..]);
        merged.extend_from_slice(&right[j..]);
        Some(())
    }

    /// `a < b`, if no code of the program has to be asked.
    pub fn is_less(&mut self, a: Value, b: Value) -> Option<bool> {
        if let Some((a, b)) = Value::ints(a, b) {
            return Some(a < b);
        }
        if let (Some(a), Some(b)) = (self.exact_number(a), self.exact_number(b)) {
            let is_complex = |number: &Number| matches!(number, Number::Complex(_));
            return (!is_complex(&a) && !is_complex(&b))
                .then(|| number_order(&a, &b) == Some(Ordering::Less));
        }
        self.compare_values(Kind::Lt, a, b, 0)
    }
}
