//! Primitives that changed rules apply.

use semantics::primitives as own;
use semantics::rules::language::{Operation, Transfer};
use semantics::state::{Data, Machine, Thrown, Type, Value};

semantics::primitives! { EXTRA;
    /// A tuple or dictionary in the opposite order; anything else as it is.
    fn reversed(m, value) {
        match m.heap.get(value) {
            Some(Data::Tuple(_) | Data::Pair(_)) => {
                let items = m.tuple_items(value);
                let items: Vec<Value> = items.iter().rev().copied().collect();
                Ok(m.heap.new_tuple(items))
            }
            Some(Data::Dict(dict)) => {
                let entries: Vec<_> = dict.iter().rev().copied().collect();
                let result = m.heap.new_dict();
                for entry in entries {
                    m.dict_insert_new(result, entry.key, entry.hash, entry.value);
                }
                Ok(result)
            }
            _ => Ok(value),
        }
    }

    /// A comprehension's variables start, but cells that it had stay.
    fn start_scope_once(m, node) {
        let program = m.program.clone();
        let base = m.frame().base as usize;
        let had_cells = program.scopes.inlined(node.as_node()).cells.iter().any(|&slot| {
            matches!(m.heap.get(m.thread.slots[base + slot as usize]), Some(Data::Cell(_)))
        });
        if had_cells { Ok(Value::NONE) } else { original(own::start_scope(), m, &[node]) }
    }

    /// A function whose closure has copies of the cells.
    fn make_function_with_copies(m, node, defaults, named, annotations) {
        let function = original(own::make_function(), m, &[node, defaults, named, annotations])?;
        let Some(Data::Function(data)) = m.heap.get(function) else { return Ok(function) };
        let cells = m.tuple_items(data.closure).to_vec();
        let mut copies = Vec::new();
        for cell in cells {
            let content = m.heap.get(cell).cloned().unwrap_or(Data::Cell(Value::NOTHING));
            copies.push(m.heap.new_object(Type::Cell, content));
        }
        let closure = m.heap.new_tuple(copies);
        if let Some(Data::Function(data)) = m.heap.get_mut(function) {
            data.closure = closure;
        }
        Ok(function)
    }

    /// Whether an exception is an instance of this very class, or of one in a tuple.
    fn matches_exactly(m, exception, class) {
        let own = Value::object(m.heap.class_of(exception));
        Ok(Value::bool(own == class || m.tuple_items(class).contains(&own)))
    }

    /// The last key of a dictionary takes the place of another one, which becomes the last.
    fn move_last_key(m, container, key) {
        if !m.is_exact(container, Type::Dict) {
            return Ok(Value::NONE);
        }
        let Some(dict) = m.dict_mut(container) else { return Ok(Value::NONE) };
        let mut entries: Vec<_> = dict.iter().copied().collect();
        if let Some(at) = entries.iter().position(|entry| entry.key == key) {
            let last = entries.len() - 1;
            entries.swap(at, last);
            dict.clear();
            for entry in entries {
                dict.insert_new(entry.hash, entry.key, entry.value);
            }
        }
        Ok(Value::NONE)
    }
}

/// `resume`, where a generator's exception should be thrown.
pub fn resume() -> &'static Operation {
    static RESUME: Operation = Operation::Transfer(Transfer::Resume);
    &RESUME
}

/// What a primitive of the rules does.
fn original(operation: &'static Operation, machine: &mut Machine, inputs: &[Value]) -> Result<Value, Thrown> {
    match operation {
        Operation::Primitive(primitive) => (primitive.run)(machine, inputs),
        other => unreachable!("{} is no primitive", other.name()),
    }
}
