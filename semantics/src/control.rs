//! Control between frames: entering functions and class bodies, leaving them, and the traces that exceptions leave on their
//! way.

use crate::rules::language::Judgment;
use crate::state::{Activation, Code, Data, Frame, Machine, RuleId, Thrown, Traceback, Type, Value};
use spec::ast::NodeId;
use spec::scope::UnitKind;
use std::rc::Rc;

impl Machine {
    /// The innermost frame. There is always one while a program runs.
    #[inline(always)]
    pub fn frame(&self) -> &Frame {
        &self.thread.frames[self.thread.frames.len() - 1]
    }

    #[inline(always)]
    pub fn frame_mut(&mut self) -> &mut Frame {
        let last = self.thread.frames.len() - 1;
        &mut self.thread.frames[last]
    }

    pub fn code(&self, number: u32) -> &Rc<Code> {
        &self.codes[number as usize]
    }

    /// The exception that is being handled here (Language Reference 7.8), or [`Value::NOTHING`].
    pub fn handled(&self) -> Value {
        match self.thread.frames.last() {
            Some(frame) if frame.handling.is_present() => frame.handling,
            Some(frame) => frame.handled_outside,
            None => Value::NOTHING,
        }
    }

    /// A new frame for a function whose parameters are bound: `arguments` is a tuple of them in the order of their
    /// slots. Of a generator function the frame is suspended at once.
    pub fn invoke(&mut self, function: Value, arguments: Value, into: u16) -> Result<(), Thrown> {
        let Some(Data::Function(data)) = self.heap.get(function) else {
            unreachable!("a rule invokes something that is no function")
        };
        let (code, globals) = (data.code, data.globals);
        let base = self.thread.top;
        self.push_frame(code, globals, Value::NOTHING, function, into)?;
        if let Some(items) = self.heap.get(arguments).and_then(Data::tuple) {
            self.thread.slots[base..base + items.len()].copy_from_slice(items);
        }
        self.start_cells(code, function, base);
        if self.code(code).unit().is_generator {
            let generator = self.suspend_new(function);
            self.deliver(into, generator);
        }
        Ok(())
    }

    /// A frame for the body of a class.
    pub fn run_class(&mut self, function: Value, namespace: Value, into: u16) -> Result<(), Thrown> {
        let Some(Data::Function(data)) = self.heap.get(function) else {
            unreachable!("a class body is made into a function first")
        };
        let (code, globals) = (data.code, data.globals);
        let base = self.thread.top;
        self.push_frame(code, globals, namespace, function, into)?;
        self.start_cells(code, function, base);
        Ok(())
    }

    /// Pushes a frame whose slots are all unbound, and begins what runs in it.
    pub fn push_frame(
        &mut self,
        code: u32,
        globals: Value,
        namespace: Value,
        function: Value,
        into: u16,
    ) -> Result<(), Thrown> {
        if self.thread.depth() >= self.limits.recursion {
            return Err(self.recursion_error());
        }
        let (base, below) = (self.thread.top, self.thread.top as u32);
        let (program, node, count) = {
            let code = self.code(code);
            (code.program.clone(), code.unit().node, code.slots.len())
        };
        self.thread.reserve(base, count);
        self.thread.slots[base..base + count].fill(Value::NOTHING);
        let frame = Frame {
            base: base as u32,
            activation: self.thread.activations.len() as u32,
            namespace,
            handled_outside: self.handled(),
            ..Frame::new(code, globals, function)
        };
        self.thread.frames.push(frame);
        self.thread.top = base + count;
        self.program = program;
        if self.compiled.contains(&code) && !self.stepped.contains(&code) {
            let activation = Activation { into, base: below, below, ..Activation::of_code(code) };
            self.thread.activations.push(activation);
        } else {
            self.judge_in_frame(node, into, below);
        }
        Ok(())
    }

    /// Frames of this code are stepped by the rules.
    pub fn step_code(&mut self, code: u32) {
        self.stepped.push(code);
        // Rules look syntax up in the program of the innermost frame, which is kept only if not all code is compiled.
        self.compiled.end = self.compiled.end.min(u32::MAX - 1);
    }

    /// The frame that has just been entered is stepped by the rules, although its code was to be compiled.
    pub fn step_from_here(&mut self) {
        if self.stopped.is_some() {
            return;
        }
        let Some(activation) = self.thread.activations.pop() else { return };
        let code = self.codes[self.frame().code as usize].clone();
        self.thread.top = activation.base as usize + code.slots.len();
        self.program = code.program.clone();
        self.judge_in_frame(code.unit().node, activation.into, activation.below);
    }

    /// From now on frames run compiled code; so does one that has just been entered.
    pub fn compile_from_here(&mut self) {
        self.compiled = 0..u32::MAX;
        let Some(frame) = self.thread.frames.last().copied() else { return };
        let first = frame.activation as usize;
        if self.thread.activations.len() == first + 1
            && let Some(activation) = self.thread.activations.last_mut()
            && !activation.rule.is_compiled()
            && activation.at == self.rules.get(activation.rule).start as u32
        {
            *activation = Activation {
                rule: RuleId::COMPILED,
                at: 0,
                node: NodeId(frame.code),
                base: frame.base,
                ..*activation
            };
        }
    }

    /// Begins what runs in a frame, which lies on slots up to `below`.
    fn judge_in_frame(&mut self, node: NodeId, into: u16, below: u32) {
        let form = self.program.ast.kind(node);
        match self.rules.rule_for(Judgment::Run, form) {
            Some(rule) => {
                let at = self.rules.get(rule).start;
                self.begin_at(rule, at, node, into, &[], below);
            }
            None => self.stopped = Some(crate::machine::unsupported(&self.program, Judgment::Run, node)),
        }
    }

    /// Makes the frame's own cells and takes over those of the function's closure.
    pub fn start_cells(&mut self, code: u32, function: Value, base: usize) {
        let Machine { codes, heap, thread, .. } = self;
        let code = &codes[code as usize];
        for &slot in &code.unit().cells {
            let variable = &mut thread.slots[base + slot as usize];
            *variable = heap.new_object(Type::Cell, Data::Cell(*variable));
        }
        let free = code.free();
        if free.is_empty() {
            return;
        }
        let Some(Data::Function(data)) = heap.get(function) else { return };
        if let Some(cells) = heap.get(data.closure).and_then(Data::tuple) {
            for (captured, &cell) in free.iter().zip(cells) {
                thread.slots[base + captured.slot as usize] = cell;
            }
        }
    }

    /// The innermost frame has come to its end with a value: what is to be delivered to `into` in the frame below, unless it
    /// is an exception or was delivered already.
    pub fn leave_frame(&mut self, value: Value, into: u16) -> Option<Value> {
        let frame = self.pop_frame()?;
        if frame.generator.is_present() {
            self.finish_generator(frame.generator, value);
            let Some(answer) = self.wake_waiting(&frame, into) else {
                if !frame.ends_by_exception {
                    return Some(Value::NOTHING);
                }
                let thrown = self.stopped_iterator(frame.generator);
                self.throw(thrown);
                return None;
            };
            self.put(answer, Value::NOTHING);
            return None;
        }
        if frame.instance.is_present() {
            if value.is_none() {
                return Some(frame.instance);
            }
            let message = format!("__init__() should return None, not '{}'", self.type_name(value));
            let thrown = self.type_error(&message);
            self.throw(thrown);
            return None;
        }
        if frame.namespace.is_nothing() {
            return Some(value);
        }
        let code = &self.codes[frame.code as usize];
        Some(match (code.unit().kind, code.unit().class_cell) {
            (UnitKind::Class, Some(slot)) => self.thread.slots[frame.base as usize + slot as usize],
            (UnitKind::Class, None) => Value::NONE,
            _ => value,
        })
    }

    /// Pops the innermost frame; its activations are gone already.
    pub fn pop_frame(&mut self) -> Option<Frame> {
        let frame = self.thread.frames.pop()?;
        self.look_up_in_frame();
        Some(frame)
    }

    /// Syntax is looked up in the program of the frame on top. Compiled code looks its program up where it needs it.
    #[inline(always)]
    pub fn look_up_in_frame(&mut self) {
        if self.compiled.end != u32::MAX
            && let Some(frame) = self.thread.frames.last()
        {
            self.program = self.codes[frame.code as usize].program.clone();
        }
    }

    /// The innermost frame has been left by an exception, which goes on in the frame below, or in that of a generator that
    /// waits for this one.
    pub fn abandon_frame(&mut self, exception: Value, into: u16) {
        let Some(frame) = self.pop_frame() else { return };
        if frame.generator.is_present() {
            self.finish_generator(frame.generator, Value::NONE);
            self.wake_waiting(&frame, into);
        }
        if !self.thread.frames.is_empty() {
            self.add_traceback(exception);
        }
    }

    /// An exception has come to be in the innermost frame: its traceback gets an entry, its context is what is being
    /// handled there.
    pub fn add_traceback(&mut self, exception: Value) {
        let Some(frame) = self.thread.frames.last() else { return };
        let code = frame.code;
        if self.codes[code as usize].program.is_hidden() {
            return;
        }
        let (globals, node) = (frame.globals, self.current_node());
        let Some(Data::Exception(data)) = self.heap.get(exception) else { return };
        let entry = Traceback { next: data.traceback, code, node, globals };
        let entry = self.heap.new_object(Type::Traceback, Data::Traceback(Box::new(entry)));
        if let Some(Data::Exception(data)) = self.heap.get_mut(exception) {
            data.traceback = entry;
        }
    }

    /// A raised exception remembers the one that is being handled (Language Reference 7.8, "implicit chaining").
    pub fn set_context(&mut self, exception: Value) {
        if !std::mem::take(&mut self.has_context) {
            self.chain(exception, self.handled());
        }
    }

    pub(crate) fn chain(&mut self, exception: Value, handled: Value) {
        if handled.is_nothing() || handled == exception {
            return;
        }
        // The chain must not become a ring.
        let mut link = handled;
        while let Some(Data::Exception(data)) = self.heap.get(link) {
            let next = data.context;
            if next == exception {
                if let Some(Data::Exception(data)) = self.heap.get_mut(link) {
                    data.context = Value::NONE;
                }
                break;
            }
            link = next;
        }
        if let Some(Data::Exception(data)) = self.heap.get_mut(exception) {
            data.context = handled;
        }
    }

    /// The syntax that is being carried out in the innermost frame.
    pub fn current_node(&self) -> NodeId {
        let first = self.frame().activation as usize;
        for activation in self.thread.activations[first..].iter().rev() {
            if activation.rule.compiled_protocol().is_some() {
                continue;
            }
            if activation.rule == RuleId::COMPILED {
                let positions = self.codes[activation.node.0 as usize].positions.borrow();
                return positions.get(activation.at.saturating_sub(1) as usize).copied().unwrap_or(NodeId(0));
            }
            if activation.node.0 == 0 {
                continue;
            }
            return match self.rules.places.get(activation.at.saturating_sub(1) as usize) {
                Some(&Some(place)) => self.operand(activation.here(), place).as_node(),
                _ => activation.node,
            };
        }
        NodeId(0)
    }

    /// The exception for too deep a recursion.
    #[cold]
    pub fn recursion_error(&mut self) -> Thrown {
        self.exception(Type::RecursionError, "maximum recursion depth exceeded")
    }
}
