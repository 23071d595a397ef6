//! Choosing instructions: which step of a rule has a specialized one.
//!
//! A primitive or protocol without one is carried out as it is, so that this table is about speed only.

use super::expand::Expansion;
use super::{Compiler, Place};
use crate::instruction::{Instruction, Reg};
use crate::seeded::extra_primitives;
use semantics::primitives;
use semantics::rules::language::{Operation, Transfer};
use semantics::state::Value;
use spec::ast::Kind;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The primitives by number.
pub static PRIMITIVES: LazyLock<Vec<&'static Operation>> =
    LazyLock::new(|| primitives::tables().into_iter().flatten().chain(extra_primitives()).copied().collect());

static NUMBERS: LazyLock<HashMap<usize, u16>> = LazyLock::new(|| {
    let number =
        |(index, operation): (usize, &&'static Operation)| (*operation as *const _ as usize, index as u16);
    PRIMITIVES.iter().enumerate().map(number).collect()
});

/// Protocols that are so short that other protocols have them in their own code.
const EXPANDED: [&str; 2] = ["call.special", "call.special.named"];

impl Compiler<'_> {
    /// Emits an operation on values. The result goes to `wanted` if that is given.
    pub(super) fn select(
        &mut self,
        operation: &'static Operation,
        places: &[Place],
        wanted: Option<Reg>,
    ) -> Expansion<Place> {
        if let Some(place) = self.special_case(operation, places, wanted) {
            return Ok(place);
        }
        let into = wanted.unwrap_or_else(|| self.temporary());
        if let Operation::Rule(definition) = operation
            && self.is_protocol
            && EXPANDED.contains(&definition.id)
        {
            return self.clause(definition, places, into);
        }
        let free = self.next;
        let first = self.window(places);
        let count = places.len() as u8;
        match operation {
            Operation::Primitive(_) => {
                let number = NUMBERS[&(operation as *const _ as usize)];
                self.emit(Instruction::Primitive { number, first, count, into });
            }
            Operation::Rule(definition) => {
                let rule = self.rule_of(definition);
                self.emit(Instruction::Protocol { rule, first, count, into });
            }
            Operation::Transfer(transfer) => {
                self.emit(Instruction::Transfer { number: *transfer as u8, first, into });
            }
            Operation::Question(_) => unreachable!("questions are answered when compiling"),
        }
        self.next = free;
        if matches!(operation, Operation::Transfer(Transfer::Invoke | Transfer::Resume)) {
            self.target();
        }
        Ok(Place::Register(into))
    }

    fn special_case(
        &mut self,
        operation: &Operation,
        places: &[Place],
        wanted: Option<Reg>,
    ) -> Option<Place> {
        let place = match (operation.name(), places) {
            ("load_local", [Place::Known(slot)]) => return Some(self.load_local(*slot)),
            ("store_local", [Place::Known(slot), value]) => {
                let variable = slot.as_int()? as Reg;
                self.put(*value, variable);
                self.bound[variable as usize] = !self.deleted[variable as usize];
                Place::Known(Value::NONE)
            }
            ("load_cell", [Place::Known(slot)]) => {
                let into = self.result(wanted);
                self.emit(Instruction::LoadCell { into, slot: slot.as_int()? as Reg });
                Place::Register(into)
            }
            ("store_cell", [Place::Known(slot), value]) => {
                let from = self.register(*value);
                self.emit(Instruction::StoreCell { from, slot: slot.as_int()? as Reg });
                Place::Known(Value::NONE)
            }
            ("load_global", [Place::Known(name)]) => {
                let (into, cache) = (self.result(wanted), self.cache(*name));
                self.emit(Instruction::LoadGlobal { into, cache });
                Place::Register(into)
            }
            ("store_global", [Place::Known(name), value]) => {
                let from = self.register(*value);
                let name = self.constant(*name);
                self.emit(Instruction::StoreGlobal { from, name });
                Place::Known(Value::NONE)
            }
            ("or_none", [Place::Known(value)]) => Place::Known(value.present().unwrap_or(Value::NONE)),
            ("or_none", [place]) if !self.is_protocol => *place,
            ("negation", [value]) => {
                let value = self.register(*value);
                let into = self.result(wanted);
                self.emit(Instruction::Not { into, value });
                Place::Register(into)
            }
            ("no_arguments", []) => Place::Pack(self.temporary() + 1, 0),
            ("tuple1" | "tuple2" | "tuple3", items) if wanted.is_none() => {
                let first = self.temporaries(items.len() + 1) + 1;
                for (item, into) in items.iter().zip(first..) {
                    self.put(*item, into);
                }
                Place::Pack(first, items.len() as u16)
            }
            ("tuple_prepend", [item, Place::Pack(first, count)]) if wanted.is_none() => {
                let own = self.temporaries(*count as usize + 2) + 1;
                self.put(*item, own);
                for index in 0..*count {
                    self.put(Place::Register(first + index), own + 1 + index);
                }
                Place::Pack(own, count + 1)
            }
            ("tuple_item", [Place::Pack(first, _), Place::Known(index)]) => {
                Place::Register(first + index.as_int()? as Reg)
            }
            ("new_list", [Place::Pack(first, count)]) => {
                let into = self.result(wanted);
                self.emit(Instruction::NewList { first: *first, count: *count, into });
                Place::Register(into)
            }
            ("handled_exception", []) => {
                let into = self.result(wanted);
                self.emit(Instruction::Handled { into });
                Place::Register(into)
            }
            ("begin_handling" | "end_handling", [exception]) => {
                let exception = self.register(*exception);
                self.emit(Instruction::Handle { exception });
                Place::Known(Value::NONE)
            }
            ("exception_matches", [exception, class]) => {
                let (exception, class) = (self.register(*exception), self.register(*class));
                let into = self.result(wanted);
                self.emit(Instruction::Matches { into, exception, class });
                Place::Register(into)
            }
            ("delete_local", [Place::Known(slot)]) => {
                let variable = slot.as_int()? as Reg;
                self.emit(Instruction::Check { variable });
                self.put(Place::Known(Value::NOTHING), variable);
                self.bound[variable as usize] = false;
                Place::Known(Value::NONE)
            }
            ("concatenated", [Place::Pack(first, 1)]) => Place::Register(*first),
            ("concatenated", [Place::Pack(first, count)]) => {
                let into = self.result(wanted);
                self.emit(Instruction::Concat { first: *first, count: *count, into });
                Place::Register(into)
            }
            ("empty_list", []) => {
                let into = self.result(wanted);
                self.emit(Instruction::NewList { first: 0, count: 0, into });
                Place::Register(into)
            }
            ("tuple_of_list", [Place::Register(list)]) => {
                let into = self.result(wanted);
                self.tuple_of_list(*list, into);
                Place::Register(into)
            }
            ("list_append", [list, value]) => {
                let (list, value) = (self.register(*list), self.register(*value));
                self.emit(Instruction::Append { list, value });
                Place::Known(Value::NONE)
            }
            _ => return self.special_protocol(operation, places, wanted),
        };
        Some(place)
    }

    fn special_protocol(
        &mut self,
        operation: &Operation,
        places: &[Place],
        wanted: Option<Reg>,
    ) -> Option<Place> {
        let name = operation.name();
        match (name, places) {
            ("operator.binary" | "operator.inplace", [Place::Known(op), a, b]) => {
                let small = small_addend(*op, *b);
                let a = self.register(*a);
                let into = self.result(wanted);
                if let Some(int) = small {
                    self.emit(Instruction::AddInt { into, a, int });
                }
                let b = self.register(*b);
                let fast = if small.is_none() { on_numbers(op.as_kind(), into, a, b) } else { None };
                if let Some(fast) = fast {
                    self.emit(fast);
                }
                let op = op.as_kind() as u8;
                self.emit(if name == "operator.inplace" && !mutant!(InPlaceLost) {
                    Instruction::InPlace { op, into, a, b }
                } else {
                    Instruction::Binary { op, into, a, b }
                });
                Some(Place::Register(into))
            }
            ("operator.unary", [Place::Known(op), Place::Known(value)])
                if value.is_int() || value.is_float() =>
            {
                // Of a constant the result is known as well.
                match primitives::unary_builtin() {
                    Operation::Primitive(primitive) => {
                        let result = (primitive.run)(self.machine, &[*op, *value]).ok()?;
                        result.present().filter(|result| !result.is_object()).map(Place::Known)
                    }
                    _ => None,
                }
                .or_else(|| self.unary(*op, Place::Known(*value), wanted))
            }
            ("operator.unary", [Place::Known(op), a]) => self.unary(*op, *a, wanted),
            ("operator.compare", [Place::Known(op), a, b]) => {
                self.fold_tuple(op.as_kind(), *b);
                let (a, b) = (self.register(*a), self.register(*b));
                let into = self.result(wanted);
                self.emit(Instruction::Compare { op: op.as_kind() as u8, into, a, b });
                Some(Place::Register(into))
            }
            ("convert.truth", [value]) => {
                let value = self.register(*value);
                let into = self.result(wanted);
                self.emit(Instruction::Truth { into, value });
                Some(Place::Register(into))
            }
            ("attribute.get", [object, Place::Known(name)]) => {
                let object = self.register(*object);
                let (into, cache) = (self.result(wanted), self.cache(*name));
                self.emit(Instruction::GetAttribute { into, object, cache });
                Some(Place::Register(into))
            }
            ("attribute.set", [object, Place::Known(name), value]) => {
                let (object, value) = (self.register(*object), self.register(*value));
                let cache = self.cache(*name);
                self.emit(Instruction::SetAttribute { object, value, cache });
                Some(Place::Known(Value::NONE))
            }
            ("container.getitem", [container, key]) => {
                let container = self.register(*container);
                let into = self.result(wanted);
                if let Some(index) = small_index(*key) {
                    self.emit(Instruction::GetItemAt { into, container, index });
                }
                let key = self.register(*key);
                if let Some(first) = self.fresh_slice(key, "expr.subscript") {
                    self.emit_before_last(Instruction::GetSlice { into, container, first });
                }
                self.emit(Instruction::GetItem { into, container, key });
                Some(Place::Register(into))
            }
            ("container.setitem", [container, key, value]) => {
                let (container, key) = (self.register(*container), self.register(*key));
                let value = self.register(*value);
                if let Some(first) = self.fresh_slice(key, "bind.subscript") {
                    self.emit_before_last(Instruction::SetSlice { container, value, first });
                }
                self.emit(Instruction::SetItem { container, key, value });
                Some(Place::Known(Value::NONE))
            }
            ("iteration.iter", [iterable]) => {
                let iterable = self.register(*iterable);
                let into = self.result(wanted);
                self.emit(Instruction::Iterate { into, iterable });
                Some(Place::Register(into))
            }
            ("iteration.next", [Place::Walk(walk)]) => {
                let into = self.result(wanted);
                self.emit(Instruction::Step { into, walk: *walk });
                Some(Place::Register(into))
            }
            ("iteration.next" | "iteration.pull", [iterator]) => {
                let iterator = self.register(*iterator);
                let into = self.result(wanted);
                self.emit(if name == "iteration.next" {
                    Instruction::Next { into, iterator }
                } else {
                    Instruction::Pull { into, iterator }
                });
                Some(Place::Register(into))
            }
            ("generator.delegate.send", [iterator, value]) => {
                let (iterator, value) = (self.register(*iterator), self.register(*value));
                let into = self.result(wanted);
                self.emit(Instruction::Send { into, iterator, value });
                self.target();
                Some(Place::Register(into))
            }
            ("iteration.unpack", [value, Place::Known(count)]) => {
                let count = count.as_int().filter(|&count| count < 250)? as u16;
                let value = self.register(*value);
                let first = self.temporaries(count.max(1) as usize + 1) + 1;
                self.emit(Instruction::Unpack { value, first, count: count as u8 });
                self.emit(Instruction::Spread { first, count: count as u8 });
                self.target();
                Some(Place::Pack(first, count))
            }
            ("call", [callee, Place::Pack(first, count), Place::Known(named)]) if named.is_nothing() => {
                self.call(*callee, *first, *count, wanted)
            }
            _ => None,
        }
    }

    /// The right operand of `in` that is a tuple of constants, made by the last instruction, becomes a constant as well:
    /// `in` only looks into it.
    pub(super) fn fold_tuple(&mut self, op: Kind, right: Place) {
        let (Kind::In | Kind::NotIn, Place::Register(tuple)) = (op, right) else { return };
        let end = self.here();
        let Some(&Instruction::NewTuple { count, into, .. }) = self.instructions.last() else { return };
        let Some(start) = end.checked_sub(count as usize + 1) else { return };
        if into != tuple || count == 0 || self.last_target > start {
            return;
        }
        let constant = |instruction: &Instruction| match instruction {
            Instruction::Load { constant, .. } => Some(self.constants[*constant as usize]),
            _ => None,
        };
        let items: Option<Vec<Value>> = self.instructions[start..end - 1].iter().map(constant).collect();
        let Some(items) = items else { return };
        self.instructions.truncate(start);
        self.positions.truncate(start);
        self.rules.truncate(start);
        let value = self.machine.heap.new_tuple(items);
        self.put(Place::Known(value), tuple);
    }

    /// The arguments of a call. A tuple or list that is all of them need not be put into another list first.
    fn tuple_of_list(&mut self, list: Reg, into: Reg) {
        let number = NUMBERS[&(primitives::tuple_of_list() as *const _ as usize)];
        if let Some((start, value)) = self.only_starred(list) {
            let tail = self.instructions.split_off(start);
            let (positions, rules) = (self.positions.split_off(start), self.rules.split_off(start));
            // In general: the list, what fills it, and the tuple of it.
            let general = tail.len() as u8 + 2;
            self.emit(Instruction::Starred { into, value, general });
            self.emit(Instruction::NewList { first: 0, count: 0, into: list });
            self.instructions.extend(tail);
            self.positions.extend(positions);
            self.rules.extend(rules);
        }
        self.emit(Instruction::Primitive { number, first: list, count: 1, into });
    }

    /// If the last instructions extend a list that was empty until then: where they begin, and by what they extend it.
    fn only_starred(&self, list: Reg) -> Option<(usize, Reg)> {
        use Instruction::{Append, Move, NewList, Protocol};
        let (before, last) = self.instructions.split_last_chunk::<4>()?;
        let &[Move { from, .. }, Move { from: value, .. }, Move { .. }, Protocol { .. }] = last else {
            return None;
        };
        let is_new = |it: &Instruction| matches!(it, NewList { count: 0, into, .. } if *into == list);
        let is_used = |it: &Instruction| matches!(it, Append { list: other, .. } | Move { from: other, .. } if *other == list);
        let begin = before.iter().rposition(is_new)?;
        let is_only = from == list && !before[begin..].iter().any(is_used);
        (is_only && self.last_target <= before.len()).then_some((before.len(), value))
    }

    /// Where start, stop and step are, if the last instruction made a slice object of them in this register, and the rule
    /// at hand uses it this once.
    fn fresh_slice(&self, key: Reg, rule: &str) -> Option<Reg> {
        if self.machine.rules.get(self.rule).definition.id != rule || self.last_target == self.here() {
            return None;
        }
        match self.instructions.last() {
            Some(&Instruction::Primitive { number, first, into, .. }) if into == key => {
                PRIMITIVES[number as usize].name().eq("new_slice").then_some(first)
            }
            _ => None,
        }
    }

    /// Emits a fast path for what the last instruction and the next one do in general.
    fn emit_before_last(&mut self, fast: Instruction) {
        if let Some(last) = self.instructions.pop() {
            self.positions.pop();
            self.rules.pop();
            self.emit(fast);
            self.emit(last);
        }
    }

    fn unary(&mut self, op: Value, a: Place, wanted: Option<Reg>) -> Option<Place> {
        let a = self.register(a);
        let into = self.result(wanted);
        self.emit(Instruction::Unary { op: op.as_kind() as u8, into, a });
        Some(Place::Register(into))
    }

    fn result(&mut self, wanted: Option<Reg>) -> Reg {
        wanted.unwrap_or_else(|| self.temporary())
    }

    /// A variable is used in its place, once it is known to be bound.
    fn load_local(&mut self, slot: Value) -> Place {
        let variable = slot.as_int().unwrap_or(0) as Reg;
        if !self.bound[variable as usize] {
            self.emit(Instruction::Check { variable });
            self.bound[variable as usize] = !self.deleted[variable as usize];
        }
        if self.in_place {
            return Place::Register(variable);
        }
        let into = self.temporary();
        self.emit(Instruction::Move { into, from: variable });
        Place::Register(into)
    }

    /// A call with its arguments in consecutive registers. If the callee was an attribute that has just been looked
    /// up, the lookup and the call leave out making a bound method.
    fn call(&mut self, callee: Place, first: Reg, count: u16, wanted: Option<Reg>) -> Option<Place> {
        if count > 250 {
            return None;
        }
        let callee = self.register(callee);
        let into = self.result(wanted);
        let count = count as u8;
        if callee + 2 == first && wanted != Some(callee) && self.becomes_method_lookup(callee) {
            self.emit(Instruction::CallMethod { count, callee, into });
        } else {
            self.emit(Instruction::Call { count, callee, first, into });
        }
        self.target();
        Some(Place::Register(into))
    }

    /// Turns the attribute lookup that made this register's value into a method lookup, if that is what made it.
    fn becomes_method_lookup(&mut self, callee: Reg) -> bool {
        let lookup = self.instructions.iter().rposition(|instruction| {
            let mut instruction = *instruction;
            instruction.result_mut().is_some_and(|into| *into == callee)
        });
        let Some(index) = lookup else { return false };
        match self.instructions[index] {
            Instruction::GetAttribute { into, object, cache } => {
                self.instructions[index] = Instruction::GetMethod { into, object, cache };
                true
            }
            _ => false,
        }
    }
}

/// The small constant that an operator adds or subtracts.
fn small_addend(op: Value, b: Place) -> Option<i16> {
    let Place::Known(value) = b else { return None };
    let int = i16::try_from(value.as_int()?).ok()?;
    match op.as_kind() {
        Kind::Add => Some(int),
        Kind::Sub => int.checked_neg(),
        _ => None,
    }
}

/// A constant index.
fn small_index(key: Place) -> Option<i16> {
    match key {
        Place::Known(value) => i16::try_from(value.as_int()?).ok(),
        _ => None,
    }
}

/// The fast path of a binary operator.
fn on_numbers(op: Kind, into: Reg, a: Reg, b: Reg) -> Option<Instruction> {
    Some(match op {
        Kind::Add => Instruction::Add { into, a, b },
        Kind::Sub => Instruction::Sub { into, a, b },
        Kind::Mult => Instruction::Mul { into, a, b },
        Kind::Div => Instruction::Div { into, a, b },
        Kind::FloorDiv => Instruction::FloorDiv { into, a, b },
        Kind::Mod => Instruction::Mod { into, a, b },
        Kind::BitAnd => Instruction::And { into, a, b },
        Kind::BitOr => Instruction::Or { into, a, b },
        Kind::BitXor => Instruction::Xor { into, a, b },
        Kind::LShift => Instruction::LeftShift { into, a, b },
        Kind::RShift => Instruction::RightShift { into, a, b },
        _ => return None,
    })
}
