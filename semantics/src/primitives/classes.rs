//! Making classes (Language Reference 3.3.3): bases, metaclass, resolution order, slots.

use crate::primitives;
use crate::state::{Class, Data, Dict, Handle, Machine, Member, Origin, Outcome, Thrown, Type, Value, names};
use spec::scope::UnitKind;

impl Machine {
    /// The C3 linearization of the bases of a class: every class before its bases, bases in their order. Where they
    /// contradict each other: the classes none of which can be next.
    fn linearize(&self, bases: &[Handle]) -> Result<Vec<Handle>, Vec<Handle>> {
        let mut lists: Vec<Vec<Handle>> =
            bases.iter().map(|&base| self.class_data(base).mro.clone()).collect();
        lists.push(bases.to_vec());
        let mut order = Vec::new();
        loop {
            lists.retain(|list| !list.is_empty());
            if lists.is_empty() {
                return Ok(order);
            }
            let is_good = |candidate: Handle| lists.iter().all(|list| !list[1..].contains(&candidate));
            let mut heads: Vec<Handle> = Vec::new();
            for list in &lists {
                if !heads.contains(&list[0]) {
                    heads.push(list[0]);
                }
            }
            let Some(&next) = heads.iter().find(|&&candidate| is_good(candidate)) else { return Err(heads) };
            order.push(next);
            for list in &mut lists {
                if list[0] == next {
                    list.remove(0);
                }
            }
        }
    }

    /// What comes after a class with these bases in its resolution order.
    pub fn order_of_bases(&mut self, bases: &[Handle]) -> Result<Vec<Handle>, Thrown> {
        self.linearize(bases).map_err(|heads| {
            let heads: Vec<String> = heads.into_iter().map(|head| self.class_name(head)).collect();
            let message = format!(
                "Cannot create a consistent method resolution order (MRO) for bases {}",
                heads.join(", ")
            );
            self.type_error(&message)
        })
    }

    /// The bases of a class as it has them now.
    pub fn base_handles(&self, class: Handle) -> Vec<Handle> {
        self.class_data(class).bases.iter().filter_map(|base| base.as_handle()).collect()
    }

    /// Gives a class other bases; it and the classes derived from it get new resolution orders.
    pub fn assign_bases(&mut self, class: Handle, bases: Vec<Handle>) -> Result<(), Thrown> {
        if bases.iter().any(|&base| self.is_subclass(base, class)) {
            return Err(self.type_error("a __bases__ item causes an inheritance cycle"));
        }
        let old_bases = self.base_handles(class);
        let (old, new) = (self.best_base(&old_bases)?, self.best_base(&bases)?);
        let (a, b) = (self.class_data(old), self.class_data(new));
        if (a.layout, a.reserved, a.has_dict) != (b.layout, b.reserved, b.has_dict) {
            let (old, new) = (self.class_name(old), self.class_name(new));
            let message = format!("__bases__ assignment: '{new}' object layout differs from '{old}'");
            return Err(self.type_error(&message));
        }
        self.class_data_mut(class).bases = bases.iter().map(|&base| Value::object(base)).collect();
        let mut replaced = Vec::new();
        if let Err(thrown) = self.renew_orders(class, &mut replaced) {
            for (class, order) in replaced.into_iter().rev() {
                self.class_data_mut(class).mro = order;
            }
            self.class_data_mut(class).bases = old_bases.into_iter().map(Value::object).collect();
            return Err(thrown);
        }
        for base in old_bases {
            self.class_data_mut(base).subclasses.retain(|&subclass| subclass != class);
        }
        for base in bases {
            self.class_data_mut(base).subclasses.push(class);
        }
        self.heap.epoch += 1;
        Ok(())
    }

    /// Computes the resolution orders of a class and of those derived from it; the old ones are kept in `replaced`.
    fn renew_orders(
        &mut self,
        class: Handle,
        replaced: &mut Vec<(Handle, Vec<Handle>)>,
    ) -> Result<(), Thrown> {
        let mut order = vec![class];
        order.extend(self.order_of_bases(&self.base_handles(class))?);
        replaced.push((class, std::mem::replace(&mut self.class_data_mut(class).mro, order)));
        for subclass in self.class_data(class).subclasses.clone() {
            self.renew_orders(subclass, replaced)?;
        }
        Ok(())
    }

    /// Whether a metaclass leaves the resolution order to `type.mro`.
    fn is_type_mro(&self, method: Value) -> bool {
        self.builtin(method).is_some_and(|builtin| builtin.owner == "type" && builtin.name == "mro")
    }

    /// The most derived of a metaclass and those of the bases.
    fn derive_metaclass(&mut self, metaclass: Value, bases: &[Value]) -> Outcome {
        let mut winner = metaclass;
        for &base in bases {
            let own = Value::object(self.heap.class_of(base));
            let (Some(a), Some(b)) = (winner.as_handle(), own.as_handle()) else { continue };
            if self.is_subclass(a, b) {
                continue;
            }
            if !self.is_subclass(b, a) {
                return Err(self.type_error(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
                ));
            }
            winner = own;
        }
        Ok(winner)
    }

    /// Which of the bases decides what instances consist of.
    pub fn best_base(&mut self, bases: &[Handle]) -> Result<Handle, Thrown> {
        let mut best: Option<Handle> = None;
        for &base in bases {
            let data = self.class_data(base);
            if data.is_final {
                let message = format!("type '{}' is not an acceptable base type", self.text_of(data.name));
                return Err(self.type_error(&message));
            }
            best = match best {
                None => Some(base),
                Some(current) if self.layout_extends(current, base) => Some(current),
                Some(current) if self.layout_extends(base, current) => Some(base),
                Some(_) => return Err(self.type_error("multiple bases have instance lay-out conflict")),
            };
        }
        Ok(best.unwrap_or(Type::Object.handle()))
    }

    /// Whether instances of one class consist of all that those of the other do.
    fn layout_extends(&self, class: Handle, other: Handle) -> bool {
        let (a, b) = (self.class_data(class), self.class_data(other));
        let same_kind = self.is_subclass(a.layout.handle(), b.layout.handle());
        same_kind && (b.reserved == 0 || self.is_subclass(class, other) || self.shares_slots(class, other))
    }

    /// Whether the slots of the other class come from a base of this one.
    fn shares_slots(&self, class: Handle, other: Handle) -> bool {
        let data = self.class_data(other);
        data.mro
            .iter()
            .any(|&base| self.class_data(base).reserved == data.reserved && self.is_subclass(class, base))
    }

    /// The names in `__slots__`, private ones mangled, or `None` if there is no such thing.
    fn slot_names(&mut self, class_name: &str, namespace: Value) -> Result<Option<Vec<Value>>, Thrown> {
        let declared = self.dict_get_name(namespace, names::__slots__);
        if declared.is_nothing() {
            return Ok(None);
        }
        let mut wanted: Vec<Value> = match self.heap.get(declared) {
            Some(Data::Str(_)) => vec![declared],
            Some(Data::Tuple(items)) => items.to_vec(),
            Some(Data::Pair(items)) => items.to_vec(),
            Some(Data::List(items)) => items.clone(),
            Some(Data::Dict(dict)) => dict.iter().map(|entry| entry.key).collect(),
            Some(Data::Set(set)) => set.keys().copied().collect(),
            _ => {
                let message = format!("'{}' object is not iterable", self.type_name(declared));
                return Err(self.type_error(&message));
            }
        };
        for name in &mut wanted {
            let Some(text) = self.text(*name) else {
                let message = format!("__slots__ items must be strings, not '{}'", self.type_name(*name));
                return Err(self.type_error(&message));
            };
            if !text.is_identifier() {
                return Err(self.type_error("__slots__ must be identifiers"));
            }
            let text = self.text_of(*name);
            *name = self.heap.intern(&spec::scope::mangle(class_name, &text));
        }
        Ok(Some(wanted))
    }

    /// Makes a class of its name, bases and namespace; what calls Python code is left to the rule.
    pub fn create_class(
        &mut self,
        metaclass: Value,
        name: Value,
        bases: &[Value],
        namespace: Value,
    ) -> Outcome {
        let mut base_handles = Vec::new();
        for &base in bases {
            match (base.as_handle(), self.class(base)) {
                (Some(handle), Some(_)) => base_handles.push(handle),
                _ => return Err(self.type_error("bases must be types")),
            }
        }
        for (index, base) in base_handles.iter().enumerate() {
            if base_handles[..index].contains(base) {
                let message = format!("duplicate base class {}", self.class_name(*base));
                return Err(self.type_error(&message));
            }
        }
        if base_handles.is_empty() {
            base_handles.push(Type::Object.handle());
        }
        let best = self.best_base(&base_handles)?;
        let chooser = metaclass.as_handle().map_or(Value::NOTHING, |class| self.lookup(class, names::mro));
        let order = match self.order_of_bases(&base_handles) {
            Ok(order) => order,
            // The metaclass will say what it is.
            Err(_) if !self.is_type_mro(chooser) => vec![Type::Object.handle()],
            Err(thrown) => return Err(thrown),
        };
        let class_name = self.text_of(name);
        let slots = self.slot_names(&class_name, namespace)?;
        let class =
            self.allocate_class(metaclass, name, base_handles, order, best, slots.as_deref(), namespace)?;
        Ok(Value::object(class))
    }

    #[allow(clippy::too_many_arguments)]
    fn allocate_class(
        &mut self,
        metaclass: Value,
        name: Value,
        bases: Vec<Handle>,
        order: Vec<Handle>,
        best: Handle,
        slots: Option<&[Value]>,
        namespace: Value,
    ) -> Result<Handle, Thrown> {
        let base = self.class_data(best);
        let (layout, base_reserved, base_has_dict) = (base.layout, base.reserved, base.has_dict);
        let base_has_dict = base_has_dict || bases.iter().any(|&other| self.class_data(other).has_dict);
        let wants_dict = slots.is_none_or(|names| names.contains(&names::__dict__));
        if !wants_dict
            && matches!(layout, Type::Int | Type::Bytes | Type::Tuple)
            && slots.is_some_and(|s| !s.is_empty())
        {
            let message = format!("nonempty __slots__ not supported for subtype of '{}'", layout.name());
            return Err(self.type_error(&message));
        }
        let own_slots: Vec<Value> = slots
            .unwrap_or(&[])
            .iter()
            .copied()
            .filter(|&name| name != names::__dict__ && name != names::__weakref__)
            .collect();
        let has_dict = base_has_dict || wants_dict;
        let reserved = base_reserved + own_slots.len() as u16;
        let metaclass = metaclass.as_handle().unwrap_or(Type::Type.handle());
        let meta_shape = self.class_data(metaclass).instance_shape;
        let class = Class {
            name,
            qualified_name: name,
            bases: bases.iter().map(|&base| Value::object(base)).collect(),
            mro: Vec::new(),
            attributes: Dict::default(),
            subclasses: Vec::new(),
            instance_shape: crate::state::ShapeId(0),
            layout,
            has_dict,
            reserved,
            field_hint: self.class_data(best).field_hint.max(reserved),
            has_plain_equality: Default::default(),
            is_builtin: self.program.origin == Origin::Native,
            is_final: false,
        };
        let value = self.heap.allocate(meta_shape, Data::Class(Box::new(class)));
        let Some(handle) = value.as_handle() else { unreachable!("objects have handles") };
        let lies_in_dict = layout != Type::Object;
        let shape = self.heap.shapes.add_root(handle, reserved, lies_in_dict);
        let data = self.class_data_mut(handle);
        data.instance_shape = shape;
        data.mro.push(handle);
        data.mro.extend(order);
        for &base in &bases {
            self.class_data_mut(base).subclasses.push(handle);
        }
        self.fill_class(handle, namespace, &own_slots, base_reserved)?;
        Ok(handle)
    }

    /// Copies the namespace into the class, and adds what `__slots__` declares.
    fn fill_class(
        &mut self,
        class: Handle,
        namespace: Value,
        slots: &[Value],
        first: u16,
    ) -> Result<(), Thrown> {
        let entries: Vec<_> =
            self.dict(namespace).map(|dict| dict.iter().copied().collect()).unwrap_or_default();
        for entry in entries {
            if entry.key == names::__classcell__ {
                if let Some(Data::Cell(content)) = self.heap.get_mut(entry.value) {
                    *content = Value::object(class);
                }
                continue;
            }
            if self.text(entry.key).is_some() {
                let value = self.as_class_attribute(entry.key, entry.value);
                self.set_class_attribute(class, entry.key, value);
            }
        }
        let qualified = self.own_class_attribute(class, names::__qualname__);
        if qualified.is_present() {
            if self.text(qualified).is_none() {
                let message = format!("type __qualname__ must be a str, not {}", self.type_name(qualified));
                return Err(self.type_error(&message));
            }
            self.class_data_mut(class).qualified_name = qualified;
            self.delete_class_attribute(class, names::__qualname__);
        }
        for (index, &name) in slots.iter().enumerate() {
            if self.own_class_attribute(class, name).is_present() {
                let message = format!("'{}' in __slots__ conflicts with class variable", self.text_of(name));
                return Err(self.value_error(&message));
            }
            let member = Member { name, class: Value::object(class), index: first + index as u16 };
            let member = self.heap.new_object(Type::MemberDescriptor, Data::Member(Box::new(member)));
            self.set_class_attribute(class, name, member);
        }
        self.complete_class(class);
        Ok(())
    }

    /// `__new__` is a static method and the hooks are class methods without being declared so.
    fn as_class_attribute(&mut self, name: Value, value: Value) -> Value {
        if !matches!(self.heap.get(value), Some(Data::Function(_))) {
            return value;
        }
        let class = match name {
            names::__new__ => Type::StaticMethod,
            names::__init_subclass__ | names::__class_getitem__ => Type::ClassMethod,
            _ => return value,
        };
        self.heap.new_object(class, Data::Wrapped(value))
    }

    /// What every class has: a module, a doc string, and no hash if it defines equality only.
    fn complete_class(&mut self, class: Handle) {
        if self.own_class_attribute(class, names::__module__).is_nothing() {
            let module = self.dict_get_name(self.frame().globals, names::__name__);
            self.set_class_attribute(class, names::__module__, module.present().unwrap_or(Value::NONE));
        }
        if self.own_class_attribute(class, names::__doc__).is_nothing() {
            self.set_class_attribute(class, names::__doc__, Value::NONE);
        }
        let defines_equality = self.own_class_attribute(class, names::__eq__).is_present();
        if defines_equality && self.own_class_attribute(class, names::__hash__).is_nothing() {
            self.set_class_attribute(class, names::__hash__, Value::NONE);
        }
    }
}

primitives! { CLASSES;
    /// Whether all items of a tuple are classes.
    fn are_all_classes(m, bases) {
        Ok(Value::bool(m.tuple_items(bases).iter().all(|&base| m.class(base).is_some())))
    }
    /// The metaclass: that given by keyword (which is taken out), or the most derived one of the bases.
    fn metaclass_of(m, bases, named) {
        let given = m.dict_get_name(named, names::metaclass);
        m.dict_delete_str(named, names::metaclass);
        let bases = m.tuple_items(bases).to_vec();
        if given.is_present() && m.class(given).is_none() {
            return Ok(given);
        }
        m.derive_metaclass(given.present().unwrap_or(Type::Type.value()), &bases)
    }
    /// The metaclass that `type.__new__` has to use.
    fn most_derived_metaclass(m, metaclass, bases) {
        let bases = m.tuple_items(bases).to_vec();
        m.derive_metaclass(metaclass, &bases)
    }
    /// Whether a `__new__` is that of `type`.
    fn is_type_new(m, maker) { Ok(Value::bool(m.builtin(maker).is_some_and(|b| b.owner == "type" && b.name == "__new__"))) }
    /// Whether a method `mro` is that of `type`.
    fn is_type_mro(m, method) { Ok(Value::bool(m.is_type_mro(method))) }
    /// Gives a new class the resolution order that its metaclass chose.
    fn set_resolution_order(m, class, order) {
        let Some(handle) = class.as_handle() else { return Ok(Value::NONE) };
        let mut chosen = Vec::new();
        for base in m.list_items(order).to_vec() {
            let Some(base) = base.as_handle().filter(|_| m.class(base).is_some()) else {
                let message = format!("mro() returned a non-class ('{}')", m.type_name(base));
                return Err(m.type_error(&message));
            };
            if !m.is_subclass(m.class_data(handle).layout.handle(), m.class_data(base).layout.handle()) {
                let message = format!("mro() returned base with unsuitable layout ('{}')", m.class_name(base));
                return Err(m.type_error(&message));
            }
            chosen.push(base);
        }
        m.class_data_mut(handle).mro = chosen;
        m.heap.epoch += 1;
        Ok(Value::NONE)
    }
    /// A new class of name, bases and namespace, before anything is told of it.
    fn make_class(m, metaclass, name, bases, namespace) {
        if m.text(name).is_none() {
            let message = format!("type.__new__() argument 1 must be str, not {}", m.type_name(name));
            return Err(m.type_error(&message));
        }
        if m.heap.get(bases).and_then(Data::tuple).is_none() {
            let message = format!("type.__new__() argument 2 must be tuple, not {}", m.type_name(bases));
            return Err(m.type_error(&message));
        }
        if m.dict(namespace).is_none() {
            let message = format!("type.__new__() argument 3 must be dict, not {}", m.type_name(namespace));
            return Err(m.type_error(&message));
        }
        let bases = m.tuple_items(bases).to_vec();
        m.create_class(metaclass, name, &bases, namespace)
    }
    /// `type(x)`, where `type` may be a metaclass that was called with one argument.
    fn type_of_single(m, metaclass, value, namespace) {
        if metaclass == Type::Type.value() && namespace.is_nothing() {
            return Ok(Value::object(m.heap.class_of(value)));
        }
        Err(m.type_error("type.__new__() takes exactly 3 arguments (1 given)"))
    }
    /// The pairs of name and value of those attributes of a new class that have `__set_name__`.
    fn attributes_to_name(m, class) {
        let Some(handle) = class.as_handle() else { return Ok(Value::NONE) };
        let entries: Vec<_> = m.class_data(handle).attributes.iter().copied().collect();
        let mut pairs = Vec::new();
        for entry in entries {
            if m.special(entry.value, names::__set_name__).is_present() {
                pairs.push(m.heap.new_tuple([entry.key, entry.value]));
            }
        }
        Ok(m.heap.new_list(pairs))
    }
    /// Whether this is the body of a class statement, and no function that is called as one by hand.
    fn is_class_body(m, function) {
        let Some(Data::Function(data)) = m.heap.get(function) else { return Ok(Value::FALSE) };
        Ok(Value::bool(m.code(data.code).unit().kind == UnitKind::Class))
    }
    /// What is to make a namespace is no function.
    fn no_body_of_class(m) { Ok(m.type_error("__build_class__: func must be a function").0) }
    /// What is to name a class is no text.
    fn no_name_of_class(m) { Ok(m.type_error("__build_class__: name is not a string").0) }
    /// The cell of `__class__` must have got the class.
    fn check_class_cell(m, cell, class, name) {
        if let Some(&Data::Cell(content)) = m.heap.get(cell)
            && content.is_nothing()
        {
            let text = m.text_of(name);
            let message = format!(
                "__class__ not set defining '{text}' as <class '{text}'>. Was __classcell__ propagated to type.__new__?"
            );
            return Err(m.exception(Type::RuntimeError, &message));
        }
        Ok(Value::NONE)
    }
    /// `isinstance` where no Python code has to run; otherwise nothing.
    fn isinstance_builtin(m, value, class) {
        let own = m.heap.class_of(value);
        if Value::object(own) == class {
            return Ok(Value::TRUE);
        }
        match class.as_handle() {
            Some(handle) if m.class(class).is_some() && m.heap.class_of(class) == Type::Type.handle() => {
                let is_derived = m.is_subclass(own, handle);
                if is_derived || m.class_data(own).is_builtin { Ok(Value::bool(is_derived)) } else { Ok(Value::NOTHING) }
            }
            _ => Ok(Value::NOTHING),
        }
    }
    /// `issubclass` where no Python code has to run; otherwise nothing.
    fn issubclass_builtin(m, candidate, class) {
        let Some(own) = candidate.as_handle().filter(|_| m.class(candidate).is_some()) else {
            if m.class(class).is_some() || m.type_name(class) == "tuple" {
                return Err(m.type_error("issubclass() arg 1 must be a class"));
            }
            return Ok(Value::NOTHING);
        };
        match class.as_handle() {
            Some(handle) if m.class(class).is_some() && m.heap.class_of(class) == Type::Type.handle() => {
                Ok(Value::bool(m.is_subclass(own, handle)))
            }
            _ => Ok(Value::NOTHING),
        }
    }
    /// Whether something is a class derived from another.
    fn is_subclass_or_not(m, candidate, class) {
        Ok(Value::bool(match (candidate.as_handle(), class.as_handle()) {
            (Some(a), Some(b)) if m.class(candidate).is_some() => m.is_subclass(a, b),
            _ => false,
        }))
    }
    /// The second argument of `isinstance` or `issubclass` is of no use.
    fn isinstance_argument(m, function) {
        let name = m.text_of(function);
        let kind = if name == "isinstance" { "a type" } else { "a class" };
        let message = format!("{name}() arg 2 must be {kind}, a tuple of {}, or a union", if name == "isinstance" { "types" } else { "classes" });
        Ok(m.type_error(&message).0)
    }
    /// `__mro_entries__` gave no tuple.
    fn mro_entries_returned(m) { Ok(m.type_error("__mro_entries__ must return a tuple").0) }
    /// `__prepare__` gave no mapping.
    fn prepare_returned(m, metaclass, namespace) {
        let name = metaclass.as_handle().filter(|_| m.class(metaclass).is_some()).map(|class| m.class_name(class));
        let name = name.unwrap_or_else(|| "<metaclass>".to_owned());
        let message = format!("{name}.__prepare__() must return a mapping, not {}", m.type_name(namespace));
        Ok(m.type_error(&message).0)
    }
}
