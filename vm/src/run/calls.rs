//! Calls. What is plain is entered at once; anything else is left to the rule.

use super::Vm;
use semantics::rules::language::Operation;
use semantics::state::{Activation, Builtin, Data, Frame, Handle, RuleId, Thrown, Type, Value, Work, names};
use spec::ast::NodeId;

impl Vm<'_> {
    /// Calls something with the arguments in `count` slots from `first` on; the slot before them may be overwritten.
    /// Gives the result, or `None` if another activation is on top now.
    pub(super) fn call(
        &mut self,
        callee: Value,
        first: usize,
        count: usize,
        into: u16,
    ) -> Result<Option<Value>, Thrown> {
        match self.machine.heap.get(callee) {
            Some(Data::Function(function)) => {
                let (code, globals) = (function.code, function.globals);
                self.call_function(callee, code, globals, first, count, into)
            }
            Some(&Data::Method(function, object)) => {
                self.machine.thread.slots[first - 1] = object;
                self.call(function, first - 1, count + 1, into)
            }
            Some(&Data::Builtin(builtin)) => self.call_builtin(callee, builtin, first, count, into),
            Some(Data::Class(_)) => self.call_class(callee, first, count, into),
            _ => self.call_by_rule(callee, first, count, into),
        }
    }

    fn call_by_rule(
        &mut self,
        callee: Value,
        first: usize,
        count: usize,
        into: u16,
    ) -> Result<Option<Value>, Thrown> {
        let arguments = self.machine.thread.slots[first..first + count].to_vec();
        let arguments = self.machine.heap.new_tuple(arguments);
        let rule = self.rules().call;
        self.machine.begin_rule(rule, NodeId(0), into, &[callee, arguments, Value::NOTHING]);
        self.catch_pending();
        Ok(None)
    }

    #[inline(always)]
    fn call_function(
        &mut self,
        callee: Value,
        code: u32,
        globals: Value,
        first: usize,
        count: usize,
        into: u16,
    ) -> Result<Option<Value>, Thrown> {
        let compiled = match self.codes.get(code as usize) {
            Some(Some(compiled)) => compiled,
            _ => return self.call_function_slowly(callee, first, count, into),
        };
        if compiled.plain_parameters != Some(count) {
            return self.call_function_slowly(callee, first, count, into);
        }
        let variables = compiled.variables;
        self.enter(callee, code, globals, first, count, variables, into)?;
        Ok(None)
    }

    /// Pushes the frame of a function whose arguments are in its first variables already.
    #[allow(clippy::too_many_arguments)]
    #[inline(always)]
    fn enter(
        &mut self,
        callee: Value,
        code: u32,
        globals: Value,
        first: usize,
        count: usize,
        variables: usize,
        into: u16,
    ) -> Result<(), Thrown> {
        if self.machine.thread.frames.len() >= self.machine.limits.recursion {
            return Err(self.machine.recursion_error());
        }
        self.poll();
        let handled_outside = self.machine.handled();
        let thread = &mut self.machine.thread;
        thread.reserve(first, variables);
        thread.slots[first + count..first + variables].fill(Value::NOTHING);
        let frame = Frame {
            code,
            base: first as u32,
            activation: thread.activations.len() as u32,
            globals,
            namespace: Value::NOTHING,
            handling: Value::NOTHING,
            handled_outside,
            generator: Value::NOTHING,
            function: callee,
            instance: Value::NOTHING,
            is_next: false,
        };
        thread.frames.push(frame);
        let below = thread.top as u32;
        let activation =
            Activation { rule: RuleId::COMPILED, into, at: 0, node: NodeId(code), base: first as u32, below };
        thread.activations.push(activation);
        thread.top = below.max((first + variables) as u32) as usize;
        if let Some(Data::Function(function)) = self.machine.heap.get(callee)
            && !function.closure.is_none()
        {
            self.machine.start_cells(code, callee, first);
        }
        Ok(())
    }

    /// Enters the `__next__` of an iterator, if that is a plain function of Python; whether it was.
    pub(super) fn enter_next(&mut self, iterator: Value, into: u16) -> Result<bool, Thrown> {
        let method = self.machine.special(iterator, names::__next__);
        let Some(Data::Function(function)) = self.machine.heap.get(method) else { return Ok(false) };
        let (code, globals) = (function.code, function.globals);
        if let Err(stop) = self.compiled(code) {
            self.machine.stopped = Some(stop);
            return Ok(true);
        }
        let variables = match self.codes.get(code as usize) {
            Some(Some(compiled)) if compiled.plain_parameters == Some(1) => compiled.variables,
            _ => return Ok(false),
        };
        let first = self.machine.thread.top;
        self.machine.thread.reserve(first, 1);
        self.machine.thread.slots[first] = iterator;
        self.enter(method, code, globals, first, 1, variables, into)?;
        self.machine.frame_mut().is_next = true;
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
    ) -> Result<Option<Value>, Thrown> {
        // Garbage is collected before anything is made that only this function knows of.
        self.poll();
        let arguments = self.machine.thread.slots[first..first + count].to_vec();
        let bound = self.machine.bind_parameters(callee, &arguments, Value::NOTHING)?;
        let bound = self.machine.heap.new_tuple(bound);
        self.machine.invoke(callee, bound, into)?;
        Ok(None)
    }

    fn call_builtin(
        &mut self,
        callee: Value,
        builtin: &'static Builtin,
        first: usize,
        count: usize,
        into: u16,
    ) -> Result<Option<Value>, Thrown> {
        let result = self.leaf(builtin, first, count)?;
        if result.is_present() {
            return Ok(Some(result));
        }
        match builtin.work {
            Work::Prelude(name) | Work::LeafOr(_, name) => {
                let prelude = self.machine.prelude;
                let function = self.machine.dict_get_str(prelude, name);
                if function.is_present() {
                    return self.call(function, first, count, into);
                }
                self.call_by_rule(callee, first, count, into)
            }
            _ => {
                let arguments = self.machine.thread.slots[first..first + count].to_vec();
                if let Some(answer) = self.quick_answer(builtin, &arguments)? {
                    return Ok(Some(answer));
                }
                let bound = self.machine.bind_builtin(builtin, &arguments, Value::NOTHING)?;
                let bound = self.machine.heap.new_tuple(bound);
                self.machine.perform(callee, bound, into)?;
                self.catch_pending();
                Ok(None)
            }
        }
    }

    /// What the protocol behind a built-in function answers in its first step, if it does.
    fn quick_answer(
        &mut self,
        builtin: &'static Builtin,
        arguments: &[Value],
    ) -> Result<Option<Value>, Thrown> {
        let (Work::Rule(operation) | Work::LeafOrRule(_, operation)) = builtin.work else { return Ok(None) };
        let Operation::Rule(definition) = operation else { return Ok(None) };
        // A method may be called on anything by its class; binding checks that.
        if builtin.is_method() || definition.parameters != arguments.len() {
            return Ok(None);
        }
        let rule = self.machine.rules.of_definition(definition);
        let Some(primitive) = rule.and_then(super::quick::quick) else { return Ok(None) };
        Ok((primitive.run)(self.machine, arguments)?.present())
    }

    /// What a built-in function's leaf gives; nothing if it has none or does not decide.
    fn leaf(&mut self, builtin: &'static Builtin, first: usize, count: usize) -> Result<Value, Thrown> {
        const MOST: usize = 8;
        if count <= MOST {
            let mut arguments = [Value::NOTHING; MOST];
            arguments[..count].copy_from_slice(&self.machine.thread.slots[first..first + count]);
            return self.machine.call_leaf(builtin, &arguments[..count], Value::NOTHING);
        }
        let arguments = self.machine.thread.slots[first..first + count].to_vec();
        self.machine.call_leaf(builtin, &arguments, Value::NOTHING)
    }

    fn call_class(
        &mut self,
        callee: Value,
        first: usize,
        count: usize,
        into: u16,
    ) -> Result<Option<Value>, Thrown> {
        let Some(class) = callee.as_handle() else { return self.call_by_rule(callee, first, count, into) };
        if self.machine.heap.class_of(callee) != Type::Type.handle() {
            return self.call_by_rule(callee, first, count, into);
        }
        if class == Type::Type.handle() {
            if count == 1 {
                let class = self.machine.heap.class_of(self.machine.thread.slots[first]);
                return Ok(Some(Value::object(class)));
            }
            return self.call_by_rule(callee, first, count, into);
        }
        let maker = self.machine.lookup(class, names::__new__);
        let Some(maker) = self.machine.builtin(maker) else {
            return self.call_by_rule(callee, first, count, into);
        };
        if maker.owner == "object" {
            return self.construct(callee, class, first, count, into);
        }
        self.construct_builtin(callee, class, maker, first, count, into)
    }

    /// An instance of a plain class: it is made, and `__init__` entered.
    fn construct(
        &mut self,
        callee: Value,
        class: Handle,
        first: usize,
        count: usize,
        into: u16,
    ) -> Result<Option<Value>, Thrown> {
        let initializer = self.machine.lookup(class, names::__init__);
        let data = self.machine.class_data(class);
        if data.layout != Type::Object || data.is_builtin || self.is_abstract(class) {
            return self.call_by_rule(callee, first, count, into);
        }
        let Some(Data::Function(function)) = self.machine.heap.get(initializer) else {
            return self.call_by_rule(callee, first, count, into);
        };
        let (code, globals) = (function.code, function.globals);
        let variables = match self.codes.get(code as usize) {
            Some(Some(compiled)) if compiled.plain_parameters == Some(count + 1) => compiled.variables,
            _ => return self.call_by_rule_compiling(callee, code, first, count, into),
        };
        let instance = self.machine.new_instance(class);
        self.machine.thread.slots[first - 1] = instance;
        self.enter(initializer, code, globals, first - 1, count + 1, variables, into)?;
        self.machine.frame_mut().instance = instance;
        Ok(None)
    }

    fn is_abstract(&mut self, class: Handle) -> bool {
        let name = names::__abstractmethods__;
        self.machine.own_class_attribute(class, name).is_present()
    }

    fn call_by_rule_compiling(
        &mut self,
        callee: Value,
        code: u32,
        first: usize,
        count: usize,
        into: u16,
    ) -> Result<Option<Value>, Thrown> {
        // The next call finds the initializer compiled.
        if let Err(stop) = self.compiled(code) {
            self.machine.stopped = Some(stop);
        }
        self.call_by_rule(callee, first, count, into)
    }

    /// An instance of a built-in class whose `__new__` and `__init__` are leaves.
    fn construct_builtin(
        &mut self,
        callee: Value,
        class: Handle,
        maker: &'static Builtin,
        first: usize,
        count: usize,
        into: u16,
    ) -> Result<Option<Value>, Thrown> {
        let initializer = self.machine.lookup(class, names::__init__);
        let Some(initializer) = self.machine.builtin(initializer) else {
            return self.call_by_rule(callee, first, count, into);
        };
        self.machine.thread.slots[first - 1] = callee;
        let made = self.leaf(maker, first - 1, count + 1)?;
        let own = self.machine.heap.class_of(made);
        if made.is_nothing() || own != class {
            return self.call_by_rule(callee, first, count, into);
        }
        if initializer.owner == "object" {
            return Ok(Some(made));
        }
        self.machine.thread.slots[first - 1] = made;
        if self.leaf(initializer, first - 1, count + 1)?.is_nothing() {
            return self.call_by_rule(callee, first, count, into);
        }
        Ok(Some(made))
    }
}
