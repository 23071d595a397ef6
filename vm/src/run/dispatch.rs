//! The loop over instructions.

use super::registers::{Position, Registers};
use super::{Left, Vm, operators, quick};
use crate::code::Compiled;
use crate::instruction::Instruction;
use crate::seeded;
use semantics::state::{Activation, Data, Machine, Thrown, Value};
use spec::ast::Kind;

/// What a call led to.
pub(super) enum Called<'a> {
    Value(Value),
    /// The frame of a function was entered: its code, and where its registers begin.
    Entered(&'a Compiled, usize),
    /// Another activation is on top now.
    Switched,
}

impl<'a> Vm<'a> {
    /// Runs the activation on top, and those that it leads to, until control comes to a rule that is stepped or out of
    /// the program.
    pub(super) fn instructions(&mut self) -> Left {
        let Some((mut code, mut base, start)) = self.top_code() else { return Left::Switched };
        // SAFETY (here and below): the code was checked when it was made, and its registers were reserved when the frame
        // was entered. They are taken anew after all that may have moved them.
        let mut registers = unsafe { Registers::of(&mut self.machine.thread, base, code) };
        let mut position = unsafe { Position::of(code, start) };
        // Notes where the frame goes on.
        macro_rules! save {
            () => {
                self.save(position.index(code))
            };
        }
        macro_rules! leave {
            ($left:expr) => {{
                save!();
                return $left;
            }};
        }
        // Takes the registers anew, after something that may have moved them.
        macro_rules! refresh {
            () => {
                registers = unsafe { Registers::of(&mut self.machine.thread, base, code) }
            };
        }
        // Goes on with other code.
        macro_rules! go_on {
            ($code:expr, $base:expr, $start:expr) => {{
                (code, base) = ($code, $base);
                refresh!();
                position = unsafe { Position::of(code, $start) };
            }};
        }
        // Goes on with the activation on top, if it is one of compiled code.
        macro_rules! switch {
            () => {
                match self.top_code() {
                    Some((other, begin, start)) => go_on!(other, begin, start),
                    None => return Left::Switched,
                }
            };
        }
        macro_rules! get {
            ($register:expr) => {
                registers.get($register)
            };
        }
        macro_rules! set {
            ($register:expr, $value:expr) => {
                registers.set($register, $value)
            };
        }
        // The value of an outcome; an exception leaves the loop. What was called may have moved the registers.
        macro_rules! value {
            ($outcome:expr) => {{
                let outcome = $outcome;
                refresh!();
                match outcome {
                    Ok(value) => value,
                    Err(thrown) => leave!(Left::Thrown(thrown)),
                }
            }};
        }
        // Begins the rule that an instruction stands for.
        macro_rules! begin {
            ($rule:ident, $into:expr, $($input:expr),*) => {{
                save!();
                let rule = self.rules().$rule;
                self.begin(rule, $into, &[$($input),*]);
                switch!()
            }};
        }
        // The value of a fast path, or the rule.
        macro_rules! or_rule {
            ($outcome:expr, $into:expr, $rule:ident, $($input:expr),*) => {{
                let value = value!($outcome);
                if value.is_nothing() {
                    begin!($rule, $into, $($input),*);
                } else {
                    set!($into, value);
                }
            }};
        }
        // A comparison that decides where to go, if the operands decide it.
        macro_rules! equal_unless {
            ($a:expr, $b:expr, $operator:tt, $offset:expr) => {{
                let (x, y) = ($a, $b);
                let is_equal = match Value::floats(x, y) {
                    Some((x, y)) => Some(x == y || mutant!(NanEqualsItself) && x.is_nan() && y.is_nan()),
                    None => self.equal_simply(x, y),
                };
                match is_equal {
                    Some(is_equal) if is_equal $operator true => {}
                    Some(_) => position.jump($offset as i32),
                    None => position.go_general(code),
                }
            }};
        }
        macro_rules! compare_unless {
            ($a:expr, $b:expr, $operator:tt, $offset:expr) => {{
                let (x, y) = ($a, $b);
                let result = if let Some((x, y)) = Value::ints(x, y) {
                    x $operator y
                } else if let Some((x, y)) = Value::floats(x, y) {
                    x $operator y
                } else {
                    position.go_general(code);
                    continue;
                };
                if !result {
                    position.jump($offset as i32);
                }
            }};
        }
        macro_rules! compare_int_unless {
            ($a:expr, $operator:tt, $int:expr, $offset:expr) => {
                match get!($a).as_int() {
                    Some(int) if int $operator $int as i64 => {}
                    Some(_) => position.jump($offset as i32),
                    None => position.go_general(code),
                }
            };
        }
        // An operator on two numbers, if the result is as simple; $ints is quicker where both are small ints.
        macro_rules! arithmetic {
            ($op:ident, $into:expr, $a:expr, $b:expr $(, $ints:expr)?) => {{
                let (x, y) = (get!($a), get!($b));
                $(if let Some(result) = $ints(x, y) {
                    set!($into, result);
                    continue;
                })?
                match operators::fast_binary(Kind::$op, x, y) {
                    Some(result) => set!($into, result),
                    None => position.go_general(code),
                }
            }};
        }
        // An item is in a register: what most often comes next is done at once.
        macro_rules! take_given {
            ($into:expr, $item:expr) => {
                if let Instruction::IfSomething { value, offset } = position.peek()
                    && value == $into
                {
                    position.jump(offset + 1);
                    // Most often the item is then bound to a variable.
                    if let Instruction::Move { into, from } = position.peek()
                        && from == $into
                    {
                        set!(into, $item);
                        position.jump(1);
                    }
                }
            };
        }
        // What an iterator gave, or nothing at its end.
        macro_rules! take_item {
            ($into:expr, $item:expr) => {{
                let item = $item;
                set!($into, item);
                if item.is_present() {
                    take_given!($into, item);
                }
            }};
        }
        // The next item of an iterator, or the rule.
        macro_rules! next_item {
            ($into:expr, $iterator:expr, $rule:ident) => {{
                let iterator = get!($iterator);
                let mut item = seeded::next_item_quickly(self.machine, iterator);
                if item.is_nothing() && self.is_generator(iterator) {
                    save!();
                    if let Some((other, begin, start)) = self.resume_quickly(iterator, Value::NONE, $into) {
                        go_on!(other, begin, start);
                        continue;
                    }
                    match self.machine.resume(iterator, Value::NONE, $into) {
                        Ok(()) => switch!(),
                        Err(thrown) => return Left::Thrown(thrown),
                    }
                    continue;
                }
                // A tuple that is taken apart at once, and is in no variable, is not made.
                if item.is_nothing()
                    && let Instruction::IfSomething { offset, .. } = position.peek()
                    && let Instruction::Unpack { value, first, count } = position.peek_beyond(offset)
                    && value == $into
                    && value as usize >= code.variables
                {
                    match value!(self.next_parts(iterator, base + first as usize, count as usize)) {
                        Some(true) => {
                            position.jump(offset + 3);
                            continue;
                        }
                        Some(false) => {
                            set!($into, Value::NOTHING);
                            continue;
                        }
                        None => {}
                    }
                }
                if item.is_nothing() {
                    match value!(self.next(iterator)) {
                        Some(other) => item = other,
                        None => {
                            save!();
                            match self.next_slowly(iterator, $into, self.rules().$rule) {
                                Ok(()) => switch!(),
                                Err(thrown) => return Left::Thrown(thrown),
                            }
                            continue;
                        }
                    }
                }
                take_item!($into, item);
            }};
        }
        // What a call led to.
        macro_rules! called {
            ($called:expr, $into:expr) => {{
                let called = $called;
                match called {
                    Ok(Called::Value(value)) => {
                        refresh!();
                        set!($into, value);
                    }
                    Ok(Called::Entered(other, begin)) => go_on!(other, begin, 0),
                    Ok(Called::Switched) => switch!(),
                    Err(thrown) => return Left::Thrown(thrown),
                }
            }};
        }
        // An attribute that its cache does not know: the function behind a property is entered, the rest is left to the rule.
        macro_rules! attribute {
            ($object:expr, $cache:expr, $into:expr) => {{
                let mut getter = self.getter($object, $cache);
                if getter.is_none() {
                    let value = value!(self.get_attribute($object, $cache));
                    if value.is_present() {
                        set!($into, value);
                        continue;
                    }
                    getter = self.getter($object, $cache);
                }
                if let Some(getter) = getter {
                    save!();
                    called!(self.call_with(getter, $object, $into), $into)
                } else {
                    begin!(getattr, $into, $object, $cache.get().name)
                }
            }};
        }
        loop {
            match *position.fetch(code) {
                Instruction::Load { into, constant } => set!(into, code.constants[constant as usize]),
                Instruction::Move { into, from } => set!(into, get!(from)),
                Instruction::Check { variable } => {
                    if get!(variable).is_nothing() {
                        if mutant!(UnboundIsNone) {
                            set!(variable, Value::NONE);
                            continue;
                        }
                        save!();
                        return Left::Thrown(self.machine.unbound_local(Value::small(variable as i64)));
                    }
                }
                Instruction::Primitive { number, first, count, into } => {
                    let value = value!(self.primitive(base, number, first, count));
                    set!(into, value);
                    if self.machine.stopped.is_some() {
                        leave!(Left::Switched);
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
                    save!();
                    if rule == self.rules().call {
                        called!(self.call_packed(inputs[0], inputs[1], inputs[2], into), into);
                        continue;
                    }
                    self.begin(rule, into, &inputs[..count as usize]);
                    switch!()
                }
                Instruction::Transfer { number, first, into } => {
                    save!();
                    let (a, b) = (get!(first), get!(first + 1));
                    // The frame on top may be another one by the time that something is thrown.
                    if let Err(thrown) = self.transfer(number, a, b, into) {
                        self.throw(thrown);
                    }
                    switch!()
                }
                Instruction::Jump { offset } => position.jump(offset),
                Instruction::Loop { offset } => {
                    position.jump(offset);
                    if self.poll() {
                        leave!(Left::Switched);
                    }
                }
                Instruction::Unless { condition, offset } => {
                    if !get!(condition).is_true() {
                        position.jump(offset);
                    }
                }
                Instruction::IfSomething { value, offset } => {
                    if get!(value).is_present() {
                        position.jump(offset);
                    }
                }
                Instruction::UnlessPlainly { value, offset } => {
                    let value = get!(value);
                    if value == Value::FALSE || value.is_none() || value == Value::ZERO {
                        position.jump(offset as i32);
                    } else if !value.is_true() && !value.is_int() {
                        position.go_general(code);
                    }
                }
                Instruction::LessUnless { a, b, offset } => {
                    compare_unless!(get!(a), get!(b), <, offset)
                }
                Instruction::LessEqualUnless { a, b, offset } => {
                    compare_unless!(get!(a), get!(b), <=, offset)
                }
                Instruction::EqualUnless { a, b, offset } => {
                    equal_unless!(get!(a), get!(b), ==, offset)
                }
                Instruction::NotEqualUnless { a, b, offset } => {
                    equal_unless!(get!(a), get!(b), !=, offset)
                }
                Instruction::LessIntUnless { a, int, offset } => compare_int_unless!(a, <, int, offset),
                Instruction::LessEqualIntUnless { a, int, offset } => {
                    compare_int_unless!(a, <=, int, offset)
                }
                Instruction::GreaterIntUnless { a, int, offset } => compare_int_unless!(a, >, int, offset),
                Instruction::GreaterEqualIntUnless { a, int, offset } => {
                    compare_int_unless!(a, >=, int, offset)
                }
                Instruction::EqualIntUnless { a, int, offset } => compare_int_unless!(a, ==, int, offset),
                Instruction::NotEqualIntUnless { a, int, offset } => {
                    compare_int_unless!(a, !=, int, offset)
                }
                Instruction::IsUnless { a, b, offset } => {
                    let (x, y) = (get!(a), get!(b));
                    if x.is_float() {
                        position.go_general(code);
                    } else if x != y {
                        position.jump(offset as i32);
                    }
                }
                Instruction::IsNotUnless { a, b, offset } => {
                    let (x, y) = (get!(a), get!(b));
                    if x.is_float() {
                        position.go_general(code);
                    } else if x == y {
                        position.jump(offset as i32);
                    }
                }
                Instruction::AddInt { into, a, int } => {
                    match Value::add_ints(get!(a), Value::small(int as i64)) {
                        Some(sum) => set!(into, sum),
                        None => position.go_general(code),
                    }
                }
                Instruction::Add { into, a, b } => arithmetic!(Add, into, a, b, Value::add_ints),
                Instruction::Sub { into, a, b } => arithmetic!(Sub, into, a, b, Value::sub_ints),
                Instruction::Mul { into, a, b } => arithmetic!(Mult, into, a, b),
                Instruction::Div { into, a, b } => arithmetic!(Div, into, a, b),
                Instruction::FloorDiv { into, a, b } => arithmetic!(FloorDiv, into, a, b),
                Instruction::Mod { into, a, b } => arithmetic!(Mod, into, a, b),
                Instruction::And { into, a, b } => arithmetic!(BitAnd, into, a, b),
                Instruction::Or { into, a, b } => arithmetic!(BitOr, into, a, b),
                Instruction::Xor { into, a, b } => arithmetic!(BitXor, into, a, b),
                Instruction::LeftShift { into, a, b } => arithmetic!(LShift, into, a, b),
                Instruction::RightShift { into, a, b } => arithmetic!(RShift, into, a, b),
                Instruction::Binary { op, into, a, b } => {
                    let (op, x, y) = (Value::kind(Kind::ALL[op as usize]), get!(a), get!(b));
                    or_rule!(self.binary(op, x, y), into, binary, op, x, y);
                }
                Instruction::InPlace { op, into, a, b } => {
                    let (op, x, y) = (Value::kind(Kind::ALL[op as usize]), get!(a), get!(b));
                    or_rule!(self.inplace(op, x, y), into, inplace, op, x, y);
                }
                Instruction::Unary { op, into, a } => {
                    let op = Value::kind(Kind::ALL[op as usize]);
                    let x = get!(a);
                    or_rule!(self.unary(op, x), into, unary, op, x);
                }
                Instruction::Compare { op, into, a, b } => {
                    let (x, y) = (get!(a), get!(b));
                    match operators::fast_compare(op, x, y) {
                        Some(result) => set!(into, Value::bool(result)),
                        None => {
                            let op = Value::kind(Kind::ALL[op as usize]);
                            or_rule!(self.compare(op, x, y), into, compare, op, x, y);
                        }
                    }
                }
                Instruction::Same { into, a, b } => set!(into, Value::bool(get!(a) == get!(b))),
                Instruction::Truth { into, value } => {
                    let x = get!(value);
                    or_rule!(self.truth(x), into, truth, x);
                }
                Instruction::Not { into, value } => set!(into, Value::bool(!get!(value).is_true())),
                Instruction::LoadGlobal { into, cache } => {
                    let cache = &code.caches[cache as usize];
                    match self.cached_global(cache) {
                        Some(value) => set!(into, value),
                        None => {
                            let value = value!(self.load_global(cache));
                            set!(into, value);
                        }
                    }
                }
                Instruction::StoreGlobal { from, name } => {
                    let (name, value) = (code.constants[name as usize], get!(from));
                    let globals = self.machine.frame().globals;
                    self.machine.dict_set_name(globals, name, value);
                    refresh!();
                }
                Instruction::LoadCell { into, slot } => match self.machine.heap.get(get!(slot)) {
                    Some(&Data::Cell(value)) if value.is_present() => set!(into, value),
                    _ => {
                        save!();
                        return Left::Thrown(self.machine.unbound_cell(Value::small(slot as i64)));
                    }
                },
                Instruction::StoreCell { from, slot } => {
                    let value = get!(from);
                    if let Some(Data::Cell(content)) = self.machine.heap.get_mut(get!(slot)) {
                        *content = value;
                    }
                }
                Instruction::GetAttribute { into, object, cache } => {
                    let (object, cache) = (get!(object), &code.caches[cache as usize]);
                    match self.cached_attribute(object, cache) {
                        Some(value) => set!(into, value),
                        None => attribute!(object, cache, into),
                    }
                }
                Instruction::GetMethod { into, object, cache } => {
                    let (object, cache) = (get!(object), &code.caches[cache as usize]);
                    match self.find_method(object, cache) {
                        Some(function) => {
                            refresh!();
                            set!(into, function);
                            set!(into + 1, object);
                        }
                        None => {
                            set!(into + 1, Value::NOTHING);
                            if let Some(value) = self.cached_attribute(object, cache) {
                                set!(into, value);
                                continue;
                            }
                            let name = cache.get().name;
                            if let Some((function, receiver)) = self.machine.super_method(object, name) {
                                set!(into, function);
                                set!(into + 1, receiver);
                                continue;
                            }
                            attribute!(object, cache, into);
                        }
                    }
                }
                Instruction::SetAttribute { object, value, cache } => {
                    let (object, value, cache) = (get!(object), get!(value), &code.caches[cache as usize]);
                    if !self.set_cached_attribute(object, value, cache)
                        && !value!(self.set_attribute(object, value, cache))
                    {
                        begin!(setattr, Activation::DISCARD, object, cache.get().name, value);
                    }
                }
                Instruction::GetItem { into, container, key } => {
                    let (container, key) = (get!(container), get!(key));
                    match self.list_item(container, key) {
                        Some(item) => set!(into, item),
                        None => or_rule!(self.get_item(container, key), into, getitem, container, key),
                    }
                }
                Instruction::GetItemAt { into, container, index } => {
                    match self.list_item(get!(container), Value::small(index as i64)) {
                        Some(item) => set!(into, item),
                        None => position.go_general(code),
                    }
                }
                Instruction::SetItem { container, key, value } => {
                    let (container, key, value) = (get!(container), get!(key), get!(value));
                    if !self.set_list_item(container, key, value)
                        && !value!(self.set_item(container, key, value))
                    {
                        begin!(setitem, Activation::DISCARD, container, key, value);
                    }
                }
                Instruction::GetSlice { into, container, first } => {
                    let parts = [get!(first), get!(first + 1), get!(first + 2)];
                    let value = value!(self.get_slice(get!(container), parts));
                    if value.is_nothing() {
                        position.go_general(code);
                    } else {
                        set!(into, value);
                    }
                }
                Instruction::SetSlice { container, value, first } => {
                    let parts = [get!(first), get!(first + 1), get!(first + 2)];
                    if !value!(self.set_slice(get!(container), parts, get!(value))) {
                        position.go_general(code);
                    }
                }
                Instruction::Call { count, callee, first, into } => {
                    let callee = get!(callee);
                    save!();
                    called!(self.call(callee, base + first as usize, count as usize, into), into)
                }
                Instruction::CallMethod { count, callee, into } => {
                    let first = base + callee as usize + 2;
                    let (function, object) = (get!(callee), get!(callee + 1));
                    save!();
                    if object.is_present() {
                        called!(self.call(function, first - 1, count as usize + 1, into), into)
                    } else {
                        called!(self.call(function, first, count as usize, into), into)
                    }
                }
                Instruction::NewList { first, count, into } => {
                    let first = base + first as usize;
                    let items = self.machine.thread.slots[first..first + count as usize].to_vec();
                    set!(into, self.machine.heap.new_list(items));
                }
                Instruction::Concat { first, count, into } => {
                    let first = base + first as usize;
                    let text = value!(self.machine.concat_slots(first, count as usize));
                    set!(into, text);
                }
                Instruction::NewTuple { first, count, into } => {
                    let first = base + first as usize;
                    let Machine { heap, thread, .. } = &mut *self.machine;
                    let tuple = heap.new_tuple(&thread.slots[first..first + count as usize]);
                    set!(into, tuple);
                }
                Instruction::Starred { into, value, .. } => match self.items_as_tuple(get!(value)) {
                    Some(tuple) => set!(into, tuple),
                    None => position.go_general(code),
                },
                Instruction::Append { list, value } => {
                    let (list, value) = (get!(list), get!(value));
                    self.machine.list_push(list, value);
                }
                Instruction::Unpack { value, first, count } => {
                    let value = get!(value);
                    if self.unpack(value, base + first as usize, count as usize) {
                        position.jump(1);
                    } else {
                        begin!(unpack, first - 1, value, Value::small(count as i64));
                    }
                }
                Instruction::Spread { first, count } => {
                    let items = get!(first - 1);
                    self.unpack(items, base + first as usize, count as usize);
                }
                Instruction::Iterate { into, iterable } => {
                    let iterable = get!(iterable);
                    or_rule!(self.iterate(iterable), into, iter, iterable);
                }
                Instruction::Walk { into, iterable } => {
                    let iterable = get!(iterable);
                    if let Some([first, second, third]) = self.begin_walk(iterable) {
                        set!(into, first);
                        set!(into + 1, second);
                        set!(into + 2, third);
                    } else {
                        set!(into + 1, Value::NOTHING);
                        or_rule!(self.iterate(iterable), into, iter, iterable);
                    }
                }
                Instruction::Step { into, walk } => {
                    let (at, left) = (get!(walk), get!(walk + 1));
                    if let Some((number, left)) = Value::ints(at, left) {
                        let mut item = Value::NOTHING;
                        if left > 0 {
                            let step = get!(walk + 2).as_int().unwrap_or(1);
                            set!(walk, Value::small(number + step));
                            set!(walk + 1, Value::small(left - 1));
                            item = at;
                        }
                        take_item!(into, item);
                    } else if let Some(index) = left.as_int() {
                        let item = self.machine.walked_item(at, index).unwrap_or(Value::NOTHING);
                        set!(walk + 1, Value::small(index + 1));
                        take_item!(into, item);
                    } else {
                        next_item!(into, walk, next)
                    }
                }
                Instruction::Next { into, iterator } => next_item!(into, iterator, next),
                Instruction::Pull { into, iterator } => next_item!(into, iterator, pull),
                Instruction::Send { into, iterator, value } => {
                    let (iterator, value) = (get!(iterator), get!(value));
                    if self.is_generator(iterator) {
                        save!();
                        if let Err(thrown) = self.send_to_generator(iterator, value, into) {
                            return Left::Thrown(thrown);
                        }
                        switch!()
                    } else if value.is_none()
                        && let Some(item) = value!(self.next(iterator))
                    {
                        set!(into, item);
                    } else {
                        begin!(send, into, iterator, value);
                    }
                }
                Instruction::Handled { into } => set!(into, self.machine.frame().handling),
                Instruction::Handle { exception } => {
                    let exception = get!(exception);
                    self.machine.frame_mut().handling = exception;
                }
                Instruction::Matches { into, exception, class } => {
                    let (exception, class) = (get!(exception), get!(class));
                    let takes = value!(self.machine.matches(exception, class, 0));
                    set!(into, Value::bool(takes));
                }
                Instruction::Raise { exception } => leave!(Left::Thrown(Thrown(get!(exception)))),
                Instruction::Reraise { exception } => leave!(Left::Reraised(get!(exception))),
                Instruction::Return { value } => {
                    let value = get!(value);
                    if let Some((other, begin, start)) = self.return_plainly(value) {
                        go_on!(other, begin, start);
                        continue;
                    }
                    if let Some((other, begin, start)) = self.end_quickly(value) {
                        go_on!(other, begin, start);
                        continue;
                    }
                    self.machine.finish_activation(value);
                    if self.machine.result.is_some() {
                        return Left::Switched;
                    }
                    // An initializer may have returned something.
                    self.catch_pending();
                    switch!()
                }
                Instruction::Yield { value, into } => {
                    let value = get!(value);
                    if let Some((other, begin, start, given)) =
                        self.suspend_quickly(value, into, position.index(code))
                    {
                        go_on!(other, begin, start);
                        take_given!(given, value);
                        continue;
                    }
                    save!();
                    self.suspend(value, into);
                    switch!()
                }
            }
        }
    }
}
