//! Starting: a machine with its built-in classes, modules and prelude, and loading programs into it.

use crate::builtins;
use crate::rules::link::{Constant, RULES};
use crate::state::{
    Analysed, Class, Code, Data, Dict, Function, Heap, Limits, Machine, Origin, Outcome, Output, Program,
    Thread, Type, Value, names,
};
use rustc_hash::FxHashMap;
use spec::SyntaxError;
use spec::scope::UnitId;
use std::rc::Rc;

/// The functions of the prelude, one namespace.
const PRELUDE: &[(&str, &str)] = &[
    ("functions.py", include_str!("prelude/functions.py")),
    ("objects.py", include_str!("prelude/objects.py")),
    ("aliases.py", include_str!("prelude/aliases.py")),
    ("iterators.py", include_str!("prelude/iterators.py")),
    ("sequences.py", include_str!("prelude/sequences.py")),
    ("mappings.py", include_str!("prelude/mappings.py")),
    ("numbers.py", include_str!("prelude/numbers.py")),
    ("exceptions.py", include_str!("prelude/exceptions.py")),
    ("streams.py", include_str!("prelude/streams.py")),
    ("modules.py", include_str!("prelude/modules.py")),
    ("tracebacks.py", include_str!("prelude/tracebacks.py")),
];

impl Machine {
    /// A machine with everything that a program may use, and nothing run yet.
    pub fn new(limits: Limits, output: Output) -> Machine {
        let mut heap = Heap::new();
        Machine::intern_known_names(&mut heap);
        heap.share_empty_tuple();
        let modules = heap.new_dict();
        let builtins = heap.new_dict();
        let prelude = heap.new_dict();
        let rules = &*RULES;
        let rule_constants =
            rules.constants.iter().map(|constant| constant_value(*constant, &mut heap)).collect();
        let mut machine = Machine {
            program: Rc::new(empty_program(&mut heap)),
            heap,
            thread: Thread::default(),
            programs: Vec::new(),
            codes: Vec::new(),
            rules,
            rule_constants,
            coverage: vec![0; rules.rules.len()],
            modules,
            builtins,
            prelude,
            exception_names: FxHashMap::default(),
            lookups: FxHashMap::default(),
            lookups_epoch: 0,
            dict_shapes: FxHashMap::default(),
            output,
            arguments: Vec::new(),
            limits: Limits { recursion: usize::MAX, fuel: u64::MAX, ..limits },
            steps: 0,
            result: None,
            stopped: None,
            reached_a_limit: false,
            has_context: false,
            compiled: 0..0,
            stepped: Vec::new(),
            pending: None,
            pinned: Vec::new(),
            in_repr: Vec::new(),
            spare_frames: Vec::new(),
        };
        machine.make_builtin_classes();
        machine.make_builtins_module();
        machine.run_prelude();
        machine.limits = limits;
        machine.steps = 0;
        machine.coverage.fill(0);
        machine
    }

    fn make_builtin_classes(&mut self) {
        for &class in Type::ALL {
            let (data, module) = self.builtin_class(class);
            if class.is_exception() {
                self.exception_names.insert(data.name, class);
            }
            *self.heap.data_mut(class.handle()) = Data::Class(Box::new(data));
            self.set_class_attribute(class.handle(), names::__module__, module);
        }
        for &class in &Type::ALL[1..] {
            for base in self.class_data(class.handle()).bases.clone().into_iter().filter_map(Value::as_handle)
            {
                self.class_data_mut(base).subclasses.push(class.handle());
            }
        }
        let named: FxHashMap<&str, Type> = Type::ALL.iter().map(|class| (class.name(), *class)).collect();
        for builtin in builtins::tables() {
            let Some(class) = named.get(builtin.owner) else { continue };
            let kind = if builtin.name == "__new__" {
                Type::BuiltinFunction
            } else if builtin.is_class_method() {
                Type::ClassMethodDescriptor
            } else if builtin.is_slot_wrapper() {
                Type::WrapperDescriptor
            } else if builtin.is_method() {
                Type::MethodDescriptor
            } else {
                Type::BuiltinFunction
            };
            let value = self.heap.new_object(kind, Data::Builtin(builtin));
            let name = self.heap.intern(builtin.name);
            self.set_class_attribute(class.handle(), name, value);
        }
        for getset in builtins::attribute_tables() {
            let Some(class) = named.get(getset.owner) else { continue };
            let value = self.heap.new_object(Type::GetSetDescriptor, Data::GetSet(getset));
            let name = self.heap.intern(getset.name);
            self.set_class_attribute(class.handle(), name, value);
        }
        for &class in Type::ALL {
            // Like any class, a built-in one that defines equality and no hash has none.
            let handle = class.handle();
            let own_hash = self.own_class_attribute(handle, names::__hash__).is_present();
            if self.own_class_attribute(handle, names::__eq__).is_present() && !own_hash {
                self.set_class_attribute(handle, names::__hash__, Value::NONE);
            }
        }
    }

    fn builtin_class(&mut self, class: Type) -> (Class, Value) {
        let (module, name) = class.name().rsplit_once('.').unwrap_or(("builtins", class.name()));
        let (module, name) = (self.heap.intern(module), self.heap.intern(name));
        let mut mro = vec![class.handle()];
        let mut base = class;
        while base != Type::Object {
            base = base.base();
            mro.push(base.handle());
        }
        let mut bases = if class == Type::Object { Vec::new() } else { vec![class.base().value()] };
        // The one built-in class with two bases.
        if class == Type::ExceptionGroup {
            bases.push(Type::Exception.value());
            mro.insert(2, Type::Exception.handle());
        }
        let has_dict = class.is_exception() || HAVE_DICT.contains(&class);
        let may_be_base = class.is_exception() || MAY_BE_BASES.contains(&class);
        let data = Class {
            name,
            qualified_name: name,
            bases,
            mro,
            attributes: Dict::default(),
            subclasses: Vec::new(),
            instance_shape: crate::state::ShapeId(class as u32),
            layout: class,
            has_dict,
            reserved: 0,
            field_hint: 0,
            has_plain_equality: Default::default(),
            is_builtin: true,
            is_final: !may_be_base,
        };
        (data, module)
    }

    fn make_builtins_module(&mut self) {
        let module = self.new_module("builtins");
        self.builtins = self.attribute_dict(module);
        let dict = self.builtins;
        for &class in Type::ALL {
            if is_public(class) {
                self.dict_set_str(dict, class.name(), class.value());
            }
        }
        for (name, class) in [("IOError", Type::OsError), ("EnvironmentError", Type::OsError)] {
            self.dict_set_str(dict, name, class.value());
        }
        let constants = [
            ("NotImplemented", Value::NOT_IMPLEMENTED),
            ("Ellipsis", Value::ELLIPSIS),
            ("None", Value::NONE),
            ("True", Value::TRUE),
            ("False", Value::FALSE),
            ("__debug__", Value::TRUE),
        ];
        for (name, value) in constants {
            self.dict_set_str(dict, name, value);
        }
        for builtin in builtins::tables() {
            let into = match builtin.owner {
                "" => dict,
                "_prelude" => self.prelude,
                _ => continue,
            };
            let value = self.heap.new_object(Type::BuiltinFunction, Data::Builtin(builtin));
            self.dict_set_str(into, builtin.name, value);
        }
    }

    /// Runs the prelude: definitions only. Its public classes become built-in ones.
    fn run_prelude(&mut self) {
        let prelude = self.prelude;
        self.dict_set_str(prelude, "__name__", names::builtins);
        for &(file, text) in PRELUDE {
            let function = match self.load(file, text.as_bytes(), prelude, Origin::Native) {
                Ok(function) => function,
                Err(error) => unreachable!("the prelude is tested: {}", error.headline()),
            };
            self.begin(function);
            self.run();
            if let Some(Err(exception)) = self.result.take() {
                let text = self.describe_exception(exception);
                unreachable!("the prelude is tested: {file}: {text} {:?}", self.first_text(exception));
            }
        }
        let entries: Vec<_> =
            self.dict(prelude).map(|dict| dict.iter().copied().collect()).unwrap_or_default();
        let builtins = self.builtins;
        for entry in entries {
            let Some(handle) = entry.value.as_handle() else { continue };
            if let Data::Class(class) = self.heap.data_mut(handle)
                && handle.0 as usize >= Type::ALL.len()
            {
                class.is_builtin = true;
                if !self.text_of(entry.key).starts_with('_') {
                    self.dict_set_name(builtins, entry.key, entry.value);
                }
            }
        }
    }

    /// Parses and analyses a source, and makes the function that runs it as a module with these globals.
    pub fn load(
        &mut self,
        file: &str,
        text: &[u8],
        globals: Value,
        origin: Origin,
    ) -> Result<Value, SyntaxError> {
        Ok(self.load_analysed(Analysed::new(file, text)?, globals, origin))
    }

    /// Makes the function that runs a source as a module with these globals.
    pub fn load_analysed(&mut self, analysed: Rc<Analysed>, globals: Value, origin: Origin) -> Value {
        let first_code = self.codes.len() as u32;
        let program = Rc::new(Program::prepare(analysed, &mut self.heap, first_code, origin));
        for index in 0..program.scopes.units.len() {
            let code = Code::new(&program, UnitId(index as u32), &mut self.heap);
            self.codes.push(Rc::new(code));
        }
        let code = program.first_code;
        self.programs.push(program);
        let name = self.heap.intern("<module>");
        let function = Function {
            code,
            globals,
            defaults: Value::NONE,
            keyword_defaults: Value::NONE,
            closure: Value::NONE,
            name,
            qualified_name: name,
            doc: Value::NONE,
            module: Value::NONE,
            annotations: Value::NONE,
            type_parameters: Value::NONE,
            is_builtin: false,
        };
        self.heap.new_object(Type::Function, Data::Function(Box::new(function)))
    }

    /// Makes `__main__` of a source; [`Machine::run`] then runs it.
    pub fn load_main(&mut self, file: &str, text: &[u8]) -> Result<(), SyntaxError> {
        let module = self.new_module("__main__");
        let globals = self.attribute_dict(module);
        let builtins = self.dict_get_name(self.modules, names::builtins);
        self.dict_set_name(globals, names::__builtins__, builtins);
        let file_name = self.heap.new_str(file);
        self.dict_set_name(globals, names::__file__, file_name);
        let function = self.load(file, text, globals, Origin::User)?;
        self.begin(function);
        Ok(())
    }

    /// Begins a function as the outermost frame. Its parameters, if it has any, must all have defaults.
    pub fn begin(&mut self, function: Value) {
        self.result = None;
        let defaults = match self.heap.get(function) {
            Some(Data::Function(function)) => function.defaults,
            _ => Value::NONE,
        };
        let arguments = if defaults.is_none() { self.heap.new_tuple([]) } else { defaults };
        if let Err(thrown) = self.invoke(function, arguments, 0) {
            self.result = Some(Err(thrown.0));
        }
    }

    /// Makes a module and finds its code: a function that runs it, or nothing for a native module.
    pub fn find_module(&mut self, name: &str) -> Outcome {
        if let Some((text, origin)) = crate::modules::source_of(name) {
            let module = self.new_module(name);
            let globals = self.attribute_dict(module);
            let file = format!("<{name}>");
            return match self.load(&file, text.as_bytes(), globals, origin) {
                Ok(function) => Ok(function),
                Err(error) => Err(self.exception(Type::SyntaxError, &error.headline())),
            };
        }
        if crate::modules::make_native(self, name) {
            return Ok(Value::NOTHING);
        }
        let message = match name.rsplit_once('.') {
            Some((parent, _)) => format!("No module named '{name}'; '{parent}' is not a package"),
            None => format!("No module named '{name}'"),
        };
        let thrown = self.exception(Type::ModuleNotFoundError, &message);
        let name = self.heap.new_str(name);
        self.set_exception_member(thrown.0, names::name, name);
        Err(thrown)
    }
}

/// Whether a class is among the names of the module `builtins`.
fn is_public(class: Type) -> bool {
    let further = [Type::Bool, Type::MemoryView, Type::Range, Type::Slice];
    let hidden = [Type::Module, Type::SimpleNamespace];
    class.is_exception()
        || further.contains(&class)
        || (MAY_BE_BASES.contains(&class) && !hidden.contains(&class) && !class.name().contains('.'))
}

/// The built-in classes whose instances have a `__dict__`, besides the exceptions.
const HAVE_DICT: [Type; 6] =
    [Type::Type, Type::Function, Type::Module, Type::SimpleNamespace, Type::ClassMethod, Type::StaticMethod];

/// The built-in classes that may be subclassed, besides the exceptions.
const MAY_BE_BASES: [Type; 42] = [
    Type::Object,
    Type::Type,
    Type::Int,
    Type::Float,
    Type::Complex,
    Type::Str,
    Type::Bytes,
    Type::ByteArray,
    Type::List,
    Type::Tuple,
    Type::Dict,
    Type::Set,
    Type::FrozenSet,
    Type::Property,
    Type::ClassMethod,
    Type::StaticMethod,
    Type::Super,
    Type::Module,
    Type::SimpleNamespace,
    Type::Enumerate,
    Type::Filter,
    Type::Map,
    Type::Reversed,
    Type::Zip,
    Type::Accumulate,
    Type::Batched,
    Type::Chain,
    Type::Combinations,
    Type::Multisets,
    Type::Compress,
    Type::Count,
    Type::Cycle,
    Type::DropWhile,
    Type::FilterFalse,
    Type::Islice,
    Type::Pairwise,
    Type::Permutations,
    Type::Product,
    Type::Repeat,
    Type::StarMap,
    Type::TakeWhile,
    Type::ZipLongest,
];

fn constant_value(constant: Constant, heap: &mut Heap) -> Value {
    match constant {
        Constant::Text(text) => heap.intern(text),
        Constant::Int(int) => Value::small(int as i64),
        Constant::Kind(kind) => Value::kind(kind),
        Constant::None => Value::NONE,
        Constant::True => Value::TRUE,
        Constant::False => Value::FALSE,
        Constant::NotImplemented => Value::NOT_IMPLEMENTED,
        Constant::Nothing => Value::NOTHING,
    }
}

/// A program of no statements, before any is loaded.
fn empty_program(heap: &mut Heap) -> Program {
    match Analysed::new("<none>", b"") {
        Ok(analysed) => Program::prepare(analysed, heap, 0, Origin::Native),
        Err(error) => unreachable!("no text is a program: {}", error.headline()),
    }
}
