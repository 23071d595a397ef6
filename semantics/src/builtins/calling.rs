//! Calling built-in functions: in one step where that suffices.

use super::signature::Arity;
use crate::rules::language::Operation;
use crate::state::{Builtin, Handle, Leaf, Machine, Thrown, Type, Value, Work, names};

impl Builtin {
    /// The function's leaf, if it has one.
    #[inline]
    pub fn leaf(&self) -> Option<Leaf> {
        match self.work {
            Work::Leaf(leaf) | Work::LeafOr(leaf, _) | Work::LeafOrRule(leaf, _) => Some(leaf),
            Work::Rule(_) | Work::Prelude(_) => None,
        }
    }

    /// What is tried first: the leaf, or the primitive with which the protocol behind the function begins.
    #[inline]
    pub fn first_step(&self) -> Option<Leaf> {
        *self.first_step.get_or_init(|| match self.work {
            Work::Rule(Operation::Rule(definition)) if definition.parameters == self.arity.total as usize => {
                definition.first_answer().map(|primitive| primitive.run)
            }
            _ => self.leaf(),
        })
    }
}

impl Machine {
    /// Does the work of a built-in function if it is, or has, a leaf; nothing if that does not suffice.
    #[inline]
    pub fn call_leaf(
        &mut self,
        builtin: &'static Builtin,
        arguments: &[Value],
        named: Value,
    ) -> Result<Value, Thrown> {
        let Some(leaf) = builtin.leaf() else { return self.check_arguments(builtin, arguments, named) };
        if builtin.converts && self.unconverted(builtin.signature(), arguments, named).is_some() {
            return Ok(Value::NOTHING);
        }
        if named.is_nothing() && builtin.arity.takes(arguments.len()) {
            let mut bound = [Value::NOTHING; Arity::MOST];
            bound[..arguments.len()].copy_from_slice(arguments);
            self.check_self(builtin, &bound)?;
            return leaf(self, &bound[..builtin.arity.total as usize]);
        }
        let bound = self.bind_builtin(builtin, arguments, named)?;
        leaf(self, &bound)
    }

    /// Does the first step of a built-in function on arguments that lie in the thread's slots: its leaf, or what the
    /// protocol behind it tries first. Nothing if that does not suffice.
    #[inline]
    pub fn begin_builtin(
        &mut self,
        builtin: &'static Builtin,
        first: usize,
        count: usize,
    ) -> Result<Value, Thrown> {
        match builtin.first_step() {
            Some(leaf) if builtin.arity.takes(count) => {
                let mut bound = [Value::NOTHING; Arity::MOST];
                bound[..count].copy_from_slice(&self.thread.slots[first..first + count]);
                if builtin.converts
                    && self.unconverted(builtin.signature(), &bound[..count], Value::NOTHING).is_some()
                {
                    return Ok(Value::NOTHING);
                }
                self.check_self(builtin, &bound)?;
                leaf(self, &bound[..builtin.arity.total as usize])
            }
            first_step => self.begin_builtin_slowly(builtin, first_step, first, count),
        }
    }

    #[cold]
    fn begin_builtin_slowly(
        &mut self,
        builtin: &'static Builtin,
        first_step: Option<Leaf>,
        first: usize,
        count: usize,
    ) -> Result<Value, Thrown> {
        let arguments = self.thread.slots[first..first + count].to_vec();
        match first_step {
            Some(leaf) if !builtin.converts => {
                let bound = self.bind_builtin(builtin, &arguments, Value::NOTHING)?;
                leaf(self, &bound)
            }
            _ => self.call_leaf(builtin, &arguments, Value::NOTHING),
        }
    }

    /// Arguments for a function of the prelude must fit the function that it stands for. Gives nothing.
    fn check_arguments(
        &mut self,
        builtin: &'static Builtin,
        arguments: &[Value],
        named: Value,
    ) -> Result<Value, Thrown> {
        if let Work::Prelude(_) = builtin.work {
            match arguments {
                [_, ..] if named.is_nothing() && builtin.arity.takes(arguments.len()) => {
                    self.check_self(builtin, arguments)?;
                }
                _ => drop(self.bind_builtin(builtin, arguments, named)?),
            }
        }
        Ok(Value::NOTHING)
    }

    /// A method of a built-in class takes instances of that class only, and `__new__` classes derived from it.
    #[inline]
    pub(super) fn check_self(
        &mut self,
        builtin: &'static Builtin,
        arguments: &[Value],
    ) -> Result<(), Thrown> {
        if !builtin.is_method {
            return if builtin.is_maker { self.check_class(builtin, arguments[0]) } else { Ok(()) };
        }
        let Some(class) = builtin.owner_type() else { return Ok(()) };
        let own = self.heap.class_of(arguments[0]);
        if own == class.handle() || self.is_subclass(own, class.handle()) {
            return Ok(());
        }
        Err(self.wrong_self(builtin, own))
    }

    #[cold]
    fn wrong_self(&mut self, builtin: &'static Builtin, own: Handle) -> Thrown {
        let (name, owner, given) = (builtin.name, builtin.owner, self.class_name(own));
        let message = if builtin.is_slot_wrapper() {
            format!("descriptor '{name}' requires a '{owner}' object but received a '{given}'")
        } else {
            format!("descriptor '{name}' for '{owner}' objects doesn't apply to a '{given}' object")
        };
        self.type_error(&message)
    }

    /// What a built-in class's `__new__` is asked to make an instance of.
    #[inline]
    fn check_class(&mut self, builtin: &'static Builtin, class: Value) -> Result<(), Thrown> {
        match builtin.owner_type() {
            Some(owner) if owner.value() != class => self.check_other_class(builtin, owner, class),
            _ => Ok(()),
        }
    }

    fn check_other_class(&mut self, builtin: &Builtin, owner: Type, class: Value) -> Result<(), Thrown> {
        let name = owner.name();
        let Some(data) = self.class(class) else {
            let given = self.type_name(class);
            return Err(self.type_error(&format!("{name}.__new__(X): X is not a type object ({given})")));
        };
        let (given, layout) = (self.text_of(data.name), data.layout);
        if !data.mro.contains(&owner.handle()) {
            return Err(
                self.type_error(&format!("{name}.__new__({given}): {given} is not a subtype of {name}"))
            );
        }
        let maker = self.lookup(layout.handle(), names::__new__);
        let is_own = self.builtin(maker).is_some_and(|maker| std::ptr::eq(maker, builtin));
        if layout != owner && (owner == Type::Object || !is_own) {
            let safe = layout.name();
            return Err(
                self.type_error(&format!("{name}.__new__({given}) is not safe, use {safe}.__new__()"))
            );
        }
        Ok(())
    }
}
