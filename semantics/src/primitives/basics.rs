//! Questions about values, tuples and lists as rules need them, counting.

use crate::primitives;
use crate::state::{Data, GeneratorState, Thrown, Type, Value};

primitives! { BASICS;
    /// Whether there is a value.
    fn is_something(m, value) { Ok(Value::bool(value.is_present())) }
    /// Whether there is no value.
    fn is_nothing(m, value) { Ok(Value::bool(value.is_nothing())) }
    /// Whether the value is `None`.
    fn is_none(m, value) { Ok(Value::bool(value.is_none())) }
    /// Whether the value is `None`, or there is none.
    fn is_none_or_nothing(m, value) { Ok(Value::bool(value.is_none() || value.is_nothing())) }
    /// Whether one of the two is there.
    fn either_is_something(m, a, b) { Ok(Value::bool(a.is_present() || b.is_present())) }
    /// Whether the value is anything but `NotImplemented`.
    fn is_implemented(m, value) { Ok(Value::bool(value != Value::NOT_IMPLEMENTED)) }
    /// Whether the value is `True` or `False`.
    fn is_bool(m, value) { Ok(Value::bool(value.is_bool())) }
    /// Whether an int is 0 (or a truth value false).
    fn is_zero(m, value) { Ok(Value::bool(value == Value::ZERO || value == Value::FALSE)) }
    /// The opposite of a truth value.
    fn negation(m, truth) { Ok(Value::bool(!truth.is_true())) }
    /// Whether both are the same object.
    fn identical(m, a, b) { Ok(Value::bool(a == b)) }
    /// The value, or `None` for nothing.
    fn is_text(m, value) { Ok(Value::bool(m.text(value).is_some())) }
    /// The value, or `None` in place of nothing.
    fn or_none(m, value) { Ok(value.present().unwrap_or(Value::NONE)) }
    /// The value, or the empty string for nothing.
    fn or_empty_text(m, value) {
        Ok(match value.present() {
            Some(value) => value,
            None => m.heap.new_str(""),
        })
    }
    /// Whether there is no text, or an empty one.
    fn is_empty_text(m, value) {
        Ok(Value::bool(match m.heap.get(value) {
            Some(Data::Str(text)) => text.is_empty(),
            _ => value.is_nothing(),
        }))
    }
    /// One more.
    fn plus_one(m, count) { Ok(Value::small(count.as_int().unwrap_or(0) + 1)) }
    /// One less.
    fn minus_one(m, count) { Ok(Value::small(count.as_int().unwrap_or(0) - 1)) }

    /// The class of a value.
    fn type_of(m, value) { Ok(Value::object(m.heap.class_of(value))) }
    /// Whether the value is a tuple.
    fn is_tuple(m, value) { Ok(Value::bool(m.heap.get(value).and_then(Data::tuple).is_some())) }
    /// Whether the value is a dict, and of no subclass.
    fn is_exact_dict(m, value) {
        Ok(Value::bool(m.heap.class_of(value) == Type::Dict.handle()))
    }
    /// Whether the value is a function written in Python.
    fn is_function(m, value) { Ok(Value::bool(matches!(m.heap.get(value), Some(Data::Function(_))))) }
    /// Whether the value is a bound method.
    fn is_method(m, value) { Ok(Value::bool(matches!(m.heap.get(value), Some(Data::Method(..))))) }
    /// Whether the value is a built-in function or method.
    fn is_builtin_function(m, value) { Ok(Value::bool(matches!(m.heap.get(value), Some(Data::Builtin(_))))) }
    /// Whether the value is a class.
    fn is_class(m, value) { Ok(Value::bool(m.class(value).is_some())) }
    /// Whether the value is the class `type`.
    fn is_type_itself(m, value) { Ok(Value::bool(value == Type::Type.value())) }
    /// Whether the value is a property.
    fn is_property(m, value) { Ok(Value::bool(matches!(m.heap.get(value), Some(Data::Property(_))))) }
    /// Whether the value is a class method.
    fn is_class_method(m, value) {
        let class = m.heap.class_of(value);
        Ok(Value::bool(matches!(m.heap.get(value), Some(Data::Wrapped(_))) && m.is_subclass(class, Type::ClassMethod.handle())))
    }
    /// Whether the value is a generator.
    fn is_generator_object(m, value) { Ok(Value::bool(matches!(m.heap.get(value), Some(Data::Generator(_))))) }
    /// Whether a generator has not started yet.
    fn has_not_started(m, generator) {
        Ok(Value::bool(matches!(m.heap.get(generator), Some(Data::Generator(g)) if g.state == GeneratorState::Created)))
    }
    /// Whether a generator has finished.
    fn has_finished(m, generator) {
        Ok(Value::bool(matches!(m.heap.get(generator), Some(Data::Generator(g)) if g.state == GeneratorState::Finished)))
    }
    /// A generator that has not started never will.
    fn finish_generator(m, generator) {
        m.finish_generator(generator, Value::NONE);
        Ok(Value::NONE)
    }
    /// What a generator returned.
    fn generator_result(m, generator) {
        Ok(match m.heap.get(generator) {
            Some(Data::Generator(data)) => data.result,
            _ => Value::NONE,
        })
    }
    /// The iterator that the running generator delegates to.
    fn delegating_to(m, iterator) {
        let generator = m.frame().generator;
        if let Some(Data::Generator(data)) = m.heap.get_mut(generator) {
            data.delegate = iterator;
        }
        Ok(Value::NONE)
    }
    /// The iterator that the running generator delegates to has returned this; the generator has no use for the room of
    /// its own result yet.
    fn delegate_returned(m, value) {
        let generator = m.frame().generator;
        if let Some(Data::Generator(data)) = m.heap.get_mut(generator) {
            data.result = value;
        }
        Ok(Value::NONE)
    }
    /// What the iterator that the running generator delegates to has returned.
    fn delegate_result(m, iterator) {
        let source = match m.heap.get(iterator) {
            Some(Data::Generator(_)) => iterator,
            _ => m.frame().generator,
        };
        Ok(match m.heap.get_mut(source) {
            Some(Data::Generator(data)) => std::mem::replace(&mut data.result, Value::NONE),
            _ => Value::NONE,
        })
    }
    /// The callable inside of a class method.
    fn wrapped(m, value) {
        Ok(match m.heap.get(value) {
            Some(&Data::Wrapped(inner)) => inner,
            _ => Value::NONE,
        })
    }

    /// No arguments: the empty tuple.
    fn no_arguments(m) { Ok(m.heap.new_tuple([])) }
    /// A tuple of one.
    fn tuple1(m, a) { Ok(m.heap.new_tuple([a])) }
    /// A tuple of two.
    fn tuple2(m, a, b) { Ok(m.heap.new_tuple([a, b])) }
    /// A tuple of three.
    fn tuple3(m, a, b, c) { Ok(m.heap.new_tuple([a, b, c])) }
    /// A tuple of four.
    fn tuple4(m, a, b, c, d) { Ok(m.heap.new_tuple([a, b, c, d])) }
    /// How many items a tuple has.
    fn tuple_len(m, tuple) { Ok(Value::small(m.tuple_items(tuple).len() as i64)) }
    /// The item of a tuple at an index.
    fn tuple_item(m, tuple, index) {
        let index = index.as_int().unwrap_or(0) as usize;
        Ok(m.tuple_items(tuple).get(index).copied().unwrap_or(Value::NOTHING))
    }
    /// Whether an index is past the end of a tuple.
    fn tuple_ends(m, tuple, index) {
        Ok(Value::bool(index.as_int().unwrap_or(0) as usize >= m.tuple_items(tuple).len()))
    }
    /// A tuple with a value before its items.
    fn tuple_prepend(m, first, tuple) {
        let items = m.tuple_items(tuple);
        let mut all = Vec::with_capacity(items.len() + 1);
        all.push(first);
        all.extend_from_slice(items);
        Ok(m.heap.new_tuple(all))
    }
    /// A tuple of a list's items.
    fn tuple_of_list(m, list) {
        let items = m.list_items(list).to_vec();
        Ok(m.heap.new_tuple(items))
    }
    /// The value if it is a tuple, else a tuple of it.
    fn tuple_or_single(m, value) {
        match m.heap.get(value) {
            Some(Data::Tuple(_) | Data::Pair(_)) => Ok(value),
            _ => Ok(m.heap.new_tuple([value])),
        }
    }
    /// A new list without items.
    fn empty_list(m) { Ok(m.heap.new_list(Vec::new())) }
    /// A new list of a tuple's items.
    fn new_list(m, tuple) {
        let items = m.tuple_items(tuple).to_vec();
        Ok(m.heap.new_list(items))
    }
    /// Appends to a list that the rule made.
    fn list_append(m, list, value) {
        m.list_push(list, value);
        Ok(Value::NONE)
    }
    /// The item of a list at an index.
    fn list_item(m, list, index) {
        let index = index.as_int().unwrap_or(0) as usize;
        Ok(m.list_items(list).get(index).copied().unwrap_or(Value::NOTHING))
    }
    /// Whether an index is past the end of a list.
    fn list_ends(m, list, index) {
        Ok(Value::bool(index.as_int().unwrap_or(0) as usize >= m.list_items(list).len()))
    }
    /// Whether a list has as many items.
    fn list_has(m, list, count) {
        Ok(Value::bool(m.list_items(list).len() as i64 == count.as_int().unwrap_or(0)))
    }
    /// A new slice object; nothing stands for `None`.
    fn new_slice(m, start, stop, step) {
        let parts = [start, stop, step].map(|part| part.present().unwrap_or(Value::NONE));
        Ok(m.heap.new_object(Type::Slice, Data::Slice(Box::new(parts))))
    }
    /// The strings one after another.
    fn concatenated(m, parts) {
        let parts = m.tuple_items(parts).to_vec();
        m.concat_texts(&parts)
    }

    /// A construct for which there is no rule.
    fn unsupported(m, node, what) {
        let text = m.text_of(what);
        m.stop_unsupported(node.as_node(), &text);
        Err(Thrown(Value::NONE))
    }
}
