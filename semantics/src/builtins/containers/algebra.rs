//! The operations on sets, as long as no code of the program has to compare items.

use crate::data::set_table::SetTable;
use crate::objects::dicts::Found;
use crate::state::{Machine, Thrown, Type, Value};
use std::cell::Cell;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operation {
    Union,
    Intersection,
    Difference,
    Symmetric,
}

impl Machine {
    /// The items of a built-in container with their hashes; `None` if code of the program must give items or hashes.
    pub fn hashed_items(&mut self, value: Value) -> Result<Option<Vec<(i64, Value)>>, Thrown> {
        if let Some(set) = self.set_table(value) {
            return Ok(Some(set.iter().map(|(hash, &key)| (hash, key)).collect()));
        }
        if self.is_exact(value, Type::Dict)
            && let Some(dict) = self.dict(value)
        {
            return Ok(Some(dict.iter().map(|entry| (entry.hash, entry.key)).collect()));
        }
        let Some(items) = self.all_items(value)? else { return Ok(None) };
        Ok(items.into_iter().map(|item| Some((self.key_hash(item)?, item))).collect())
    }

    /// Runs an operation that compares items; `None` if code of the program has to compare some.
    fn comparing<T>(&self, operate: impl FnOnce(&dyn Fn(&Value, &Value) -> bool) -> T) -> Option<T> {
        let is_unknown = Cell::new(false);
        let result = operate(&|&a, &b| {
            self.key_equal(a, b).unwrap_or_else(|| {
                is_unknown.set(true);
                false
            })
        });
        (!is_unknown.get()).then_some(result)
    }

    /// A set combined with the items of another container.
    pub fn set_operation(
        &mut self,
        mut table: SetTable<Value>,
        other: Value,
        operation: Operation,
    ) -> Result<Option<SetTable<Value>>, Thrown> {
        if self.set_table(other).is_none() {
            let Some(items) = self.hashed_items(other)? else { return Ok(None) };
            let is_dict = self.is_exact(other, Type::Dict);
            return Ok(self.comparing(|is_equal| combine(table, &items, is_dict, operation, is_equal)));
        }
        let Some(other) = self.set_table(other) else { return Ok(None) };
        Ok(self.comparing(|is_equal| match operation {
            Operation::Union => {
                table.update(other, is_equal);
                table
            }
            Operation::Intersection => table.intersection(other, is_equal),
            Operation::Difference => table.difference(other, is_equal),
            Operation::Symmetric => table.symmetric_difference(other, is_equal),
        }))
    }

    /// Changes a set by the items of another container; `false` if code of the program must compare items. Where
    /// something has been changed then already, doing it again does no harm.
    pub fn try_set_change(&mut self, set: Value, other: Value, operation: Operation) -> Result<bool, Thrown> {
        if set == other && operation != Operation::Intersection {
            self.take_set(set);
            return Ok(true);
        }
        if operation == Operation::Difference {
            return self.try_set_difference(set, other);
        }
        let Some(table) = self.set_table(set).cloned() else { return Ok(false) };
        let result = match (operation, self.set_table(other)) {
            (Operation::Symmetric, Some(other)) => self.comparing(|is_equal| {
                let mut table = table;
                table.symmetric_difference_update(other, is_equal);
                table
            }),
            _ => self.set_operation(table, other, operation)?,
        };
        let Some(result) = result else { return Ok(false) };
        self.put_set(set, result);
        Ok(true)
    }

    fn try_set_difference(&mut self, set: Value, other: Value) -> Result<bool, Thrown> {
        let Some(items) = self.hashed_items(other)? else { return Ok(false) };
        for (hash, item) in items {
            let Some(table) = self.set_table(set) else { return Ok(false) };
            match self.find_in_set(table, item, hash) {
                Found::At(index) => self.remove_entry(set, index),
                Found::Absent => Value::NONE,
                Found::Ask => return Ok(false),
            };
        }
        if let Some(table) = self.set_table_mut(set) {
            table.shrink_after_difference();
        }
        Ok(true)
    }

    /// Adds the items of a built-in container to a set; `false` as soon as code of the program must be asked.
    pub fn try_set_update(&mut self, set: Value, values: Value) -> Result<bool, Thrown> {
        if self.set_table(values).is_some() {
            return Ok(self.try_set_union(set, values));
        }
        let Some(items) = self.all_items(values)? else { return Ok(false) };
        let is_dict = self.is_exact(values, Type::Dict);
        if let Some(table) = self.set_table_mut(set)
            && is_dict
        {
            table.reserve_for_update(items.len());
        }
        Ok(items.into_iter().all(|item| self.try_set_add(set, item)))
    }
}

/// An operation whose right side is no set: its items are taken one after another.
fn combine(
    mut table: SetTable<Value>,
    items: &[(i64, Value)],
    is_dict: bool,
    operation: Operation,
    is_equal: &dyn Fn(&Value, &Value) -> bool,
) -> SetTable<Value> {
    match operation {
        Operation::Union => {
            if is_dict {
                table.reserve_for_update(items.len());
            }
            for &(hash, item) in items {
                table.add(hash, item, is_equal);
            }
            table
        }
        Operation::Intersection => {
            let mut result = SetTable::default();
            for &(hash, item) in items {
                if table.find(hash, |other| is_equal(other, &item)).is_some() {
                    result.add(hash, item, is_equal);
                }
            }
            result
        }
        Operation::Difference => {
            for (hash, item) in items {
                table.discard(*hash, item, is_equal);
            }
            table.shrink_after_difference();
            table
        }
        Operation::Symmetric => {
            let mut result = combine(SetTable::default(), items, is_dict, Operation::Union, is_equal);
            result.symmetric_difference_update(&table, is_equal);
            result
        }
    }
}
