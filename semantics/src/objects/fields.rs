//! The descriptors of built-in kinds that stand for a place in an object: a name in `__slots__`, an attribute of a built-in
//! class. They serve instances of the class that has them, and no others.

use crate::state::{Data, Handle, Machine, Outcome, Thrown, Type, Value};

impl Machine {
    /// What a descriptor of these kinds gives for an object; `None` if it is of another kind.
    pub fn read_field(&mut self, descriptor: Value, object: Value) -> Option<Outcome> {
        match self.heap.get(descriptor) {
            Some(Data::Member(_)) => Some(self.read_member(descriptor, object)),
            Some(&Data::GetSet(getset)) => {
                let is_served = self.check_serves(getset.name, getset.owner_type(), object);
                Some(is_served.and_then(|()| (getset.get)(self, &[object])))
            }
            _ => None,
        }
    }

    /// Lets a descriptor of these kinds set an attribute, or delete it if the value is nothing; whether it was one.
    pub fn write_field(&mut self, descriptor: Value, object: Value, value: Value) -> Result<bool, Thrown> {
        match self.heap.get(descriptor) {
            Some(Data::Member(_)) => self.write_member(descriptor, object, value)?,
            Some(&Data::GetSet(getset)) => {
                self.check_serves(getset.name, getset.owner_type(), object)?;
                let Some(set) = getset.set else {
                    let (name, owner) = (getset.name, getset.owner);
                    let message = format!("attribute '{name}' of '{owner}' objects is not writable");
                    return Err(self.exception(Type::AttributeError, &message));
                };
                set(self, &[object, value])?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The index of the field of an object that a name in `__slots__` stands for; `None` if the object is no instance of
    /// the class that declares it.
    pub fn field_index(&self, descriptor: Value, object: Value) -> Option<usize> {
        let Some(Data::Member(member)) = self.heap.get(descriptor) else { return None };
        let owner = member.class.as_handle()?;
        self.is_subclass(self.heap.class_of(object), owner).then_some(member.index as usize)
    }

    /// The descriptor's `__get__` is called by name with neither an object nor a class.
    pub fn check_is_asked_for(&mut self, object: Value, class: Value) -> Result<(), Thrown> {
        let is_missing = |value: Value| value.is_none() || value.is_nothing();
        if is_missing(object) && is_missing(class) {
            return Err(self.type_error("__get__(None, None) is invalid"));
        }
        Ok(())
    }

    fn read_member(&mut self, descriptor: Value, object: Value) -> Outcome {
        let (index, name) = self.served_field(descriptor, object)?;
        let value = self.field(object, index, name);
        if value.is_present() { Ok(value) } else { Err(self.missing_attribute(object, name)) }
    }

    fn write_member(&mut self, descriptor: Value, object: Value, value: Value) -> Result<(), Thrown> {
        let (index, name) = self.served_field(descriptor, object)?;
        if value.is_nothing() && self.field(object, index, name).is_nothing() {
            let name = self.text_of(name);
            return Err(self.exception(Type::AttributeError, &name));
        }
        self.set_member(object, index, name, value);
        Ok(())
    }

    /// Index and name of the field that a name in `__slots__` stands for.
    fn served_field(&mut self, descriptor: Value, object: Value) -> Result<(usize, Value), Thrown> {
        let (name, owner) = match self.heap.get(descriptor) {
            Some(Data::Member(member)) => (member.name, member.class.as_handle()),
            _ => (Value::NONE, None),
        };
        if let Some(index) = self.field_index(descriptor, object) {
            return Ok((index, name));
        }
        let owner = owner.map(|owner| self.class_name(owner)).unwrap_or_default();
        let name = self.text_of(name);
        Err(self.not_served(&name, &owner, self.heap.class_of(object)))
    }

    fn field(&self, object: Value, index: usize, name: Value) -> Value {
        match self.heap.get(object) {
            Some(Data::Instance(fields)) => fields.get(index).copied().unwrap_or(Value::NOTHING),
            _ => self.own_attribute(object, name),
        }
    }

    fn set_member(&mut self, object: Value, index: usize, name: Value, value: Value) {
        if let Some(Data::Instance(fields)) = self.heap.get_mut(object) {
            if let Some(field) = fields.get_mut(index) {
                *field = value;
            }
        } else if value.is_present() {
            let dict = self.attribute_dict(object);
            self.dict_set_name(dict, name, value);
        } else {
            self.delete_own_attribute(object, name);
        }
    }

    /// `TypeError` if an object is no instance of the built-in class that has a descriptor.
    pub fn check_serves(&mut self, name: &str, owner: Option<Type>, object: Value) -> Result<(), Thrown> {
        let own = self.heap.class_of(object);
        match owner {
            Some(owner) if !self.is_subclass(own, owner.handle()) => {
                Err(self.not_served(name, owner.name(), own))
            }
            _ => Ok(()),
        }
    }

    #[cold]
    fn not_served(&mut self, name: &str, owner: &str, own: Handle) -> Thrown {
        let given = self.class_name(own);
        self.type_error(&format!(
            "descriptor '{name}' for '{owner}' objects doesn't apply to a '{given}' object"
        ))
    }
}
