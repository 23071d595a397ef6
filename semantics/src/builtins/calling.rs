//! Calling built-in functions: in one step where that suffices.

use super::signature::Arity;
use crate::rules::language::Operation;
use crate::state::{Builtin, Handle, Heap, Leaf, Machine, Thrown, Type, Value, Work, names};

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

/// The values of the parameters, where nothing is given by name.
#[inline]
fn bind_by_position(heap: &mut Heap, arity: Arity, arguments: &[Value]) -> [Value; Arity::MOST] {
    let mut bound = [Value::NOTHING; Arity::MOST];
    let (own, takes_rest) = arity.split();
    let given = arguments.len().min(own);
    // Where there are few, moving them one by one is quicker than a call that moves them all.
    match arguments[..given] {
        [] => {}
        [a] => bound[0] = a,
        [a, b] => [bound[0], bound[1]] = [a, b],
        [a, b, c] => [bound[0], bound[1], bound[2]] = [a, b, c],
        ref more => bound[..given].copy_from_slice(more),
    }
    if takes_rest {
        bound[own] = heap.new_tuple(&arguments[given..]);
    }
    bound
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
            let bound = bind_by_position(&mut self.heap, builtin.arity, arguments);
            return self.run_leaf(builtin, leaf, &bound[..builtin.arity.total as usize]);
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
            // One or two arguments, which most calls have, need not be put where there is room for more.
            Some(leaf) if count <= 2 && builtin.arity.takes_only(count) && !builtin.converts => {
                match self.thread.slots[first..first + count] {
                    [a] => self.run_leaf(builtin, leaf, &[a]),
                    [a, b] => self.run_leaf(builtin, leaf, &[a, b]),
                    _ => self.run_leaf(builtin, leaf, &[]),
                }
            }
            Some(leaf) if builtin.arity.takes(count) => {
                if builtin.converts && self.has_unconverted(builtin, first, count) {
                    return Ok(Value::NOTHING);
                }
                let bound =
                    bind_by_position(&mut self.heap, builtin.arity, &self.thread.slots[first..first + count]);
                self.run_leaf(builtin, leaf, &bound[..builtin.arity.total as usize])
            }
            None if matches!(builtin.work, Work::Rule(_)) => Ok(Value::NOTHING),
            first_step => self.begin_builtin_slowly(builtin, first_step, first, count),
        }
    }

    /// Runs a leaf on the values of its parameters.
    #[inline(always)]
    fn run_leaf(&mut self, builtin: &'static Builtin, leaf: Leaf, bound: &[Value]) -> Result<Value, Thrown> {
        self.check_self(builtin, bound)?;
        leaf(self, bound)
    }

    /// The values of the parameters for arguments that lie in the thread's slots, if nothing has to be converted and the
    /// positions decide.
    pub fn bind_slots(
        &mut self,
        builtin: &'static Builtin,
        first: usize,
        count: usize,
    ) -> Result<Option<[Value; Arity::MOST]>, Thrown> {
        if builtin.converts || !builtin.arity.takes(count) {
            return Ok(None);
        }
        let arguments = &self.thread.slots[first..first + count];
        let bound = bind_by_position(&mut self.heap, builtin.arity, arguments);
        self.check_self(builtin, &bound)?;
        Ok(Some(bound))
    }

    /// As [`Machine::begin_builtin`] for a `__new__` or `__init__` with the class or instance that it is called with, which
    /// is known to be of the right class.
    pub fn make_by_leaf(
        &mut self,
        builtin: &'static Builtin,
        leaf: Leaf,
        object: Value,
        first: usize,
        count: usize,
    ) -> Result<Value, Thrown> {
        self.thread.slots[first - 1] = object;
        if !builtin.arity.takes(count + 1)
            || builtin.converts && self.has_unconverted(builtin, first - 1, count + 1)
        {
            return self.begin_builtin(builtin, first - 1, count + 1);
        }
        let arguments = &self.thread.slots[first - 1..first + count];
        let bound = bind_by_position(&mut self.heap, builtin.arity, arguments);
        leaf(self, &bound[..builtin.arity.total as usize])
    }

    /// Makes an instance of a class by the leaves of its `__new__` and its `__init__`; nothing if that does not suffice. Where
    /// both take the same, they are given the same values.
    pub fn make_by_leaves(
        &mut self,
        (maker, make): (&'static Builtin, Leaf),
        initializer: Option<(&'static Builtin, Leaf)>,
        class: Value,
        first: usize,
        count: usize,
    ) -> Result<Value, Thrown> {
        let is_made = |machine: &Machine, made: Value| Some(machine.heap.class_of(made)) == class.as_handle();
        if let Some((initializer, initialize)) = initializer
            && initializer.arity == maker.arity
            && maker.arity.takes(count + 1)
            && !(maker.converts || initializer.converts)
        {
            self.thread.slots[first - 1] = class;
            let arguments = &self.thread.slots[first - 1..first + count];
            let mut bound = bind_by_position(&mut self.heap, maker.arity, arguments);
            let total = maker.arity.total as usize;
            let made = make(self, &bound[..total])?;
            if made.is_nothing() || !is_made(self, made) {
                return Ok(Value::NOTHING);
            }
            bound[0] = made;
            let done = initialize(self, &bound[..total])?;
            return Ok(if done.is_nothing() { done } else { made });
        }
        let made = self.make_by_leaf(maker, make, class, first, count)?;
        if made.is_nothing() || !is_made(self, made) {
            return Ok(Value::NOTHING);
        }
        match initializer {
            Some((initializer, initialize)) => {
                let done = self.make_by_leaf(initializer, initialize, made, first, count)?;
                Ok(if done.is_nothing() { done } else { made })
            }
            None => Ok(made),
        }
    }

    /// What the call of a class without arguments gives if that is a matter of leaves alone; otherwise nothing.
    pub fn made_by_leaves(&mut self, class: Value) -> Result<Value, Thrown> {
        let Some(handle) = class.as_handle() else { return Ok(Value::NOTHING) };
        if self.heap.class_of(class) != Type::Type.handle() {
            return Ok(Value::NOTHING);
        }
        let maker = self.lookup(handle, names::__new__);
        let initializer = self.lookup(handle, names::__init__);
        let (Some(maker), Some(initializer)) = (self.builtin(maker), self.builtin(initializer)) else {
            return Ok(Value::NOTHING);
        };
        if initializer.leaf().is_none() {
            return Ok(Value::NOTHING);
        }
        let is_builtin = self.class_data(handle).layout.handle() == handle;
        let made = match maker.leaf() {
            // A built-in class's own `__new__` takes it.
            Some(leaf) if is_builtin && maker.arity.takes(1) => {
                let bound = bind_by_position(&mut self.heap, maker.arity, &[class]);
                leaf(self, &bound[..maker.arity.total as usize])?
            }
            _ => self.call_leaf(maker, &[class], Value::NOTHING)?,
        };
        if made.is_nothing() || self.heap.class_of(made) != handle {
            return Ok(Value::NOTHING);
        }
        let initialized = self.call_leaf(initializer, &[made], Value::NOTHING)?;
        Ok(if initialized.is_nothing() { initialized } else { made })
    }

    /// Whether a `__new__` takes this class.
    pub fn makes_instances_of(&mut self, builtin: &'static Builtin, class: Value) -> bool {
        !builtin.is_maker || self.check_class(builtin, class).is_ok()
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
    #[inline(always)]
    pub(super) fn check_self(
        &mut self,
        builtin: &'static Builtin,
        arguments: &[Value],
    ) -> Result<(), Thrown> {
        if !builtin.is_method {
            return if builtin.is_maker { self.check_class(builtin, arguments[0]) } else { Ok(()) };
        }
        match builtin.owner_type() {
            // An instance of a built-in class has the first shape of that class, which has its number.
            Some(class) if self.heap.shape_of(arguments[0]).0 != class as u32 => {
                self.check_other_self(builtin, class, arguments)
            }
            _ => Ok(()),
        }
    }

    #[inline(never)]
    fn check_other_self(
        &mut self,
        builtin: &'static Builtin,
        class: Type,
        arguments: &[Value],
    ) -> Result<(), Thrown> {
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
        let layout = data.layout;
        if !data.mro.contains(&owner.handle()) {
            let given = self.text_of(data.name);
            return Err(
                self.type_error(&format!("{name}.__new__({given}): {given} is not a subtype of {name}"))
            );
        }
        let maker = self.lookup(layout.handle(), names::__new__);
        let is_own = self.builtin(maker).is_some_and(|maker| std::ptr::eq(maker, builtin));
        if layout != owner && (owner == Type::Object || !is_own) {
            let (safe, given) = (layout.name(), self.class(class).map(|data| self.text_of(data.name)));
            let given = given.unwrap_or_default();
            return Err(
                self.type_error(&format!("{name}.__new__({given}) is not safe, use {safe}.__new__()"))
            );
        }
        Ok(())
    }
}
