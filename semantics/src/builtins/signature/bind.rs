//! Binding arguments to the parameters of a built-in function.

use super::misfit::Callee;
use super::{Conversion, Kind, Signature};
use crate::state::{Builtin, Machine, Thrown, Type, Value, names};

impl Machine {
    /// Binds arguments to the parameters of a built-in function: one value a parameter, in order. What it is a method
    /// of has been checked.
    pub fn bind_builtin(
        &mut self,
        builtin: &'static Builtin,
        arguments: &[Value],
        named: Value,
    ) -> Result<Vec<Value>, Thrown> {
        let signature = builtin.signature();
        let has_named = self.dict(named).is_some_and(|dict| !dict.is_empty());
        if signature.is_plain && !has_named && arguments.len() == signature.positional {
            self.check_self(builtin, arguments)?;
            return Ok(arguments.to_vec());
        }
        self.check_receiver(builtin, arguments)?;
        if let Some(bound) = self.try_bind(signature, arguments, named) {
            return Ok(bound);
        }
        if has_named && self.ignores_keywords(builtin, arguments) {
            return self.bind_builtin(builtin, arguments, Value::NOTHING);
        }
        Err(self.misfit(&Callee::of_builtin(self, builtin, arguments), signature, arguments, named))
    }

    /// The values of the parameters, if the arguments fit.
    fn try_bind(&mut self, signature: &Signature, arguments: &[Value], named: Value) -> Option<Vec<Value>> {
        if arguments.len() > signature.positional && !signature.takes_any(Kind::VarPositional) {
            return None;
        }
        let mut bound = Vec::with_capacity(signature.parameters.len());
        let mut used = 0;
        for (index, parameter) in signature.parameters.iter().enumerate() {
            let by_name = match parameter.is_named() {
                true => self.dict_get_str(named, &parameter.name),
                false => Value::NOTHING,
            };
            used += by_name.is_present() as usize;
            let by_position = arguments.get(index).copied().filter(|_| index < signature.positional);
            let value = match parameter.kind {
                Kind::VarPositional => {
                    let rest = arguments.get(signature.positional..).unwrap_or(&[]).to_vec();
                    self.heap.new_tuple(rest)
                }
                Kind::VarKeyword => {
                    let rest = self.remaining_keywords(signature, named);
                    used = self.dict(named).map_or(0, |dict| dict.len());
                    rest
                }
                _ if by_position.is_some() && by_name.is_present() => return None,
                _ => by_position.unwrap_or(by_name),
            };
            if value.is_nothing() && !parameter.is_optional {
                return None;
            }
            bound.push(value);
        }
        (used == self.dict(named).map_or(0, |dict| dict.len())).then_some(bound)
    }

    /// The keyword arguments for `**kwargs`.
    fn remaining_keywords(&mut self, signature: &Signature, named: Value) -> Value {
        let rest = self.heap.new_dict();
        let entries: Vec<_> = self.dict(named).map(|dict| dict.iter().copied().collect()).unwrap_or_default();
        for entry in entries {
            if signature.named(&self.text_of(entry.key)).is_none() {
                self.dict_set_name(rest, entry.key, entry.value);
            }
        }
        rest
    }

    /// A method needs an object before all else, and `__new__` a class.
    fn check_receiver(&mut self, builtin: &'static Builtin, arguments: &[Value]) -> Result<(), Thrown> {
        if !arguments.is_empty() {
            return self.check_self(builtin, arguments);
        }
        let (name, owner) = (builtin.name, builtin.owner);
        let message = if builtin.is_maker {
            format!("{owner}.__new__(): not enough arguments")
        } else if !builtin.is_method() {
            return Ok(());
        } else if builtin.is_slot_wrapper() {
            format!("descriptor '{name}' of '{owner}' object needs an argument")
        } else {
            format!("unbound method {}() needs an argument", builtin.display_name())
        };
        Err(self.type_error(&message))
    }

    /// `__new__` of a built-in class leaves keyword arguments to the `__init__` that a subclass has defined.
    fn ignores_keywords(&mut self, builtin: &Builtin, arguments: &[Value]) -> bool {
        let Some(class) = arguments.first().and_then(|class| class.as_handle()) else { return false };
        let takes_none = !builtin.signature().parameters.iter().any(super::Parameter::is_named);
        if !builtin.is_maker || !takes_none || self.class(arguments[0]).is_none() {
            return false;
        }
        let initializer = self.lookup(class, names::__init__);
        self.builtin(initializer).is_none()
    }

    /// Where among the arguments the first one is that has still to say what number it stands for: its index, that of
    /// a keyword counted on from those of the positional ones.
    pub fn unconverted(&mut self, signature: &Signature, arguments: &[Value], named: Value) -> Option<usize> {
        if !signature.converts {
            return None;
        }
        for (index, &argument) in arguments.iter().enumerate() {
            let conversion = signature.taker(index).and_then(|parameter| parameter.conversion);
            if self.must_convert(conversion, argument) {
                return Some(index);
            }
        }
        let entries: Vec<_> = self.dict(named)?.iter().copied().collect();
        entries.iter().enumerate().find_map(|(index, entry)| {
            let conversion = signature.named(&self.text_of(entry.key))?.conversion;
            self.must_convert(conversion, entry.value).then_some(arguments.len() + index)
        })
    }

    /// What the argument at such an index is asked for.
    pub fn conversion_at(
        &self,
        signature: &Signature,
        arguments: &[Value],
        named: Value,
        index: usize,
    ) -> Option<Conversion> {
        let parameter = match index.checked_sub(arguments.len()) {
            None => signature.taker(index),
            Some(index) => {
                let entry = self.dict(named)?.iter().nth(index)?;
                signature.named(&self.text_of(entry.key))
            }
        };
        parameter?.conversion
    }

    /// The first argument that must be a number and is none: what is said of it.
    #[cold]
    pub fn no_number(&mut self, signature: &Signature, arguments: &[Value], named: Value) -> Thrown {
        let by_name: Vec<_> = self.dict(named).map(|dict| dict.iter().copied().collect()).unwrap_or_default();
        let by_name = by_name.iter().map(|entry| (signature.named(&self.text_of(entry.key)), entry.value));
        let by_position = arguments.iter().enumerate().map(|(index, value)| (signature.taker(index), *value));
        let wrong = by_position.chain(by_name).find(|(parameter, value)| {
            match parameter.as_ref().and_then(|parameter| parameter.conversion) {
                Some(Conversion::Index) => !self.is_integer(*value),
                Some(Conversion::Real) => !self.is_integer(*value) && self.float(*value).is_none(),
                _ => false,
            }
        });
        let Some((Some(parameter), value)) = wrong else {
            return self.type_error("an argument is no number");
        };
        match parameter.conversion {
            Some(Conversion::Real) => {
                let given = self.type_name(value);
                self.type_error(&format!("must be real number, not {given}"))
            }
            _ => self.type_error_about("", value, " object cannot be interpreted as an integer"),
        }
    }

    /// Whether one of the positional arguments in the thread's slots from `first` on, of which the first is not looked at
    /// if it is the object of a method, has still to say what number it stands for.
    pub fn has_unconverted(&mut self, builtin: &'static Builtin, first: usize, count: usize) -> bool {
        let start = builtin.is_method as usize;
        (start..count).any(|index| {
            let argument = self.thread.slots[first + index];
            if !argument.is_object() {
                return false;
            }
            let parameter = builtin.signature().taker(index);
            self.must_convert(parameter.and_then(|parameter| parameter.conversion), argument)
        })
    }

    fn must_convert(&mut self, conversion: Option<Conversion>, value: Value) -> bool {
        let Some(conversion) = conversion else { return false };
        match conversion {
            Conversion::Index => {
                !self.is_integer(value) && self.special(value, names::__index__).is_present()
            }
            Conversion::Truth => self.truth_value(value).is_none(),
            Conversion::Real => {
                let method = self.special(value, names::__float__);
                let is_plain = self.float(value).is_some()
                    || self.builtin(method).is_some_and(|builtin| builtin.owner == Type::Int.name());
                let can_say = method.is_present() || self.special(value, names::__index__).is_present();
                !is_plain && can_say
            }
        }
    }
}
