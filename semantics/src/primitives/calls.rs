//! Calls: binding arguments to parameters (Language Reference 6.3.4), making functions (8.7).

use crate::builtins::signature::{Conversion, fills_slot, unexpected_keyword};
use crate::primitives;
use crate::state::{
    Builtin, Code, Data, Function, Machine, Origin, RuleId, Thrown, Type, Value, Work, names,
};
use spec::scope::UnitKind;
use std::rc::Rc;

impl Machine {
    pub fn function(&self, value: Value) -> Option<&Function> {
        match self.heap.get(value) {
            Some(Data::Function(function)) => Some(function),
            _ => None,
        }
    }

    pub fn builtin(&self, value: Value) -> Option<&'static Builtin> {
        match self.heap.get(value) {
            Some(&Data::Builtin(builtin)) => Some(builtin),
            _ => None,
        }
    }

    /// The values of a function's parameters, in the order of their slots.
    pub fn bind_parameters(
        &mut self,
        function: Value,
        arguments: &[Value],
        named: Value,
    ) -> Result<Vec<Value>, Thrown> {
        let Some(data) = self.function(function) else {
            unreachable!("a rule binds arguments for a function")
        };
        let (code, is_builtin) = (self.code(data.code).clone(), data.is_builtin);
        match self.try_bind_parameters(function, &code, arguments, named) {
            Err(_) if is_builtin => Err(self.misfit_of_function(function, &code, arguments, named)),
            bound => bound,
        }
    }

    fn try_bind_parameters(
        &mut self,
        function: Value,
        code: &Rc<Code>,
        arguments: &[Value],
        named: Value,
    ) -> Result<Vec<Value>, Thrown> {
        let (defaults, keyword_defaults) = self
            .function(function)
            .map_or((Value::NONE, Value::NONE), |data| (data.defaults, data.keyword_defaults));
        let parameters = code.unit().parameters;
        let positional = (parameters.positional_only + parameters.positional_or_keyword) as usize;
        let has_named = self.dict(named).is_some_and(|dict| !dict.is_empty());
        let is_plain = parameters.keyword_only == 0 && !parameters.var_positional && !parameters.var_keyword;
        if is_plain && !has_named && arguments.len() == positional {
            return Ok(arguments.to_vec());
        }
        let total = positional + parameters.keyword_only as usize;
        let mut bound = vec![Value::NOTHING; total];
        let given = arguments.len().min(positional);
        bound[..given].copy_from_slice(&arguments[..given]);
        let rest = self.bind_named(function, code, &mut bound, named)?;
        if arguments.len() > positional && !parameters.var_positional {
            return Err(self.too_many_arguments(function, code, arguments.len(), &bound[positional..]));
        }
        let defaults = self.tuple_items(defaults);
        let first_default = positional - defaults.len().min(positional);
        for (slot, &value) in bound[first_default..positional].iter_mut().zip(defaults) {
            if slot.is_nothing() {
                *slot = value;
            }
        }
        self.check_none_missing(function, code, &bound[..positional], 0, "positional")?;
        for (value, &name) in bound[positional..].iter_mut().zip(&code.slots[positional..total]) {
            if value.is_nothing() {
                *value = self.dict_get_name(keyword_defaults, name);
            }
        }
        self.check_none_missing(function, code, &bound[positional..], positional, "keyword-only")?;
        if parameters.var_positional {
            let extra = arguments.get(positional..).unwrap_or(&[]).to_vec();
            bound.push(self.heap.new_tuple(extra));
        }
        if parameters.var_keyword {
            bound.push(rest);
        }
        Ok(bound)
    }

    /// Binds keyword arguments; gives the dict for `**kwargs`.
    fn bind_named(
        &mut self,
        function: Value,
        code: &Rc<Code>,
        bound: &mut [Value],
        named: Value,
    ) -> Result<Value, Thrown> {
        let parameters = code.unit().parameters;
        let rest = if parameters.var_keyword { self.heap.new_dict() } else { Value::NOTHING };
        let entries: Vec<_> = self.dict(named).map(|dict| dict.iter().copied().collect()).unwrap_or_default();
        let only = parameters.positional_only as usize;
        for entry in &entries {
            let found = (only..bound.len()).find(|&index| self.same_text(code.slots[index], entry.key));
            match found {
                Some(index) if bound[index].is_present() => {
                    let name = self.text_of(entry.key);
                    let message =
                        format!("{}() got multiple values for argument '{name}'", self.call_name(function));
                    return Err(self.type_error(&message));
                }
                Some(index) => bound[index] = entry.value,
                None if parameters.var_keyword => self.dict_set_name(rest, entry.key, entry.value),
                None => {
                    let name = self.text_of(entry.key);
                    return Err(self.unexpected_keyword(function, code, &entries, &name));
                }
            }
        }
        Ok(rest)
    }

    #[cold]
    fn unexpected_keyword(
        &mut self,
        function: Value,
        code: &Rc<Code>,
        named: &[crate::state::dict::Entry],
        name: &str,
    ) -> Thrown {
        let only = code.unit().parameters.positional_only as usize;
        let is_given = |slot: &Value| named.iter().any(|entry| self.same_text(entry.key, *slot));
        let wrong: Vec<String> =
            code.slots[..only].iter().filter(|slot| is_given(slot)).map(|slot| self.text_of(*slot)).collect();
        let callee = self.call_name(function);
        let message = if wrong.is_empty() {
            let parameters = code.unit().parameters;
            let total = parameters.positional_or_keyword + parameters.keyword_only;
            let known = &code.slots[only..only + total as usize];
            let known: Vec<String> = known.iter().map(|slot| self.text_of(*slot)).collect();
            unexpected_keyword(&callee, name, &known)
        } else {
            let wrong = wrong.join(", ");
            format!("{callee}() got some positional-only arguments passed as keyword arguments: '{wrong}'")
        };
        self.type_error(&message)
    }

    #[cold]
    fn too_many_arguments(
        &mut self,
        function: Value,
        code: &Rc<Code>,
        given: usize,
        keyword_only: &[Value],
    ) -> Thrown {
        let parameters = code.unit().parameters;
        let most = (parameters.positional_only + parameters.positional_or_keyword) as usize;
        let defaults = self.function(function).map_or(0, |data| self.tuple_items(data.defaults).len());
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        let takes = if defaults > 0 {
            format!("from {} to {most} positional arguments", most - defaults)
        } else {
            format!("{most} positional argument{}", plural(most))
        };
        let named = keyword_only.iter().filter(|value| value.is_present()).count();
        let were = if named > 0 {
            format!(
                "{given} positional argument{} (and {named} keyword-only argument{}) were",
                plural(given),
                plural(named)
            )
        } else {
            format!("{given} {}", if given == 1 { "was" } else { "were" })
        };
        let message = format!("{}() takes {takes} but {were} given", self.call_name(function));
        self.type_error(&message)
    }

    fn check_none_missing(
        &mut self,
        function: Value,
        code: &Rc<Code>,
        bound: &[Value],
        first: usize,
        kind: &str,
    ) -> Result<(), Thrown> {
        if bound.iter().all(|value| value.is_present()) {
            return Ok(());
        }
        let missing: Vec<String> = (0..bound.len())
            .filter(|&index| bound[index].is_nothing())
            .map(|index| format!("'{}'", self.text_of(code.slots[first + index])))
            .collect();
        let names = match missing.as_slice() {
            [one] => one.clone(),
            [one, two] => format!("{one} and {two}"),
            [others @ .., last] => format!("{}, and {last}", others.join(", ")),
            [] => String::new(),
        };
        let plural = if missing.len() == 1 { "" } else { "s" };
        let message = format!(
            "{}() missing {} required {kind} argument{plural}: {names}",
            self.call_name(function),
            missing.len()
        );
        Err(self.type_error(&message))
    }

    /// How messages name a callable: by its qualified name.
    pub fn call_name(&self, callee: Value) -> String {
        match self.heap.get(callee) {
            Some(Data::Function(function)) => self.text_of(function.qualified_name),
            Some(Data::Builtin(builtin)) => builtin.display_name(),
            Some(Data::Method(function, _)) => self.call_name(*function),
            Some(Data::Class(class)) => self.text_of(class.name),
            _ => format!("{} object", self.type_name(callee)),
        }
    }

    /// How messages about `*` and `**` name it: with parentheses, and with the module unless that is `builtins`.
    fn star_name(&mut self, callee: Value) -> String {
        let (module, name) = match (self.heap.get(callee), callee.as_handle()) {
            (Some(Data::Function(function)), _) if !function.is_builtin => {
                (self.text_of(function.module), self.call_name(callee))
            }
            (Some(Data::Class(class)), Some(handle)) => {
                let module = self.own_class_attribute(handle, names::__module__);
                (self.text_of(module), self.text_of(class.qualified_name))
            }
            (Some(&Data::Method(function, _)), _) => return self.star_name(function),
            (Some(Data::Function(_) | Data::Builtin(_)), _) => (String::new(), self.call_name(callee)),
            _ => return self.call_name(callee),
        };
        match module.as_str() {
            "" | "builtins" => format!("{name}()"),
            module => format!("{module}.{name}()"),
        }
    }

    /// The protocol that does the work of a built-in function.
    pub fn performed_rule(&self, callee: Value) -> RuleId {
        let operation = match self.builtin(callee).map(|builtin| builtin.work) {
            Some(Work::Rule(operation) | Work::LeafOrRule(_, operation)) => operation,
            _ => unreachable!("a rule performs a built-in function that is no protocol"),
        };
        let crate::rules::language::Operation::Rule(definition) = operation else {
            unreachable!("the work of a built-in function is a protocol")
        };
        let Some(rule) = self.rules.of_definition(definition) else {
            unreachable!("{} is linked", definition.id)
        };
        rule
    }

    /// Begins the protocol of a built-in function, whose parameters are bound: a tuple.
    pub fn perform(&mut self, callee: Value, bound: Value, into: u16) {
        let rule = self.performed_rule(callee);
        let values = self.tuple_items(bound).to_vec();
        self.begin_rule(rule, spec::ast::NodeId(0), into, &values);
    }
}

primitives! { CALLS;
    /// The parameters of a function bound to arguments: a tuple of their values, in the order of their slots.
    fn bind_arguments(m, function, arguments, named) {
        let arguments = m.tuple_items(arguments).to_vec();
        let bound = m.bind_parameters(function, &arguments, named)?;
        Ok(m.heap.new_tuple(bound))
    }
    /// The same for a built-in function.
    fn bind_builtin(m, callee, arguments, named) {
        let Some(builtin) = m.builtin(callee) else { return Ok(Value::NOTHING) };
        let arguments = m.tuple_items(arguments).to_vec();
        let bound = m.bind_builtin(builtin, &arguments, named)?;
        Ok(m.heap.new_tuple(bound))
    }
    /// The result of a built-in function if it can be had in one step; otherwise nothing.
    fn run_leaf(m, callee, arguments, named) {
        let Some(builtin) = m.builtin(callee) else { return Ok(Value::NOTHING) };
        let arguments = m.tuple_items(arguments).to_vec();
        m.call_leaf(builtin, &arguments, named)
    }
    /// Where among a built-in function's arguments the first one is that has still to say what number it stands for:
    /// its index, that of a keyword counted on from the positional ones. Nothing if there is none.
    fn unconverted(m, callee, arguments, named) {
        let Some(builtin) = m.builtin(callee) else { return Ok(Value::NOTHING) };
        let arguments = m.tuple_items(arguments).to_vec();
        let place = m.unconverted(builtin.signature(), &arguments, named);
        Ok(place.map_or(Value::NOTHING, |place| Value::small(place as i64)))
    }
    /// Whether the argument at such a place has to say which int it stands for.
    fn asks_index(m, callee, arguments, named, place) {
        Ok(Value::bool(m.conversion(callee, arguments, named, place) == Some(Conversion::Index)))
    }
    /// Whether it has to say which float it stands for.
    fn asks_real(m, callee, arguments, named, place) {
        Ok(Value::bool(m.conversion(callee, arguments, named, place) == Some(Conversion::Real)))
    }
    /// The argument at such a place.
    fn argument_at(m, arguments, named, place) {
        let positional = m.tuple_items(arguments);
        let place = place.as_int().unwrap_or(0) as usize;
        let by_name = |place| m.dict(named).and_then(|dict| dict.iter().nth(place)).map(|entry| entry.value);
        let value = match place.checked_sub(positional.len()) {
            None => Some(positional[place]),
            Some(place) => by_name(place),
        };
        Ok(value.unwrap_or(Value::NOTHING))
    }
    /// The positional arguments with another at such a place.
    fn with_argument(m, arguments, place, value) {
        let mut items = m.tuple_items(arguments).to_vec();
        match items.get_mut(place.as_int().unwrap_or(0) as usize) {
            Some(item) => *item = value,
            None => return Ok(arguments),
        }
        Ok(m.heap.new_tuple(items))
    }
    /// The keyword arguments with another at such a place.
    fn with_keyword(m, arguments, named, place, value) {
        let count = m.tuple_items(arguments).len();
        let Some(place) = (place.as_int().unwrap_or(0) as usize).checked_sub(count) else { return Ok(named) };
        let entries: Vec<_> = m.dict(named).map(|dict| dict.iter().copied().collect()).unwrap_or_default();
        let changed = m.heap.new_dict();
        for (index, entry) in entries.into_iter().enumerate() {
            m.dict_set_name(changed, entry.key, if index == place { value } else { entry.value });
        }
        Ok(changed)
    }
    /// Whether a built-in function is nothing but a leaf.
    fn is_leaf(m, callee) {
        Ok(Value::bool(m.builtin(callee).is_some_and(|builtin| matches!(builtin.work, Work::Leaf(_)))))
    }
    /// An argument that must be a number is none, and can't say which it stands for.
    fn no_number(m, callee, arguments, named) {
        let Some(builtin) = m.builtin(callee) else { return Ok(Value::NOTHING) };
        let arguments = m.tuple_items(arguments).to_vec();
        Ok(m.no_number(builtin.signature(), &arguments, named).0)
    }
    /// Whether a built-in function is a protocol.
    fn is_by_rule(m, callee) {
        let work = m.builtin(callee).map(|builtin| builtin.work);
        Ok(Value::bool(matches!(work, Some(Work::Rule(_) | Work::LeafOrRule(..)))))
    }
    /// The function of the prelude that does a built-in function's work.
    fn prelude_function(m, callee) {
        let name = match m.builtin(callee).map(|builtin| builtin.work) {
            Some(Work::Prelude(name) | Work::LeafOr(_, name)) => name,
            _ => "",
        };
        let prelude = m.prelude;
        let found = m.dict_get_str(prelude, name);
        if found.is_present() {
            return Ok(found);
        }
        let message = format!("the prelude has no function {name}");
        Err(m.exception(Type::NotImplementedError, &message))
    }
    /// The function of a bound method.
    fn method_function(m, method) {
        Ok(match m.heap.get(method) {
            Some(&Data::Method(function, _)) => function,
            _ => Value::NONE,
        })
    }
    /// The object of a bound method.
    fn method_self(m, method) {
        Ok(match m.heap.get(method) {
            Some(&Data::Method(_, object)) => object,
            _ => Value::NONE,
        })
    }
    /// Whether a `__call__` is that of `type`.
    fn is_type_call(m, method) {
        Ok(Value::bool(m.builtin(method).is_some_and(|b| b.owner == "type" && b.name == "__call__")))
    }
    /// The `__new__` of a class. Some built-in classes have none.
    fn maker_of(m, class) {
        let Some(handle) = class.as_handle() else { return Ok(Value::NOTHING) };
        let maker = m.lookup(handle, names::__new__);
        let layout = m.class_data(handle).layout;
        if layout != Type::Object && m.builtin(maker).is_some_and(|maker| maker.owner == "object") {
            let name = m.class_name_in_messages(handle);
            return Err(m.type_error(&format!("cannot create '{name}' instances")));
        }
        Ok(maker)
    }
    /// Whether a `__new__` is that of a built-in class.
    fn is_native_maker(m, maker) {
        Ok(Value::bool(m.builtin(maker).is_some_and(|maker| maker.name == "__new__")))
    }
    /// Whether there is one argument and no keyword.
    fn is_single(m, arguments, named) {
        let none_named = m.dict(named).is_none_or(|dict| dict.is_empty());
        Ok(Value::bool(m.tuple_items(arguments).len() == 1 && none_named))
    }
    /// Whether a value is an instance of a class, as its type says.
    fn is_instance_of_class(m, value, class) {
        let own = m.heap.class_of(value);
        Ok(Value::bool(class.as_handle().is_some_and(|class| m.is_subclass(own, class))))
    }
    /// Whether an initializer is `object.__init__`, which does nothing. It takes no arguments, unless the class has a
    /// `__new__` of its own, which has taken them.
    fn initializes_nothing(m, initializer, class, arguments, named) {
        if !m.builtin(initializer).is_some_and(|b| b.owner == "object" && b.name == "__init__") {
            return Ok(Value::FALSE);
        }
        Ok(Value::TRUE)
    }
    /// `__init__` returned something.
    fn init_returned(m, value) {
        let message = format!("__init__() should return None, not '{}'", m.type_name(value));
        Ok(m.type_error(&message).0)
    }
    /// The value can't be called.
    fn not_callable(m, value) {
        let message = format!("'{}' object is not callable", m.type_name(value));
        Ok(m.type_error(&message).0)
    }
    /// `*` got something that is not iterable.
    fn star_not_iterable(m, callee, value) {
        let message =
            format!("{} argument after * must be an iterable, not {}", m.star_name(callee), m.type_name(value));
        Ok(m.type_error(&message).0)
    }
    /// `**` got something that is no mapping.
    fn doublestar_no_mapping(m, callee, value) {
        let message =
            format!("{} argument after ** must be a mapping, not {}", m.star_name(callee), m.type_name(value));
        Ok(m.type_error(&message).0)
    }
    /// Adds a keyword argument, which must not be given already.
    fn add_keyword(m, named, name, value, callee) {
        if m.text(name).is_none() {
            return Err(m.type_error("keywords must be strings"));
        }
        if m.dict_get_name(named, name).is_present() {
            let text = m.text_of(name);
            let message = format!("{} got multiple values for keyword argument '{text}'", m.star_name(callee));
            return Err(m.type_error(&message));
        }
        m.dict_set_name(named, name, value);
        Ok(Value::NONE)
    }
    /// Adds the keyword arguments of a dict.
    fn add_keywords(m, named, dict, callee) {
        let entries: Vec<_> = m.dict(dict).map(|dict| dict.iter().copied().collect()).unwrap_or_default();
        for entry in entries {
            if m.text(entry.key).is_none() {
                return Err(m.type_error("keywords must be strings"));
            }
            if m.dict_get_name(named, entry.key).is_present() {
                let text = m.text_of(entry.key);
                let message = format!("{} got multiple values for keyword argument '{text}'", m.star_name(callee));
                return Err(m.type_error(&message));
            }
            m.dict_set_name(named, entry.key, entry.value);
        }
        Ok(Value::NONE)
    }
    /// The name of a function.
    fn function_name(m, function) { Ok(m.function(function).map_or(Value::NONE, |data| data.name)) }

    /// A new function for the definition: its code, the defaults, the annotations, and the cells of its free variables.
    fn make_function(m, node, defaults, named, annotations) {
        let node = node.as_node();
        let Some(code) = m.program.code_of(node) else { unreachable!("every definition has a unit") };
        let closure = m.closure_of(code);
        let (name, qualified_name) = (m.code(code).name, m.code(code).qualified_name);
        let globals = m.frame().globals;
        let is_builtin = m.program.origin == Origin::Native;
        let own_module = m.dict_get_name(m.frame().namespace, names::__module__);
        // The body of a class that passes for a built-in one may say where that belongs.
        let module = match own_module.present().filter(|_| is_builtin) {
            Some(module) => module,
            None => m.dict_get_name(globals, names::__name__),
        };
        let is_empty_dict = m.dict(named).is_none_or(|dict| dict.is_empty());
        let is_empty_tuple = m.tuple_items(defaults).is_empty();
        let function = Function {
            code,
            globals,
            defaults: if is_empty_tuple { Value::NONE } else { defaults },
            keyword_defaults: if is_empty_dict { Value::NONE } else { named },
            closure,
            name,
            qualified_name,
            doc: m.program.docstring(node).present().unwrap_or(Value::NONE),
            module: module.present().unwrap_or(Value::NONE),
            annotations: annotations.present().unwrap_or(Value::NONE),
            type_parameters: Value::NONE,
            is_builtin,
        };
        let class = if is_builtin { m.class_of_native(name) } else { Type::Function };
        Ok(m.heap.new_object(class, Data::Function(Box::new(function))))
    }
}

impl Machine {
    /// What the argument at such a place has to say.
    fn conversion(&self, callee: Value, arguments: Value, named: Value, place: Value) -> Option<Conversion> {
        let signature = self.builtin(callee)?.signature();
        self.conversion_at(signature, self.tuple_items(arguments), named, place.as_int()? as usize)
    }

    /// The class of a function that passes for a built-in one, by where it is defined.
    fn class_of_native(&self, name: Value) -> Type {
        let around = self.frame();
        match self.code(around.code).unit().kind {
            UnitKind::Class if name == names::__new__ => Type::BuiltinFunction,
            UnitKind::Class if fills_slot(&self.text_of(name)) => Type::WrapperDescriptor,
            UnitKind::Class => Type::MethodDescriptor,
            UnitKind::Module => Type::BuiltinFunction,
            _ => Type::Function,
        }
    }

    /// The cells that a new function takes from the innermost frame.
    fn closure_of(&mut self, code: u32) -> Value {
        let code = self.code(code).clone();
        let free = code.free();
        if free.is_empty() {
            return Value::NONE;
        }
        let base = self.frame().base as usize;
        let cells: Vec<Value> =
            free.iter().map(|captured| self.thread.slots[base + captured.parent_slot as usize]).collect();
        self.heap.new_tuple(cells)
    }
}
