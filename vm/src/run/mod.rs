//! The VM: the reference machine's state, with compiled code on its stack.
//!
//! An activation of compiled code lies on the same stack as those of rules. The loop runs whichever is on top: rules
//! are stepped by the reference machine, instructions here.

mod attributes;
mod calls;
mod items;
mod operators;
mod quick;

use crate::code::Compiled;
use crate::compile::{compile, select::PRIMITIVES};
use crate::instruction::{Instruction, Reg};
use semantics::machine::Unwound;
use semantics::rules::language::{Operation, Transfer};
use semantics::state::{Data, Machine, RuleId, Stop, Thrown, Type, Value};
use std::rc::Rc;

/// A machine, and the code compiled for it so far.
pub struct Vm<'a> {
    pub machine: &'a mut Machine,
    codes: Vec<Option<Rc<Compiled>>>,
}

/// Runs what has been begun until there is a result or a limit is reached. If it has not taken its first step yet, it is
/// compiled from the start.
pub fn run(machine: &mut Machine) {
    machine.compile_from_here();
    Vm::new(machine).run();
}

/// What an instruction leads to.
type Outcome = Result<(), Thrown>;

/// Why the loop over the instructions of a frame was left.
enum Left {
    /// Another activation is on top now.
    Switched,
    Thrown(Thrown),
    Reraised(Value),
}

/// How many instructions compare in general: the comparison, and the jump by its truth in three.
const GENERAL_COMPARISON: usize = 4;

/// How many jumps back and calls are counted before limits are looked at.
const FUEL_STRIDE: u64 = 64;

impl<'a> Vm<'a> {
    pub fn new(machine: &'a mut Machine) -> Vm<'a> {
        Vm { machine, codes: Vec::new() }
    }

    /// Runs until there is a result or a limit is reached.
    pub fn run(&mut self) {
        while self.machine.result.is_none() && self.machine.stopped.is_none() {
            let Some(top) = self.machine.thread.activations.last() else { return };
            if top.rule != RuleId::COMPILED {
                self.machine.step();
                self.catch_pending();
                continue;
            }
            let number = top.node.0;
            match self.compiled(number) {
                Ok(code) => self.run_frame(&code),
                Err(stop) => self.machine.stopped = Some(stop),
            }
        }
    }

    /// The compiled code of a unit.
    fn compiled(&mut self, number: u32) -> Result<Rc<Compiled>, Stop> {
        if let Some(Some(code)) = self.codes.get(number as usize) {
            return Ok(code.clone());
        }
        self.machine.program = self.machine.codes[number as usize].program.clone();
        let code = Rc::new(compile(self.machine, number)?);
        *self.machine.codes[number as usize].positions.borrow_mut() = code.positions.clone();
        self.machine.pinned.extend(code.constants.iter().copied());
        if self.codes.len() <= number as usize {
            self.codes.resize(number as usize + 1, None);
        }
        self.codes[number as usize] = Some(code.clone());
        Ok(code)
    }

    /// An exception that a rule did not take may have come to compiled code.
    fn catch_pending(&mut self) {
        if let Some(exception) = self.machine.pending.take() {
            self.unwind(exception);
        }
    }

    /// Looks for the handler of an exception, from the innermost activation outward.
    fn unwind(&mut self, exception: Value) {
        loop {
            let Some(&top) = self.machine.thread.activations.last() else {
                self.machine.result = Some(Err(exception));
                return;
            };
            if top.rule != RuleId::COMPILED {
                if self.machine.rethrow(exception) != Unwound::AtCompiled(exception) {
                    self.machine.pending = None;
                    return;
                }
                self.machine.pending = None;
                continue;
            }
            let at = top.at.saturating_sub(1);
            let code = self.codes[top.node.0 as usize].clone();
            let found = code.as_ref().and_then(|code| {
                code.protected.iter().find(|range| range.start <= at && at < range.end).copied()
            });
            match (found, code) {
                (Some(range), Some(code)) => {
                    let base = top.base as usize;
                    self.machine.thread.slots[base + range.into as usize] = exception;
                    self.machine.thread.top = base + code.registers;
                    if let Some(top) = self.machine.thread.activations.last_mut() {
                        top.at = range.handler;
                    }
                    return;
                }
                _ if self.ends_iteration(exception) => return,
                _ => self.machine.abandon_activation(exception),
            }
        }
    }

    /// `StopIteration` out of a `__next__` that a loop entered gives no item, as the rule `iteration.next` says.
    fn ends_iteration(&mut self, exception: Value) -> bool {
        let is_first = self.machine.frame().activation as usize + 1 == self.machine.thread.activations.len();
        if !is_first
            || !self.machine.frame().is_next
            || !self.machine.is_instance(exception, Type::StopIteration)
        {
            return false;
        }
        let Some(done) = self.machine.thread.activations.pop() else { return false };
        self.machine.thread.top = done.below as usize;
        self.machine.pop_frame();
        self.machine.deliver(done.into, Value::NOTHING);
        true
    }

    /// Runs the frame on top, and those that it leads to, until control comes to a rule or out of the program.
    fn run_frame(&mut self, code: &Rc<Compiled>) {
        let mut at = 0;
        let left = self.instructions(code.clone(), &mut at);
        let exception = match left {
            Left::Switched => return,
            Left::Thrown(thrown) => {
                self.save(at);
                self.machine.set_context(thrown.0);
                self.machine.add_traceback(thrown.0);
                thrown.0
            }
            Left::Reraised(exception) => {
                self.save(at);
                exception
            }
        };
        self.unwind(exception);
    }

    /// The frame on top if it runs compiled code: the code, where its registers begin, where it goes on.
    #[inline(always)]
    fn top_frame(&mut self) -> Option<(Rc<Compiled>, usize, usize)> {
        let top = *self.machine.thread.activations.last()?;
        if top.rule != RuleId::COMPILED || self.machine.stopped.is_some() {
            return None;
        }
        let code = self.codes.get(top.node.0 as usize)?.as_ref()?.clone();
        let base = top.base as usize;
        if top.at == 0 {
            self.machine.thread.reserve(base, code.registers);
            self.machine.thread.slots[base + code.variables..base + code.registers].fill(Value::NOTHING);
            self.machine.thread.top = base + code.registers;
        }
        Some((code, base, top.at as usize))
    }

    /// Notes where the frame on top goes on.
    #[inline(always)]
    fn save(&mut self, at: usize) {
        if let Some(top) = self.machine.thread.activations.last_mut() {
            top.at = at as u32;
        }
    }

    #[inline(always)]
    fn set(&mut self, base: usize, register: Reg, value: Value) {
        self.machine.thread.slots[base + register as usize] = value;
    }

    /// Begins a protocol's rule as an activation; its result goes to the register.
    #[cold]
    #[inline(never)]
    fn begin(&mut self, at: usize, rule: RuleId, into: Reg, inputs: &[Value]) -> Left {
        self.save(at);
        self.machine.begin_rule(rule, spec::ast::NodeId(0), into, inputs);
        self.catch_pending();
        Left::Switched
    }

    /// Counts fuel, and collects garbage if it is time.
    #[inline(always)]
    fn poll(&mut self) -> bool {
        self.machine.steps += 1;
        if self.machine.heap.is_full() || self.machine.steps.is_multiple_of(FUEL_STRIDE) {
            return self.poll_slowly();
        }
        false
    }

    #[cold]
    #[inline(never)]
    fn poll_slowly(&mut self) -> bool {
        if self.machine.steps >= self.machine.limits.fuel {
            self.machine.stopped = Some(Stop::Fuel);
        }
        self.machine.collect_if_needed();
        self.machine.stopped.is_some()
    }

    /// The loop over the instructions of one frame.
    fn instructions(&mut self, code: Rc<Compiled>, at: &mut usize) -> Left {
        let mut code = code;
        let mut base;
        // Goes on with the frame on top, if it runs compiled code as well.
        macro_rules! switch {
            () => {
                match self.top_frame() {
                    Some((other, begin, next)) => {
                        code = other;
                        base = begin;
                        *at = next;
                        continue;
                    }
                    None => return Left::Switched,
                }
            };
        }
        match self.top_frame() {
            Some((_, begin, next)) => (base, *at) = (begin, next),
            None => return Left::Switched,
        }
        macro_rules! get {
            ($register:expr) => {
                self.machine.thread.slots[base + $register as usize]
            };
        }
        macro_rules! set {
            ($register:expr, $value:expr) => {{
                let value = $value;
                self.machine.thread.slots[base + $register as usize] = value;
            }};
        }
        // The value of an outcome; an exception leaves the loop.
        macro_rules! value {
            ($outcome:expr) => {
                match $outcome {
                    Ok(value) => value,
                    Err(thrown) => return Left::Thrown(thrown),
                }
            };
        }
        // The value of a fast path, or the rule.
        macro_rules! or_rule {
            ($value:expr, $into:expr, $rule:ident, $($input:expr),*) => {{
                let value = $value;
                if value.is_nothing() {
                    let rule = self.rules().$rule;
                    return self.begin(*at, rule, $into, &[$($input),*]);
                }
                set!($into, value);
            }};
        }
        loop {
            let instruction = code.instructions[*at];
            *at += 1;
            match instruction {
                Instruction::Load { into, constant } => set!(into, code.constants[constant as usize]),
                Instruction::Move { into, from } => set!(into, get!(from)),
                Instruction::Check { variable } => {
                    if get!(variable).is_nothing() {
                        return Left::Thrown(self.machine.unbound_local(Value::small(variable as i64)));
                    }
                }
                Instruction::Primitive { number, first, count, into } => {
                    value!(self.primitive(base, number, first, count, into));
                    if self.machine.stopped.is_some() {
                        self.save(*at);
                        return Left::Switched;
                    }
                }
                Instruction::Protocol { rule, first, count, into } => {
                    let first = base + first as usize;
                    let inputs: [Value; 8] = self.copy_inputs(first, count);
                    if let Some(primitive) = quick::quick(rule) {
                        let answer = value!((primitive.run)(self.machine, &inputs[..count as usize]));
                        if answer.is_present() {
                            set!(into, answer);
                            continue;
                        }
                    }
                    return self.begin(*at, rule, into, &inputs[..count as usize]);
                }
                Instruction::Transfer { number, first, into } => {
                    self.save(*at);
                    let (a, b) = (get!(first), self.machine.thread.slots[base + first as usize + 1]);
                    return match self.transfer(number, a, b, into) {
                        Ok(()) => Left::Switched,
                        Err(thrown) => Left::Thrown(thrown),
                    };
                }
                Instruction::Jump { offset } => *at = (*at as isize + offset as isize) as usize,
                Instruction::Loop { offset } => {
                    *at = (*at as isize + offset as isize) as usize;
                    if self.poll() {
                        self.save(*at);
                        return Left::Switched;
                    }
                }
                Instruction::Unless { condition, offset } => {
                    if !get!(condition).is_true() {
                        *at = (*at as isize + offset as isize) as usize;
                    }
                }
                Instruction::IfSomething { value, offset } => {
                    if get!(value).is_present() {
                        *at = (*at as isize + offset as isize) as usize;
                    }
                }
                Instruction::UnlessPlainly { value, offset, skip } => {
                    let value = get!(value);
                    if value.is_true() {
                        *at += skip as usize;
                    } else if value == Value::FALSE || value.is_none() {
                        *at = (*at as isize + offset as isize) as usize;
                    }
                }
                Instruction::CompareUnless { op, a, b, offset } => {
                    if let Some(result) = operators::fast_order(op, get!(a), get!(b)) {
                        *at = if result {
                            *at + GENERAL_COMPARISON
                        } else {
                            (*at as isize + offset as isize) as usize
                        };
                    }
                }
                Instruction::CompareIntUnless { op, a, int, offset } => {
                    if let Some(result) = operators::fast_order(op, get!(a), Value::small(int as i64)) {
                        let general = GENERAL_COMPARISON + 1;
                        *at = if result { *at + general } else { (*at as isize + offset as isize) as usize };
                    }
                }
                Instruction::AddInt { into, a, int } => {
                    if let Some(sum) = Value::add_ints(get!(a), Value::small(int as i64)) {
                        set!(into, sum);
                        *at += 2;
                    }
                }
                Instruction::Add { into, a, b } => {
                    let (x, y) = (get!(a), get!(b));
                    if let Some(sum) = Value::add_ints(x, y) {
                        set!(into, sum);
                    } else if let Some((x, y)) = Value::floats(x, y) {
                        set!(into, Value::float(x + y));
                    } else {
                        let op = Value::kind(spec::ast::Kind::Add);
                        or_rule!(value!(self.binary(op, x, y)), into, binary, op, x, y);
                    }
                }
                Instruction::Sub { into, a, b } => {
                    let (x, y) = (get!(a), get!(b));
                    if let Some(difference) = Value::sub_ints(x, y) {
                        set!(into, difference);
                    } else if let Some((x, y)) = Value::floats(x, y) {
                        set!(into, Value::float(x - y));
                    } else {
                        let op = Value::kind(spec::ast::Kind::Sub);
                        or_rule!(value!(self.binary(op, x, y)), into, binary, op, x, y);
                    }
                }
                Instruction::Mul { into, a, b } => {
                    let (x, y) = (get!(a), get!(b));
                    if let Some((x, y)) = Value::floats(x, y) {
                        set!(into, Value::float(x * y));
                    } else if let Some(product) = small_product(x, y) {
                        set!(into, product);
                    } else {
                        let op = Value::kind(spec::ast::Kind::Mult);
                        or_rule!(value!(self.binary(op, x, y)), into, binary, op, x, y);
                    }
                }
                Instruction::Binary { op, into, a, b } => {
                    let (x, y) = (get!(a), get!(b));
                    match operators::fast_binary(op, x, y) {
                        Some(result) => set!(into, result),
                        None => {
                            let op = Value::kind(spec::ast::Kind::ALL[op as usize]);
                            or_rule!(value!(self.binary(op, x, y)), into, binary, op, x, y);
                        }
                    }
                }
                Instruction::InPlace { op, into, a, b } => {
                    let (x, y) = (get!(a), get!(b));
                    match operators::fast_binary(op, x, y) {
                        Some(result) => set!(into, result),
                        None => {
                            let op = Value::kind(spec::ast::Kind::ALL[op as usize]);
                            or_rule!(value!(self.inplace(op, x, y)), into, inplace, op, x, y);
                        }
                    }
                }
                Instruction::Unary { op, into, a } => {
                    let op = Value::kind(spec::ast::Kind::ALL[op as usize]);
                    let x = get!(a);
                    or_rule!(value!(self.unary(op, x)), into, unary, op, x);
                }
                Instruction::Compare { op, into, a, b } => {
                    let (x, y) = (get!(a), get!(b));
                    match operators::fast_compare(op, x, y) {
                        Some(result) => set!(into, Value::bool(result)),
                        None => {
                            let op = Value::kind(spec::ast::Kind::ALL[op as usize]);
                            or_rule!(value!(self.compare(op, x, y)), into, compare, op, x, y);
                        }
                    }
                }
                Instruction::Same { into, a, b } => set!(into, Value::bool(get!(a) == get!(b))),
                Instruction::Truth { into, value } => {
                    let x = get!(value);
                    or_rule!(value!(self.truth(x)), into, truth, x);
                }
                Instruction::Not { into, value } => set!(into, Value::bool(!get!(value).is_true())),
                Instruction::LoadGlobal { into, cache } => {
                    let value = value!(self.load_global(&code.caches[cache as usize]));
                    set!(into, value);
                }
                Instruction::StoreGlobal { from, name } => {
                    let (name, value) = (code.constants[name as usize], get!(from));
                    let globals = self.machine.frame().globals;
                    self.machine.dict_set_name(globals, name, value);
                }
                Instruction::LoadCell { into, slot } => match self.machine.heap.get(get!(slot)) {
                    Some(&Data::Cell(value)) if value.is_present() => set!(into, value),
                    _ => return Left::Thrown(self.machine.unbound_cell(Value::small(slot as i64))),
                },
                Instruction::StoreCell { from, slot } => {
                    let value = get!(from);
                    if let Some(Data::Cell(content)) = self.machine.heap.get_mut(get!(slot)) {
                        *content = value;
                    }
                }
                Instruction::GetAttribute { into, object, cache } => {
                    let (object, cache) = (get!(object), &code.caches[cache as usize]);
                    or_rule!(
                        value!(self.get_attribute(object, cache)),
                        into,
                        getattr,
                        object,
                        cache.get().name
                    );
                }
                Instruction::GetMethod { into, object, cache } => {
                    let (object, cache) = (get!(object), &code.caches[cache as usize]);
                    match self.find_method(object, cache) {
                        Some(function) => {
                            set!(into, function);
                            set!(into + 1, object);
                        }
                        None => {
                            set!(into + 1, Value::NOTHING);
                            or_rule!(
                                value!(self.get_attribute(object, cache)),
                                into,
                                getattr,
                                object,
                                cache.get().name
                            );
                        }
                    }
                }
                Instruction::SetAttribute { object, value, cache } => {
                    let (object, value, cache) = (get!(object), get!(value), &code.caches[cache as usize]);
                    if !value!(self.set_attribute(object, value, cache)) {
                        let rule = self.rules().setattr;
                        let discard = semantics::state::Activation::DISCARD;
                        return self.begin(*at, rule, discard, &[object, cache.get().name, value]);
                    }
                }
                Instruction::GetItem { into, container, key } => {
                    let (container, key) = (get!(container), get!(key));
                    match self.list_item(container, key) {
                        Some(item) => set!(into, item),
                        None => {
                            or_rule!(value!(self.get_item(container, key)), into, getitem, container, key)
                        }
                    }
                }
                Instruction::SetItem { container, key, value } => {
                    let (container, key, value) = (get!(container), get!(key), get!(value));
                    if !self.set_list_item(container, key, value)
                        && !value!(self.set_item(container, key, value))
                    {
                        let rule = self.rules().setitem;
                        let discard = semantics::state::Activation::DISCARD;
                        return self.begin(*at, rule, discard, &[container, key, value]);
                    }
                }
                Instruction::Call { count, callee, first, into } => {
                    let callee = get!(callee);
                    self.save(*at);
                    match self.call(callee, base + first as usize, count as usize, into) {
                        Ok(Some(value)) => set!(into, value),
                        Ok(None) => switch!(),
                        Err(thrown) => return Left::Thrown(thrown),
                    }
                }
                Instruction::CallMethod { count, callee, into } => {
                    let first = base + callee as usize + 2;
                    let (function, object) = (get!(callee), get!(callee + 1));
                    self.save(*at);
                    let called = if object.is_present() {
                        self.call(function, first - 1, count as usize + 1, into)
                    } else {
                        self.call(function, first, count as usize, into)
                    };
                    match called {
                        Ok(Some(value)) => set!(into, value),
                        Ok(None) => switch!(),
                        Err(thrown) => return Left::Thrown(thrown),
                    }
                }
                Instruction::NewList { first, count, into } => {
                    let first = base + first as usize;
                    let items = self.machine.thread.slots[first..first + count as usize].to_vec();
                    set!(into, self.machine.heap.new_list(items));
                }
                Instruction::NewTuple { first, count, into } => {
                    let first = base + first as usize;
                    let items = self.machine.thread.slots[first..first + count as usize].to_vec();
                    set!(into, self.machine.heap.new_tuple(items));
                }
                Instruction::Append { list, value } => {
                    let (list, value) = (get!(list), get!(value));
                    self.machine.list_push(list, value);
                }
                Instruction::Unpack { value, first, count } => {
                    let value = get!(value);
                    if self.unpack(value, base + first as usize, count as usize) {
                        *at += 1;
                    } else {
                        let rule = self.rules().unpack;
                        return self.begin(*at, rule, first - 1, &[value, Value::small(count as i64)]);
                    }
                }
                Instruction::Spread { first, count } => {
                    let items = get!(first - 1);
                    self.unpack(items, base + first as usize, count as usize);
                }
                Instruction::Iterate { into, iterable } => {
                    let iterable = get!(iterable);
                    or_rule!(value!(self.iterate(iterable)), into, iter, iterable);
                }
                Instruction::Next { into, iterator } => {
                    let iterator = get!(iterator);
                    match self.next(iterator) {
                        Ok(Some(item)) => {
                            set!(into, item);
                            if item.is_present()
                                && let Instruction::IfSomething { offset, .. } = code.instructions[*at]
                            {
                                *at = (*at as isize + 1 + offset as isize) as usize;
                            }
                        }
                        Ok(None) => {
                            self.save(*at);
                            match self.next_slowly(iterator, into) {
                                Ok(()) => switch!(),
                                Err(thrown) => return Left::Thrown(thrown),
                            }
                        }
                        Err(thrown) => return Left::Thrown(thrown),
                    }
                }
                Instruction::Raise { exception } => return Left::Thrown(Thrown(get!(exception))),
                Instruction::Reraise { exception } => return Left::Reraised(get!(exception)),
                Instruction::Return { value } => {
                    let value = get!(value);
                    self.machine.finish_activation(value);
                    if self.machine.result.is_some() {
                        return Left::Switched;
                    }
                    switch!()
                }
                Instruction::Yield { value, into } => {
                    let value = get!(value);
                    self.save(*at);
                    self.machine.suspend(value, into);
                    switch!()
                }
            }
        }
    }

    fn copy_inputs(&self, first: usize, count: u8) -> [Value; 8] {
        let mut inputs = [Value::NOTHING; 8];
        inputs[..count as usize].copy_from_slice(&self.machine.thread.slots[first..first + count as usize]);
        inputs
    }

    /// A primitive as it is. Its program is that of the frame.
    fn primitive(&mut self, base: usize, number: u16, first: Reg, count: u8, into: Reg) -> Outcome {
        let Operation::Primitive(primitive) = PRIMITIVES[number as usize] else {
            unreachable!("the table holds primitives")
        };
        let code = self.machine.frame().code;
        if !Rc::ptr_eq(&self.machine.program, &self.machine.codes[code as usize].program) {
            self.machine.program = self.machine.codes[code as usize].program.clone();
        }
        let inputs = self.copy_inputs(base + first as usize, count);
        let value = (primitive.run)(self.machine, &inputs[..count as usize])?;
        self.set(base, into, value);
        Ok(())
    }

    fn transfer(&mut self, number: u8, a: Value, b: Value, into: Reg) -> Outcome {
        const INVOKE: u8 = Transfer::Invoke as u8;
        const RESUME: u8 = Transfer::Resume as u8;
        const THROW_INTO: u8 = Transfer::ThrowInto as u8;
        const RUN_CLASS: u8 = Transfer::RunClass as u8;
        match number {
            INVOKE => self.machine.invoke(a, b, into),
            RESUME => self.machine.resume(a, b, into),
            THROW_INTO => self.machine.throw_into(a, b, into),
            RUN_CLASS => self.machine.run_class(a, b, into),
            _ => self.machine.perform(a, b, into),
        }
    }
}

/// The product of two small ints, if it is small.
#[inline(always)]
fn small_product(x: Value, y: Value) -> Option<Value> {
    let (x, y) = Value::ints(x, y)?;
    Value::try_int(x.checked_mul(y)?)
}

/// The class of a value, for guards.
#[inline(always)]
pub(crate) fn is_exact(machine: &Machine, value: Value, class: Type) -> bool {
    machine.heap.shape_of(value).0 == class as u32
}
