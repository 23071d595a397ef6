//! Calls. What is plain is entered at once; anything else is left to the rule.

use super::Vm;
use super::dispatch::Called;
use crate::code::Compiled;
use crate::seeded::spoil_defaults;
use semantics::state::{Activation, Builtin, Data, Frame, Machine, Thrown, Value, Work, names};

/// For how many functions it is remembered at a time.
const REMEMBERED: usize = 64;

/// What entering a function takes.
#[derive(Clone, Copy)]
struct Entrance<'a> {
    function: Value,
    /// When it was found out: other code or another function may come to be there later.
    epoch: u32,
    collections: u32,
    code: Option<&'a Compiled>,
    number: u32,
    globals: Value,
}

/// The functions that were called last, by their handles.
pub(super) struct Entrances<'a>([Entrance<'a>; REMEMBERED]);

impl Default for Entrances<'_> {
    fn default() -> Self {
        let none = Entrance {
            function: Value::NOTHING,
            epoch: 0,
            collections: 0,
            code: None,
            number: 0,
            globals: Value::NOTHING,
        };
        Entrances([none; REMEMBERED])
    }
}

impl<'a> Vm<'a> {
    /// Calls something with the arguments in `count` slots from `first` on; the slot before them may be overwritten.
    #[inline(always)]
    pub(super) fn call(
        &mut self,
        callee: Value,
        first: usize,
        count: usize,
        into: u16,
    ) -> Result<Called<'a>, Thrown> {
        let known = self.entrances.0[callee.bits() as usize % REMEMBERED];
        let heap = &self.machine.heap;
        if known.function == callee
            && known.epoch == heap.epoch
            && known.collections == heap.collections as u32
            && let Some(code) = known.code
            && code.plain_parameters == count as u32
        {
            return self.enter(callee, code, known.number, known.globals, first, count, into);
        }
        self.call_in_general(callee, first, count, into)
    }

    /// Anything but a function that was entered before. Most often it is built in, and done in one step.
    #[inline(never)]
    fn call_in_general(
        &mut self,
        callee: Value,
        first: usize,
        count: usize,
        into: u16,
    ) -> Result<Called<'a>, Thrown> {
        if let Some(&Data::Builtin(builtin)) = self.machine.heap.get(callee) {
            let result = self.machine.begin_builtin(builtin, first, count)?;
            if result.is_present() {
                return Ok(Called::Value(result));
            }
        }
        self.call_slowly(callee, first, count, into)
    }

    #[inline(never)]
    fn call_slowly(
        &mut self,
        callee: Value,
        first: usize,
        count: usize,
        into: u16,
    ) -> Result<Called<'a>, Thrown> {
        match self.machine.heap.get(callee) {
            Some(Data::Function(_)) => {
                self.remember_entrance(callee);
                self.call_function(callee, first, count, into)
            }
            Some(&Data::Method(function, object))
                if matches!(self.machine.heap.get(function), Some(Data::Function(_) | Data::Builtin(_))) =>
            {
                self.machine.thread.slots[first - 1] = object;
                self.call_in_general(function, first - 1, count + 1, into)
            }
            Some(&Data::Builtin(builtin)) => self.call_builtin_slowly(callee, builtin, first, count, into),
            Some(Data::Class(_)) => self.call_class(callee, first, count, into),
            _ => self.call_by_rule(callee, first, count, into),
        }
    }

    fn remember_entrance(&mut self, callee: Value) {
        let heap = &self.machine.heap;
        if let Some(Data::Function(function)) = heap.get(callee)
            && let Some(&Some(code)) = self.codes.get(function.code as usize)
            && code.plain_parameters != Compiled::NOT_PLAIN
        {
            self.entrances.0[callee.bits() as usize % REMEMBERED] = Entrance {
                function: callee,
                epoch: heap.epoch,
                collections: heap.collections as u32,
                code: Some(code),
                number: function.code,
                globals: function.globals,
            };
        }
    }

    /// Calls something with one argument.
    pub(super) fn call_with(
        &mut self,
        callee: Value,
        argument: Value,
        into: u16,
    ) -> Result<Called<'a>, Thrown> {
        // The slot before the argument may be overwritten: it is beyond those in use as well.
        let first = self.machine.thread.top + 2;
        self.machine.thread.reserve(first, 1);
        self.machine.thread.slots[first] = argument;
        self.call(callee, first, 1, into)
    }

    pub(super) fn call_by_rule(
        &mut self,
        callee: Value,
        first: usize,
        count: usize,
        into: u16,
    ) -> Result<Called<'a>, Thrown> {
        let arguments = self.machine.thread.slots[first..first + count].to_vec();
        let arguments = self.machine.heap.new_tuple(arguments);
        let rule = self.rules().call;
        self.begin(rule, into, &[callee, arguments, Value::NOTHING]);
        Ok(Called::Switched)
    }

    /// A function whose parameters are plain is entered; missing arguments come from the defaults.
    pub(super) fn call_function(
        &mut self,
        callee: Value,
        first: usize,
        count: usize,
        into: u16,
    ) -> Result<Called<'a>, Thrown> {
        let Some(Data::Function(function)) = self.machine.heap.get(callee) else {
            unreachable!("the caller saw a function")
        };
        let (number, globals, defaults) = (function.code, function.globals, function.defaults);
        let Some(&Some(code)) = self.codes.get(number as usize) else {
            return self.call_function_slowly(callee, first, count, into);
        };
        let wanted = code.plain_parameters as usize;
        if code.plain_parameters == Compiled::NOT_PLAIN || count > wanted {
            if code.generator_parameters == count as u32 {
                return self.make_generator(callee, code, first, count);
            }
            return self.call_function_slowly(callee, first, count, into);
        }
        if count < wanted {
            let Machine { heap, thread, .. } = &mut *self.machine;
            let Some(defaults) = heap.get(defaults).and_then(Data::tuple) else {
                return self.call_function_slowly(callee, first, count, into);
            };
            let missing = wanted - count;
            if defaults.len() < missing {
                return self.call_function_slowly(callee, first, count, into);
            }
            let from = if mutant!(DefaultsFromTheFront) { 0 } else { defaults.len() - missing };
            thread.reserve(first, wanted);
            thread.slots[first + count..first + wanted].copy_from_slice(&defaults[from..from + missing]);
            spoil_defaults(self.machine, first + count, first + wanted);
        }
        self.enter(callee, code, number, globals, first, wanted, into)
    }

    /// Pushes the frame of a function whose arguments are in its first variables already.
    #[allow(clippy::too_many_arguments)]
    #[inline(always)]
    fn enter(
        &mut self,
        callee: Value,
        code: &'a Compiled,
        number: u32,
        globals: Value,
        first: usize,
        count: usize,
        into: u16,
    ) -> Result<Called<'a>, Thrown> {
        if self.machine.thread.depth() >= self.machine.limits.recursion {
            return Err(self.machine.recursion_error());
        }
        let handled_outside = self.machine.handled();
        let thread = &mut self.machine.thread;
        thread.reserve(first, code.registers);
        thread.slots[first + count..first + code.variables].fill(Value::NOTHING);
        let frame = Frame {
            base: first as u32,
            activation: thread.activations.len() as u32,
            handled_outside,
            is_plain: true,
            ..Frame::new(number, globals, callee)
        };
        thread.frames.push(frame);
        let activation =
            Activation { into, base: first as u32, below: thread.top as u32, ..Activation::of_code(number) };
        thread.activations.push(activation);
        thread.top = first + code.registers;
        if code.has_cells {
            self.machine.start_cells(number, callee, first);
        }
        if self.poll() {
            return Ok(Called::Switched);
        }
        Ok(Called::Entered(code, first))
    }

    /// The call of a generator function: its frame need not be put onto the stack to be taken off again.
    fn make_generator(
        &mut self,
        callee: Value,
        code: &'a Compiled,
        first: usize,
        count: usize,
    ) -> Result<Called<'a>, Thrown> {
        let Some(Data::Function(function)) = self.machine.heap.get(callee) else {
            unreachable!("the caller saw a function")
        };
        let (number, globals) = (function.code, function.globals);
        if self.machine.thread.depth() >= self.machine.limits.recursion {
            return Err(self.machine.recursion_error());
        }
        let end = first + code.variables;
        let thread = &mut self.machine.thread;
        thread.reserve(first, code.variables);
        thread.slots[first + count..end].fill(Value::NOTHING);
        if code.has_cells {
            self.machine.start_cells(number, callee, first);
        }
        let (frame, activation) = (Frame::new(number, globals, callee), Activation::of_code(number));
        Ok(Called::Value(self.machine.new_generator(callee, frame, activation, first..end)))
    }

    /// Enters the `__next__` of an iterator, if that is a plain function of Python; whether it was.
    pub(super) fn enter_next(&mut self, iterator: Value, into: u16) -> Result<bool, Thrown> {
        let method = self.machine.special(iterator, names::__next__);
        let Some(Data::Function(function)) = self.machine.heap.get(method) else { return Ok(false) };
        let (code, globals) = (function.code, function.globals);
        let compiled = match self.compiled(code) {
            Some(compiled) if compiled.plain_parameters == 1 => compiled,
            _ => return Ok(self.machine.stopped.is_some()),
        };
        let first = self.machine.thread.top;
        self.machine.thread.reserve(first, 1);
        self.machine.thread.slots[first] = iterator;
        self.enter(method, compiled, code, globals, first, 1, into)?;
        Ok(true)
    }

    /// Parameters are bound in the general way.
    #[inline(never)]
    fn call_function_slowly(
        &mut self,
        callee: Value,
        first: usize,
        count: usize,
        into: u16,
    ) -> Result<Called<'a>, Thrown> {
        let arguments = self.machine.thread.slots[first..first + count].to_vec();
        self.bind_and_enter(callee, &arguments, Value::NOTHING, into)
    }

    /// Binds a function's parameters as the rule does, and enters it.
    fn bind_and_enter(
        &mut self,
        callee: Value,
        arguments: &[Value],
        named: Value,
        into: u16,
    ) -> Result<Called<'a>, Thrown> {
        // Garbage is collected before anything is made that only this function knows of.
        self.poll();
        let bound = self.machine.bind_parameters(callee, arguments, named)?;
        let Some(Data::Function(function)) = self.machine.heap.get(callee) else {
            unreachable!("the caller saw a function")
        };
        let (number, globals) = (function.code, function.globals);
        if let Some(&Some(code)) = self.codes.get(number as usize)
            && !self.machine.codes[number as usize].unit().is_generator
        {
            let thread = &mut self.machine.thread;
            let first = thread.top;
            thread.reserve(first, bound.len());
            thread.slots[first..first + bound.len()].copy_from_slice(&bound);
            return self.enter(callee, code, number, globals, first, bound.len(), into);
        }
        let bound = self.machine.heap.new_tuple(bound);
        self.machine.invoke(callee, bound, into)?;
        Ok(Called::Switched)
    }

    /// The first step of a built-in function did not suffice.
    #[inline(never)]
    fn call_builtin_slowly(
        &mut self,
        callee: Value,
        builtin: &'static Builtin,
        first: usize,
        count: usize,
        into: u16,
    ) -> Result<Called<'a>, Thrown> {
        match builtin.work {
            // Arguments may have to say which numbers they stand for.
            _ if builtin.converts => self.call_by_rule(callee, first, count, into),
            Work::Prelude(name) | Work::LeafOr(_, name) => {
                let prelude = self.machine.prelude;
                let function = self.machine.dict_get_str(prelude, name);
                if function.is_present() {
                    return self.call(function, first, count, into);
                }
                self.call_by_rule(callee, first, count, into)
            }
            _ => {
                if let Some(bound) = self.machine.bind_slots(builtin, first, count)? {
                    let rule = self.machine.performed_rule(callee);
                    let bound = &bound[..builtin.arity.total as usize];
                    if !self.ask_generator(rule, bound, into)? {
                        self.begin(rule, into, bound);
                    }
                    return Ok(Called::Switched);
                }
                let arguments = self.machine.thread.slots[first..first + count].to_vec();
                let bound = self.machine.bind_builtin(builtin, &arguments, Value::NOTHING)?;
                let bound = self.machine.heap.new_tuple(bound);
                self.perform(callee, bound, into);
                Ok(Called::Switched)
            }
        }
    }

    /// Calls something with its arguments in a tuple, and those that are named in a dict, or nothing.
    pub(super) fn call_packed(
        &mut self,
        callee: Value,
        arguments: Value,
        named: Value,
        into: u16,
    ) -> Result<Called<'a>, Thrown> {
        let Machine { heap, thread, .. } = &mut *self.machine;
        let Some(items) = heap.get(arguments).and_then(Data::tuple) else {
            unreachable!("the rule `call` takes a tuple")
        };
        if named.is_present() {
            let (function, mut given) = match heap.get(callee) {
                Some(&Data::Method(function, object)) => (function, vec![object]),
                _ => (callee, Vec::new()),
            };
            if let Some(Data::Function(_)) = heap.get(function) {
                given.extend_from_slice(items);
                return self.bind_and_enter(function, &given, named, into);
            }
            let rule = self.rules().call;
            self.begin(rule, into, &[callee, arguments, named]);
            return Ok(Called::Switched);
        }
        // The slot before the arguments may be overwritten: it is beyond those in use as well.
        let (first, count) = (thread.top + 2, items.len());
        thread.reserve(first, count);
        thread.slots[first..first + count].copy_from_slice(items);
        self.call(callee, first, count, into)
    }
}
