//! Iterators that are built out of others: the built-in ones and those of `itertools`.

use super::iterators::itself;
use super::sequences::class_getitem;
use crate::protocols;
use crate::state::{Builtin, Composite, Machine, Outcome, Type, Value, names};

pub fn tables() -> Vec<&'static [Builtin]> {
    vec![
        CALLABLE,
        ENUMERATE,
        FILTER,
        MAP,
        REVERSED,
        ZIP,
        ACCUMULATE,
        BATCHED,
        CHAIN,
        COMBINATIONS,
        MULTISETS,
        COMPRESS,
        COUNT,
        CYCLE,
        DROPWHILE,
        FILTERFALSE,
        ISLICE,
        PAIRWISE,
        PERMUTATIONS,
        PRODUCT,
        REPEAT,
        STARMAP,
        TAKEWHILE,
        ZIP_LONGEST,
    ]
}

macro_rules! composites {
    ($($table:ident $owner:literal { $($name:literal $signature:literal $how:ident($($work:tt)*) $doc:literal;)* })*) => {$(
        builtins! { $table, $owner;
            "__iter__" "self, /" leaf(itself) "The iterator itself.";
            "__next__" "self, /" rule(protocols::composite_next) "The next item; StopIteration at the end.";
            $($name $signature $how($($work)*) $doc;)*
        }
    )*};
}

composites! {
    CALLABLE "callable_iterator" {}
    ENUMERATE "enumerate" {
        "__new__" "cls, iterable, start:index=" leaf_or(new_enumerate, "enumerate_new") "Pairs of a count, from `start`, and an item.";
        "__class_getitem__" "cls, object, /" leaf(class_getitem) "A generic alias.";
        "__reduce__" "self, /" leaf(reduce) "What makes a copy.";
    }
    FILTER "filter" {
        "__new__" "cls, function, iterable, /" leaf_or(|m, args| new_by_function(m, args, Type::Filter), "filter_new") "The items for which the function is true; with None, the items that are true themselves.";
        "__reduce__" "self, /" leaf(reduce) "What makes a copy.";
    }
    MAP "map" {
        "__new__" "cls, /, *args, **keywords" leaf_or(new_map, "map_new") "The results of calling the function with one item of each iterable, until the shortest ends.";
        "__reduce__" "self, /" leaf(reduce) "What makes a copy.";
    }
    REVERSED "reversed" {
        "__new__" "cls, sequence, /" leaf_or(new_reversed, "reversed_new") "The items of a sequence from the last to the first.";
        "__length_hint__" "self, /" rule(protocols::reversed_hint) "How many items are left.";
        "__reduce__" "self, /" leaf(reduce) "What makes a copy.";
    }
    ZIP "zip" {
        "__new__" "cls, /, *iterables, strict:truth=" leaf_or(new_zip, "zip_new") "Tuples of one item of each iterable, until the shortest ends; with `strict`, all must end together.";
        "__reduce__" "self, /" leaf(reduce) "What makes a copy.";
    }
    ACCUMULATE "itertools.accumulate" {
        "__new__" "cls, iterable, func=, *, initial=" leaf_or(new_accumulate, "accumulate_new") "Running totals, or what a function of two arguments makes of the last result and the next item.";
    }
    BATCHED "itertools.batched" {
        "__new__" "cls, iterable, n:index, *, strict:truth=" leaf_or(by_prelude, "batched_new") "Tuples of n items; the last one may be shorter, unless `strict`.";
    }
    CHAIN "itertools.chain" {
        "__new__" "cls, /, *iterables" leaf(new_chain) "The items of the first iterable, then those of the next, and so on.";
        "from_iterable" "cls, iterable, /" leaf_or(chain_from_iterable, "chain_from_iterable") "The same for iterables that come from one iterable.";
        "__class_getitem__" "cls, object, /" leaf(class_getitem) "A generic alias.";
    }
    COMBINATIONS "itertools.combinations" {
        "__new__" "cls, iterable, r:index" leaf_or(by_prelude, "combinations_new") "All tuples of r items in the order of the iterable.";
    }
    MULTISETS "itertools.combinations_with_replacement" {
        "__new__" "cls, iterable, r:index" leaf_or(by_prelude, "combinations_with_replacement_new") "The same where an item may be taken more than once.";
    }
    COMPRESS "itertools.compress" {
        "__new__" "cls, data, selectors" leaf_or(by_prelude, "compress_new") "The items of `data` for which the selector is true.";
    }
    COUNT "itertools.count" {
        "__new__" "cls, start=, step=" leaf_or(new_count, "count_new") "The numbers start, start + step, start + 2 * step, ...";
        "__repr__" "self, /" prelude("count_repr") "The next number, and the step if it is not 1.";
    }
    CYCLE "itertools.cycle" {
        "__new__" "cls, iterable, /" leaf_or(new_cycle, "cycle_new") "The items of an iterable, again and again.";
    }
    DROPWHILE "itertools.dropwhile" {
        "__new__" "cls, predicate, iterable, /" leaf_or(|m, args| new_by_function(m, args, Type::DropWhile), "dropwhile_new") "What is left from the first item for which the predicate is false.";
    }
    FILTERFALSE "itertools.filterfalse" {
        "__new__" "cls, function, iterable, /" leaf_or(|m, args| new_by_function(m, args, Type::FilterFalse), "filterfalse_new") "The items for which the function is false; with None, those that are false themselves.";
    }
    ISLICE "itertools.islice" {
        "__new__" "cls, /, *args" leaf_or(new_islice, "islice_new") "The items at the places that a slice would choose.";
    }
    PAIRWISE "itertools.pairwise" {
        "__new__" "cls, iterable, /" leaf_or(new_pairwise, "pairwise_new") "Pairs of neighbours.";
    }
    PERMUTATIONS "itertools.permutations" {
        "__new__" "cls, iterable, r=" leaf_or(by_prelude, "permutations_new") "All tuples of r items in any order.";
    }
    PRODUCT "itertools.product" {
        "__new__" "cls, /, *iterables, repeat:index=" leaf_or(by_prelude, "product_new") "All tuples with one item of each iterable; the last place changes fastest.";
    }
    REPEAT "itertools.repeat" {
        "__new__" "cls, object, times:index=" leaf_or(new_repeat, "repeat_new") "The same object, `times` times or without end.";
        "__length_hint__" "self, /" leaf(repeat_hint) "How often it is given still.";
        "__repr__" "self, /" prelude("repeat_repr") "The object, and how often it is given still.";
    }
    STARMAP "itertools.starmap" {
        "__new__" "cls, function, iterable, /" leaf_or(|m, args| new_by_function(m, args, Type::StarMap), "starmap_new") "The results of calling the function with the items as its arguments.";
    }
    TAKEWHILE "itertools.takewhile" {
        "__new__" "cls, predicate, iterable, /" leaf_or(|m, args| new_by_function(m, args, Type::TakeWhile), "takewhile_new") "The items before the first one for which the predicate is false.";
    }
    ZIP_LONGEST "itertools.zip_longest" {
        "__new__" "cls, /, *iterables, fillvalue=" leaf_or(by_prelude, "zip_longest_new") "Like zip, until the longest iterable ends; `fillvalue` stands for what is missing.";
    }
}

/// A new iterator of the class.
fn make(machine: &mut Machine, class: Value, parts: Composite) -> Outcome {
    let class = machine.class_for_new(class);
    Ok(machine.new_composite(class, parts))
}

/// The prelude makes it.
fn by_prelude(_: &mut Machine, _: &[Value]) -> Outcome {
    Ok(Value::NOTHING)
}

/// The iterators of iterables of built-in classes.
fn iterators_of(machine: &mut Machine, iterables: &[Value]) -> Option<Vec<Value>> {
    iterables.iter().map(|&iterable| machine.iterator_of_builtin(iterable).present()).collect()
}

/// One that takes its items from one iterator.
fn make_over(machine: &mut Machine, class: Value, iterable: Value, parts: Composite) -> Outcome {
    let source = machine.iterator_of_builtin(iterable);
    if source.is_nothing() {
        return Ok(Value::NOTHING);
    }
    make(machine, class, Composite { source, ..parts })
}

fn empty(kind: Type) -> Composite {
    Composite::new(kind, Value::NOTHING)
}

fn new_by_function(machine: &mut Machine, args: &[Value], kind: Type) -> Outcome {
    let &[class, by, iterable] = args else { return Ok(Value::NOTHING) };
    make_over(machine, class, iterable, Composite { by, ..empty(kind) })
}

fn new_enumerate(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[class, iterable, start] = args else { return Ok(Value::NOTHING) };
    let start = start.present().unwrap_or(Value::ZERO);
    if !machine.is_exact(start, Type::Int) {
        return Ok(Value::NOTHING);
    }
    make_over(machine, class, iterable, Composite { kept: start, ..empty(Type::Enumerate) })
}

fn new_map(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[class, rest, keywords] = args else { return Ok(Value::NOTHING) };
    let [by, ref iterables @ ..] = *machine.tuple_items(rest).to_vec() else {
        return Ok(Value::NOTHING);
    };
    if machine.dict(keywords).is_some_and(|dict| !dict.is_empty()) {
        return Ok(Value::NOTHING);
    }
    match iterables {
        [] => Ok(Value::NOTHING),
        &[iterable] => make_over(machine, class, iterable, Composite { by, bound: 1, ..empty(Type::Map) }),
        _ => {
            let Some(iterators) = iterators_of(machine, iterables) else {
                return Ok(Value::NOTHING);
            };
            let source = machine.heap.new_tuple(iterators);
            make(machine, class, Composite { by, ..Composite::new(Type::Map, source) })
        }
    }
}

fn new_zip(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[class, iterables, strict] = args else { return Ok(Value::NOTHING) };
    let iterables = machine.tuple_items(iterables).to_vec();
    let is_strict = strict == Value::TRUE;
    let iterators = iterators_of(machine, &iterables);
    let (Some(iterators), true) = (iterators, strict.is_nothing() || strict.is_bool()) else {
        return Ok(Value::NOTHING);
    };
    let source = if iterators.is_empty() { Value::NOTHING } else { machine.heap.new_tuple(iterators) };
    make(machine, class, Composite { bound: is_strict as i64, ..Composite::new(Type::Zip, source) })
}

fn new_reversed(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[class, sequence] = args else { return Ok(Value::NOTHING) };
    match machine.exact_type(sequence) {
        Some(Type::Tuple | Type::Str | Type::Bytes | Type::ByteArray) => {
            let length = machine.length(sequence).unwrap_or(0) as i64;
            make(machine, class, Composite { index: length - 1, ..Composite::new(Type::Reversed, sequence) })
        }
        Some(own) => {
            let method = machine.lookup(own.handle(), names::__reversed__);
            match machine.builtin(method) {
                Some(method) => machine.call_leaf(method, &[sequence], Value::NOTHING),
                None => Ok(Value::NOTHING),
            }
        }
        None => Ok(Value::NOTHING),
    }
}

fn new_accumulate(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[class, iterable, function, initial] = args else { return Ok(Value::NOTHING) };
    let kept = initial.present().filter(|initial| !initial.is_none()).unwrap_or(Value::NOTHING);
    let by = function.present().unwrap_or(Value::NONE);
    let parts = Composite { by, kept, index: kept.is_present() as i64, ..empty(Type::Accumulate) };
    make_over(machine, class, iterable, parts)
}

fn new_chain(machine: &mut Machine, args: &[Value]) -> Outcome {
    let source = machine.iterator_over(Type::Tuple, args[1]);
    make(machine, args[0], Composite::new(Type::Chain, source))
}

fn chain_from_iterable(machine: &mut Machine, args: &[Value]) -> Outcome {
    make_over(machine, args[0], args[1], empty(Type::Chain))
}

fn new_count(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[class, start, step] = args else { return Ok(Value::NOTHING) };
    let (start, step) = (start.present().unwrap_or(Value::ZERO), step.present().unwrap_or(Value::small(1)));
    let is_number = |value| matches!(machine.exact_type(value), Some(Type::Int | Type::Float));
    if !is_number(start) || !is_number(step) {
        return Ok(Value::NOTHING);
    }
    make(machine, class, Composite { by: step, kept: start, ..Composite::new(Type::Count, Value::NONE) })
}

fn new_cycle(machine: &mut Machine, args: &[Value]) -> Outcome {
    let kept = machine.heap.new_list(Vec::new());
    make_over(machine, args[0], args[1], Composite { kept, ..empty(Type::Cycle) })
}

fn new_pairwise(machine: &mut Machine, args: &[Value]) -> Outcome {
    make_over(machine, args[0], args[1], empty(Type::Pairwise))
}

fn new_islice(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[class, rest] = args else { return Ok(Value::NOTHING) };
    let rest = machine.tuple_items(rest).to_vec();
    let (iterable, start, stop, step) = match *rest {
        [iterable, stop] => (iterable, Value::NONE, stop, Value::NONE),
        [iterable, start, stop] => (iterable, start, stop, Value::NONE),
        [iterable, start, stop, step] => (iterable, start, stop, step),
        _ => return Ok(Value::NOTHING),
    };
    let number =
        |value: Value, otherwise: i64| if value.is_none() { Some(otherwise) } else { value.as_int() };
    let (Some(index), Some(bound), Some(step)) = (number(start, 0), number(stop, i64::MAX), number(step, 1))
    else {
        return Ok(Value::NOTHING);
    };
    if index < 0 || bound < 0 || step < 1 {
        return Ok(Value::NOTHING);
    }
    make_over(machine, class, iterable, Composite { index, bound, step, ..empty(Type::Islice) })
}

fn new_repeat(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[class, object, times] = args else { return Ok(Value::NOTHING) };
    let bound = match times.present() {
        None => -1,
        Some(times) => match times.as_int() {
            Some(times) => times.max(0),
            None => return Ok(Value::NOTHING),
        },
    };
    make(machine, class, Composite { bound, ..Composite::new(Type::Repeat, object) })
}

fn repeat_hint(machine: &mut Machine, args: &[Value]) -> Outcome {
    match machine.composite(args[0]).map(|parts| parts.bound) {
        Some(left) if left >= 0 => Ok(machine.heap.new_int(left)),
        _ => Err(machine.type_error("len() of unsized object")),
    }
}

/// The class, and the arguments for which it would give an iterator that goes on as this one does.
fn reduce(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(parts) = machine.composite(args[0]) else { return Ok(Value::NONE) };
    let Composite { kind, source, by, kept, index, bound, .. } = *parts;
    let is_one = kind != Type::Zip && (kind != Type::Map || bound == 1);
    let mut arguments = if is_one { vec![source] } else { machine.tuple_items(source).to_vec() };
    let mut state = None;
    match kind {
        Type::Enumerate => arguments.push(kept),
        Type::Reversed if source.is_nothing() => arguments = vec![machine.heap.new_tuple([])],
        Type::Reversed => state = Some(machine.heap.new_int(index)),
        Type::Zip => state = (bound == 1).then_some(Value::TRUE),
        _ => arguments.insert(0, by),
    }
    let arguments = machine.heap.new_tuple(arguments);
    let class = Value::object(machine.heap.class_of(args[0]));
    let parts: Vec<Value> = [class, arguments].into_iter().chain(state).collect();
    Ok(machine.heap.new_tuple(parts))
}
