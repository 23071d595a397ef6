//! Iterators that are built out of others, and those that count or choose.
//!
//! Each goes on by its rule (`protocols/composites.rs`). Where all iterators inside are of built-in classes and no code of
//! the program can run, the next item is had here in one step; the rule stands for the rest.
//!
//! | class | `source` | `by` | `kept` | `index` | `bound` | `step` |
//! |---|---|---|---|---|---|---|
//! | `callable_iterator` | the callable | the sentinel | | | | |
//! | `enumerate` | iterator | | the next number | | | |
//! | `filter`, `filterfalse` | iterator | function | | | | |
//! | `map` | iterator, or a tuple of several | function | | | 1 if it is one | |
//! | `reversed` | sequence | | | the next index | | |
//! | `zip` | tuple of iterators | | | | 1 if strict | |
//! | `accumulate` | iterator | function or `None` | the total | 1 before an initial total is given | | |
//! | `batched` | iterator | | | | size | 1 if strict |
//! | `chain` | iterator over the iterables | | the current iterator | | | |
//! | `combinations`, `permutations`, ... | the pool | | | 1 once it has started | how many | |
//! | `compress` | iterator | iterator over the selectors | | | | |
//! | `count` | `None` | step | the next number | | | |
//! | `cycle` | iterator, in the first round | | the list of its items | the next place | | |
//! | `dropwhile`, `takewhile` | iterator | function | | 1 once that is decided | | |
//! | `islice` | iterator | | | items to skip | items until the end | step |
//! | `pairwise` | iterator | | the last item | | | |
//! | `product` | tuple of pools | | | 1 once it has started | | |
//! | `repeat` | the object | | | | how often still; -1 for ever | |
//! | `starmap` | iterator | function | | | | |
//! | `zip_longest` | tuple of iterators, `None` for those that have ended | what stands for missing items | | how many go on | | |

use crate::data::choices;
use crate::primitives;
use crate::protocols::rule_of_iterator;
use crate::rules::language::Operation;
use crate::rules::link::RULES;
use crate::state::{Composite, Data, Handle, Machine, Outcome, RuleId, Thrown, Type, Value};
use std::sync::LazyLock;

/// By class, the rule by which its iterators go on.
static ADVANCE: LazyLock<Vec<Option<RuleId>>> = LazyLock::new(|| {
    let rule = |class: &Type| match rule_of_iterator(*class)? {
        Operation::Rule(definition) => RULES.of_definition(definition),
        other => unreachable!("{} is a protocol", other.name()),
    };
    Type::ALL.iter().map(rule).collect()
});

/// Iterators within each other are stepped by Rust functions within each other; deeper ones by their rules.
const DEEPEST: u8 = 20;

/// An item for which more than so many others have to be taken is had by the rule, which counts its steps.
const MOST_TAKEN: i64 = 1000;

impl Machine {
    #[inline]
    pub fn composite(&self, iterator: Value) -> Option<&Composite> {
        match self.heap.get(iterator) {
            Some(Data::Composite(composite)) => Some(composite),
            _ => None,
        }
    }

    #[inline]
    pub fn composite_mut(&mut self, iterator: Value) -> Option<&mut Composite> {
        match self.heap.get_mut(iterator) {
            Some(Data::Composite(composite)) => Some(composite),
            _ => None,
        }
    }

    /// A new iterator of a class that is, or is derived from, the one that the parts are for.
    pub fn new_composite(&mut self, class: Handle, mut parts: Composite) -> Value {
        parts.depth = self.depth_of_parts(&parts);
        self.heap.allocate(self.shape_for(class), Data::Composite(Box::new(parts)))
    }

    /// Whether an iterator is one of these, and not of a class of the program.
    #[inline]
    pub fn is_composite(&self, value: Value) -> bool {
        self.composite(value).is_some_and(|composite| self.is_exact(value, composite.kind))
    }

    /// How deep iterators are within this one, if it goes on without code of the program; otherwise 0.
    #[inline]
    pub fn depth_of(&self, iterator: Value) -> u8 {
        match self.heap.get(iterator) {
            Some(Data::Iterator(_)) => !self.is_exact(iterator, Type::SequenceIterator) as u8,
            Some(Data::Composite(composite)) if self.is_exact(iterator, composite.kind) => composite.depth,
            _ => 0,
        }
    }

    fn depth_of_parts(&self, parts: &Composite) -> u8 {
        let deeper = |depth: u8| if (1..DEEPEST).contains(&depth) { depth + 1 } else { 0 };
        match parts.kind {
            Type::Repeat | Type::Product | Type::Combinations | Type::Multisets | Type::Permutations => 1,
            Type::Count => {
                [parts.kept, parts.by].into_iter().all(|number| self.is_plain_number(number)) as u8
            }
            Type::Enumerate | Type::Pairwise | Type::Cycle => deeper(self.depth_of(parts.source)),
            Type::Islice if parts.index.max(parts.step) <= MOST_TAKEN => deeper(self.depth_of(parts.source)),
            Type::Batched if parts.bound <= MOST_TAKEN => deeper(self.depth_of(parts.source)),
            Type::Zip | Type::ZipLongest => deeper(self.depth_of_all(self.tuple_items(parts.source))),
            Type::Chain => deeper(self.depth_of_sources(parts.source)),
            Type::Reversed => matches!(
                self.exact_type(parts.source),
                Some(Type::Tuple | Type::Str | Type::Bytes | Type::ByteArray)
            ) as u8,
            _ => 0,
        }
    }

    fn is_plain_number(&self, value: Value) -> bool {
        matches!(self.exact_type(value), Some(Type::Int | Type::Bool | Type::Float | Type::Complex))
    }

    /// The depth of the deepest iterator, if all go on by themselves.
    fn depth_of_all(&self, iterators: &[Value]) -> u8 {
        let depths = || iterators.iter().map(|&iterator| self.depth_of(iterator));
        if depths().all(|depth| depth > 0) { depths().max().unwrap_or(1) } else { 0 }
    }

    /// The same for iterables that are to be iterated one after another: where they are known, because a tuple holds them.
    fn depth_of_sources(&self, iterator: Value) -> u8 {
        if !self.is_exact(iterator, Type::TupleIterator) {
            return 0;
        }
        let iterables = self.iteration(iterator).map_or(Value::NOTHING, |iteration| iteration.over);
        let depth = |&iterable: &Value| match self.exact_type(iterable) {
            Some(
                Type::List
                | Type::Tuple
                | Type::Str
                | Type::Bytes
                | Type::ByteArray
                | Type::Range
                | Type::Dict
                | Type::DictKeys
                | Type::DictValues
                | Type::DictItems
                | Type::Set
                | Type::FrozenSet,
            ) => 1,
            _ => self.depth_of(iterable),
        };
        let iterables = self.tuple_items(iterables);
        if iterables.iter().all(|iterable| depth(iterable) > 0) {
            iterables.iter().map(depth).max().unwrap_or(1)
        } else {
            0
        }
    }

    /// The next item of one that goes on by itself, or [`Value::NOTHING`] at its end.
    pub fn next_of_composite(&mut self, iterator: Value) -> Outcome {
        let Some(parts) = self.composite(iterator) else { return Ok(Value::NOTHING) };
        let source = parts.source;
        if source.is_nothing() {
            return Ok(Value::NOTHING);
        }
        match parts.kind {
            Type::Zip => self.next_of_zip(iterator, source),
            Type::Enumerate => self.next_of_enumerate(iterator, source),
            Type::Reversed => self.next_of_reversed(iterator, source),
            Type::Chain => self.next_of_chain(iterator),
            Type::Islice => self.next_of_islice(iterator, source),
            Type::Count => self.next_of_count(iterator),
            Type::Repeat => Ok(self.next_of_repeat(iterator, source)),
            Type::Cycle => self.next_of_cycle(iterator, source),
            Type::Pairwise => self.next_of_pairwise(iterator, source),
            Type::Batched => self.next_of_batched(iterator, source),
            Type::ZipLongest => self.next_of_zip_longest(iterator),
            _ => self.next_choice(iterator),
        }
    }

    /// An iterator of these goes on, by itself or by its rule; the slot gets its next item, or nothing at its end.
    pub fn advance(&mut self, iterator: Value, into: u16) -> Result<(), Thrown> {
        match self.rule_to_advance(iterator) {
            Some(rule) => self.begin_rule(rule, spec::ast::NodeId(0), into, &[iterator]),
            None => {
                let item = self.next_of_composite(iterator)?;
                self.deliver(into, item);
            }
        }
        Ok(())
    }

    /// The rule by which an iterator of these goes on; `None` if it does so by itself.
    pub fn rule_to_advance(&self, iterator: Value) -> Option<RuleId> {
        let parts = self.composite(iterator)?;
        if parts.depth > 0 { None } else { ADVANCE[parts.kind as usize] }
    }

    /// It has come to its end for good.
    pub fn end_composite(&mut self, iterator: Value) -> Value {
        if let Some(parts) = self.composite_mut(iterator) {
            parts.source = Value::NOTHING;
        }
        Value::NOTHING
    }

    fn next_of_zip(&mut self, iterator: Value, sources: Value) -> Outcome {
        let mut items = vec![Value::NOTHING; self.tuple_items(sources).len()];
        let goes_on = self.next_zipped(iterator, sources, &mut items)?;
        Ok(if goes_on { self.heap.new_tuple(items) } else { Value::NOTHING })
    }

    /// An item of each source; whether all had one.
    fn next_zipped(&mut self, iterator: Value, sources: Value, items: &mut [Value]) -> Result<bool, Thrown> {
        for (place, item) in items.iter_mut().enumerate() {
            *item = self.next_item(self.tuple_items(sources)[place])?;
            if item.is_nothing() {
                let is_strict = self.composite(iterator).is_some_and(|parts| parts.bound == 1);
                if is_strict {
                    self.check_ends(sources, place)?;
                }
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The iterator at this place has ended: so must those before it have, and those after it.
    fn check_ends(&mut self, sources: Value, place: usize) -> Outcome {
        if place > 0 {
            return Err(Thrown(self.zip_shorter(place)));
        }
        for other in 1..self.tuple_items(sources).len() {
            if self.next_item(self.tuple_items(sources)[other])?.is_present() {
                return Err(Thrown(self.zip_longer(other)));
            }
        }
        Ok(Value::NOTHING)
    }

    #[cold]
    pub fn zip_shorter(&mut self, place: usize) -> Value {
        let message = format!("zip() argument {} is shorter than {}", place + 1, first_arguments(place));
        self.value_error(&message).0
    }

    #[cold]
    pub fn zip_longer(&mut self, place: usize) -> Value {
        let message = format!("zip() argument {} is longer than {}", place + 1, first_arguments(place));
        self.value_error(&message).0
    }

    fn next_of_enumerate(&mut self, iterator: Value, source: Value) -> Outcome {
        let mut items = [Value::NOTHING; 2];
        let goes_on = self.next_counted(iterator, source, &mut items)?;
        Ok(if goes_on { self.heap.new_tuple(items) } else { Value::NOTHING })
    }

    /// A number and an item; whether there was one.
    fn next_counted(&mut self, iterator: Value, source: Value, items: &mut [Value]) -> Result<bool, Thrown> {
        let item = self.next_item(source)?;
        if item.is_nothing() {
            return Ok(false);
        }
        items.copy_from_slice(&[self.counted(iterator)?, item]);
        Ok(true)
    }

    /// The items of the tuple that an iterator gives next, without the tuple; whether there was one. `None` if it has to be
    /// asked for the tuple.
    pub fn next_parts(&mut self, iterator: Value, items: &mut [Value]) -> Result<Option<bool>, Thrown> {
        match self.heap.get(iterator) {
            Some(Data::Composite(parts)) if parts.source.is_present() && self.depth_of(iterator) > 0 => {
                let (kind, source) = (parts.kind, parts.source);
                match kind {
                    Type::Enumerate if items.len() == 2 => {
                        self.next_counted(iterator, source, items).map(Some)
                    }
                    Type::Zip if items.len() == self.tuple_items(source).len() => {
                        self.next_zipped(iterator, source, items).map(Some)
                    }
                    _ => Ok(None),
                }
            }
            Some(Data::Iterator(iteration)) if iteration.over.is_present() && items.len() == 2 => {
                let over = iteration.over;
                if !self.is_exact(iterator, Type::DictItemIterator) {
                    return Ok(None);
                }
                let entry = self.next_entry(iterator, over)?;
                if let Some(entry) = entry {
                    items.copy_from_slice(&[entry.key, entry.value]);
                }
                Ok(Some(entry.is_some()))
            }
            _ => Ok(None),
        }
    }

    /// The number that is kept; the next one is kept instead.
    pub fn counted(&mut self, iterator: Value) -> Outcome {
        let number = self.composite(iterator).map_or(Value::ZERO, |parts| parts.kept);
        let next = match Value::add_ints(number, Value::small(1)) {
            Some(next) => next,
            None => self.add_plainly(number, Value::small(1))?,
        };
        if let Some(parts) = self.composite_mut(iterator) {
            parts.kept = next;
        }
        Ok(number)
    }

    fn add_plainly(&mut self, a: Value, b: Value) -> Outcome {
        let Operation::Primitive(add) = primitives::binary_builtin() else {
            unreachable!("it is a primitive")
        };
        (add.run)(self, &[Value::kind(spec::ast::Kind::Add), a, b])
    }

    fn next_of_reversed(&mut self, iterator: Value, sequence: Value) -> Outcome {
        let Some(parts) = self.composite_mut(iterator) else { return Ok(Value::NOTHING) };
        let index = parts.index;
        parts.index -= 1;
        if index < 0 {
            return Ok(self.end_composite(iterator));
        }
        // A bytearray may have become shorter.
        let length = self.length(sequence).unwrap_or(0);
        if index >= length as i64 {
            return Ok(self.end_composite(iterator));
        }
        self.sequence_item(sequence, Value::small(index))
    }

    fn next_of_chain(&mut self, iterator: Value) -> Outcome {
        loop {
            let Some(&Composite { source, kept, .. }) = self.composite(iterator) else {
                return Ok(Value::NOTHING);
            };
            if kept.is_present() {
                let item = self.next_item(kept)?;
                if item.is_present() {
                    return Ok(item);
                }
            }
            let iterable = if source.is_present() { self.next_item(source)? } else { source };
            if iterable.is_nothing() {
                return Ok(self.end_composite(iterator));
            }
            let current = self.iterator_of_builtin(iterable);
            if let Some(parts) = self.composite_mut(iterator) {
                parts.kept = current;
            }
        }
    }

    fn next_of_islice(&mut self, iterator: Value, source: Value) -> Outcome {
        while self.composite(iterator).is_some_and(|parts| parts.index > 0) {
            if self.next_or_end(iterator, source)?.is_nothing() {
                return Ok(Value::NOTHING);
            }
            self.pass_item(iterator);
        }
        if self.composite(iterator).is_some_and(|parts| parts.bound <= 0) {
            return Ok(self.end_composite(iterator));
        }
        let item = self.next_or_end(iterator, source)?;
        if item.is_present() {
            self.take_item(iterator);
        }
        Ok(item)
    }

    /// The next item of the source; with the source, by an exception as well, the iterator comes to its end for good.
    fn next_or_end(&mut self, iterator: Value, source: Value) -> Outcome {
        let item = self.next_item(source);
        if !item.as_ref().is_ok_and(|item| item.is_present()) {
            self.end_composite(iterator);
        }
        item
    }

    /// A slice has gone past an item.
    pub fn pass_item(&mut self, iterator: Value) {
        if let Some(parts) = self.composite_mut(iterator) {
            parts.index -= 1;
            parts.bound -= 1;
        }
    }

    /// A slice has given an item: so many are skipped before the next one, but none after the end.
    pub fn take_item(&mut self, iterator: Value) {
        if let Some(parts) = self.composite_mut(iterator) {
            parts.bound -= 1;
            parts.index = (parts.step - 1).min(parts.bound);
        }
    }

    fn next_of_count(&mut self, iterator: Value) -> Outcome {
        let Some(&Composite { kept, by, .. }) = self.composite(iterator) else { return Ok(Value::NOTHING) };
        let next = match Value::add_ints(kept, by) {
            Some(next) => next,
            None => self.add_plainly(kept, by)?,
        };
        if let Some(parts) = self.composite_mut(iterator) {
            parts.kept = next;
        }
        Ok(kept)
    }

    fn next_of_repeat(&mut self, iterator: Value, object: Value) -> Value {
        match self.composite_mut(iterator) {
            Some(parts) if parts.bound != 0 => {
                parts.bound = (parts.bound - 1).max(-1);
                object
            }
            _ => Value::NOTHING,
        }
    }

    fn next_of_cycle(&mut self, iterator: Value, source: Value) -> Outcome {
        if !source.is_none() {
            let item = self.next_item(source)?;
            if item.is_present() {
                self.save_item(iterator, item);
                return Ok(item);
            }
            self.close_circle(iterator);
        }
        Ok(self.next_saved(iterator))
    }

    /// An item of the first round.
    pub fn save_item(&mut self, iterator: Value, item: Value) {
        let list = self.composite(iterator).map_or(Value::NOTHING, |parts| parts.kept);
        self.list_push(list, item);
    }

    /// The first round is over.
    pub fn close_circle(&mut self, iterator: Value) {
        if let Some(parts) = self.composite_mut(iterator) {
            parts.source = Value::NONE;
        }
    }

    /// The next item of a later round; nothing if there are none.
    pub fn next_saved(&mut self, iterator: Value) -> Value {
        let Some(&Composite { kept, index, .. }) = self.composite(iterator) else { return Value::NOTHING };
        let items = self.list_items(kept);
        let Some(&item) = items.get(index as usize) else { return Value::NOTHING };
        let next = (index + 1) % items.len() as i64;
        if let Some(parts) = self.composite_mut(iterator) {
            parts.index = next;
        }
        item
    }

    fn next_of_pairwise(&mut self, iterator: Value, source: Value) -> Outcome {
        let mut old = self.composite(iterator).map_or(Value::NOTHING, |parts| parts.kept);
        if old.is_nothing() {
            old = self.next_or_end(iterator, source)?;
            if old.is_nothing() {
                return Ok(old);
            }
        }
        let new = self.next_or_end(iterator, source)?;
        if new.is_nothing() {
            return Ok(new);
        }
        if let Some(parts) = self.composite_mut(iterator) {
            parts.kept = new;
        }
        Ok(self.heap.new_tuple([old, new]))
    }

    fn next_of_batched(&mut self, iterator: Value, source: Value) -> Outcome {
        let Some(&Composite { bound, step, .. }) = self.composite(iterator) else {
            return Ok(Value::NOTHING);
        };
        let mut items = Vec::new();
        while (items.len() as i64) < bound {
            let item = match self.next_item(source) {
                Ok(item) => item,
                Err(thrown) => {
                    self.end_composite(iterator);
                    return Err(thrown);
                }
            };
            if item.is_nothing() {
                if items.is_empty() {
                    return Ok(self.end_composite(iterator));
                }
                if step == 1 {
                    self.end_composite(iterator);
                    return Err(self.value_error("batched(): incomplete batch"));
                }
                break;
            }
            items.push(item);
        }
        Ok(self.heap.new_tuple(items))
    }

    fn next_of_zip_longest(&mut self, iterator: Value) -> Outcome {
        let Some(&Composite { source, by, .. }) = self.composite(iterator) else {
            return Ok(Value::NOTHING);
        };
        let count = self.tuple_items(source).len();
        let mut items = Vec::with_capacity(count);
        for place in 0..count {
            let inner = self.tuple_items(source)[place];
            if inner.is_none() {
                items.push(by);
                continue;
            }
            let item = match self.next_item(inner) {
                Ok(item) => item,
                Err(thrown) => {
                    self.end_composite(iterator);
                    return Err(thrown);
                }
            };
            if item.is_nothing() && !self.end_one(iterator, place) {
                return Ok(Value::NOTHING);
            }
            items.push(item.present().unwrap_or(by));
        }
        Ok(self.heap.new_tuple(items))
    }

    /// One of several iterators has ended; whether others go on.
    pub fn end_one(&mut self, iterator: Value, place: usize) -> bool {
        let Some(parts) = self.composite_mut(iterator) else { return false };
        parts.index -= 1;
        let (left, source) = (parts.index, parts.source);
        if left <= 0 {
            parts.source = Value::NOTHING;
            return false;
        }
        match self.heap.get_mut(source) {
            Some(Data::Tuple(iterators)) => iterators[place] = Value::NONE,
            Some(Data::Pair(iterators)) => iterators[place] = Value::NONE,
            _ => {}
        }
        true
    }

    /// The tuple of the items at the places of the next choice.
    fn next_choice(&mut self, iterator: Value) -> Outcome {
        let Some(parts) = self.composite_mut(iterator) else { return Ok(Value::NOTHING) };
        let (kind, source, count) = (parts.kind, parts.source, parts.bound as usize);
        let has_started = std::mem::replace(&mut parts.index, 1) == 1;
        let mut places = std::mem::take(&mut parts.places);
        let pool = self.tuple_items(source);
        let size = pool.len();
        let goes_on = !has_started
            || match kind {
                Type::Product => {
                    choices::next_of_product(&mut places, |place| self.tuple_items(pool[place]).len())
                }
                Type::Combinations => choices::next_combination(&mut places, size),
                Type::Multisets => choices::next_multiset(&mut places, size),
                _ => choices::next_permutation(&mut places, count),
            };
        if !goes_on {
            return Ok(self.end_composite(iterator));
        }
        let items: Vec<Value> = match kind {
            Type::Product => {
                let chosen = |(pool, &place): (&Value, &u32)| self.tuple_items(*pool)[place as usize];
                pool.iter().zip(&places).map(chosen).collect()
            }
            _ => places[..count].iter().map(|&place| pool[place as usize]).collect(),
        };
        if let Some(parts) = self.composite_mut(iterator) {
            parts.places = places;
        }
        Ok(self.heap.new_tuple(items))
    }
}

/// How messages name the first arguments of a call.
fn first_arguments(count: usize) -> String {
    if count == 1 { "argument 1".to_owned() } else { format!("arguments 1-{count}") }
}
