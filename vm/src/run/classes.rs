//! Calls of classes. How an instance is made is found out once for each class.

use super::Vm;
use super::dispatch::Called;
use crate::code::Compiled;
use semantics::state::{Builtin, Data, Handle, Leaf, Thrown, Type, Value, names};

/// For how many classes it is remembered at a time.
const REMEMBERED: usize = 64;

/// How the call of a class makes an instance.
#[derive(Clone, Copy)]
enum Plan {
    /// As the rule says.
    Rule,
    /// `object.__new__` makes it, and nothing initializes it.
    Bare,
    /// `object.__new__` makes it, and then this function of Python, its `__init__`, is entered.
    Plain(Value),
    /// A leaf makes it, and then this function is entered.
    Made(&'static Builtin, Leaf, Value),
    /// A leaf makes it, and another one, if it has one, initializes it.
    Leaves(&'static Builtin, Leaf, Option<(&'static Builtin, Leaf)>),
}

/// The plans that are remembered, each with its class and the epoch in which it was made.
pub(super) struct Plans([(Handle, u32, Plan); REMEMBERED]);

impl Default for Plans {
    fn default() -> Plans {
        Plans([(Handle(u32::MAX), 0, Plan::Rule); REMEMBERED])
    }
}

impl<'a> Vm<'a> {
    /// Calls a class; the slot before the arguments may be overwritten.
    pub(super) fn call_class(
        &mut self,
        callee: Value,
        first: usize,
        count: usize,
        into: u16,
    ) -> Result<Called<'a>, Thrown> {
        let Some(class) = callee.as_handle() else { return self.call_by_rule(callee, first, count, into) };
        match self.plan(class) {
            Plan::Bare if count == 0 => Ok(Called::Value(self.machine.new_instance(class))),
            Plan::Plain(initializer) => {
                if !self.can_enter(initializer) {
                    return self.call_by_rule(callee, first, count, into);
                }
                let instance = self.machine.new_instance(class);
                self.initialize(instance, initializer, first, count, into)
            }
            Plan::Made(maker, leaf, initializer) if self.can_enter(initializer) => {
                let made = self.machine.make_by_leaf(maker, leaf, callee, first, count)?;
                if made.is_nothing() || self.machine.heap.class_of(made) != class {
                    return self.call_by_rule(callee, first, count, into);
                }
                self.initialize(made, initializer, first, count, into)
            }
            Plan::Leaves(maker, leaf, initializer) => {
                let made = self.machine.make_by_leaves((maker, leaf), initializer, callee, first, count)?;
                if made.is_nothing() {
                    return self.call_by_rule(callee, first, count, into);
                }
                Ok(Called::Value(made))
            }
            _ if class == Type::Type.handle() && count == 1 => {
                let class = self.machine.heap.class_of(self.machine.thread.slots[first]);
                Ok(Called::Value(Value::object(class)))
            }
            _ => self.call_by_rule(callee, first, count, into),
        }
    }

    /// Enters the `__init__` of a new instance, which is the result of the call.
    fn initialize(
        &mut self,
        instance: Value,
        initializer: Value,
        first: usize,
        count: usize,
        into: u16,
    ) -> Result<Called<'a>, Thrown> {
        self.machine.thread.slots[first - 1] = instance;
        let entered = self.call(initializer, first - 1, count + 1, into)?;
        self.machine.frame_mut().instance = instance;
        Ok(entered)
    }

    /// Whether a function can be entered at once. If it has not been compiled yet, the next call finds that it has.
    fn can_enter(&mut self, function: Value) -> bool {
        let Some(Data::Function(data)) = self.machine.heap.get(function) else { return false };
        let number = data.code;
        match self.codes.get(number as usize) {
            Some(&Some(compiled)) => compiled.plain_parameters != Compiled::NOT_PLAIN,
            _ => {
                self.compiled(number);
                false
            }
        }
    }

    /// How instances of a class are made.
    fn plan(&mut self, class: Handle) -> Plan {
        let epoch = self.machine.heap.epoch;
        let place = class.0 as usize % REMEMBERED;
        let (known, at, plan) = self.plans.0[place];
        if known == class && (at == epoch || mutant!(StaleInitializers)) {
            return plan;
        }
        let plan = self.new_plan(class);
        self.plans.0[place] = (class, epoch, plan);
        plan
    }

    fn new_plan(&mut self, class: Handle) -> Plan {
        let callee = Value::object(class);
        if self.machine.heap.class_of(callee) != Type::Type.handle() || class == Type::Type.handle() {
            return Plan::Rule;
        }
        let maker = self.machine.lookup(class, names::__new__);
        let Some(maker) = self.machine.builtin(maker) else { return Plan::Rule };
        let initializer = self.machine.lookup(class, names::__init__);
        let is_function = matches!(self.machine.heap.get(initializer), Some(Data::Function(_)));
        if maker.owner == "object" {
            let data = self.machine.class_data(class);
            let is_plain =
                data.layout == Type::Object && (!data.is_builtin || class == Type::Object.handle());
            let is_abstract =
                self.machine.own_class_attribute(class, names::__abstractmethods__).is_present();
            let is_bare = self.machine.builtin(initializer).is_some_and(|it| it.owner == "object");
            return match is_plain && !is_abstract {
                true if is_function => Plan::Plain(initializer),
                true if is_bare => Plan::Bare,
                _ => Plan::Rule,
            };
        }
        let Some(leaf) = maker.leaf().filter(|_| self.machine.makes_instances_of(maker, callee)) else {
            return Plan::Rule;
        };
        if is_function {
            return Plan::Made(maker, leaf, initializer);
        }
        let Some(initializer) = self.machine.builtin(initializer) else { return Plan::Rule };
        match initializer.leaf() {
            Some(_) if initializer.owner == "object" => Plan::Leaves(maker, leaf, None),
            Some(own) => Plan::Leaves(maker, leaf, Some((initializer, own))),
            None => Plan::Rule,
        }
    }
}
