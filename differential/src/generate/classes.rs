//! Classes of the program: their bases, their bodies, their metaclasses.

use super::maker::{Code, Maker};
use super::profile::Feature;
use super::specials::{self, Special};
use super::types::Type;
use spec::ast::{Ast, ClassDef, FunctionDef, NodeId};
use spec::names::Symbol;

/// A class that may be used.
#[derive(Clone, Debug)]
pub(super) struct Class {
    pub id: u16,
    pub name: Symbol,
    /// Its bases among the classes of the program.
    pub parents: Vec<u16>,
    /// Where it comes from, if not from `object` alone.
    pub origin: &'static str,
    /// Attributes that its instances have from the start.
    pub fields: Vec<(&'static str, Type)>,
    /// Methods that take one argument beside the instance or class.
    pub methods: Vec<&'static str>,
    pub specials: Vec<Special>,
    /// Special methods that nothing has made run yet.
    pub unused: Vec<Special>,
    /// Whether instances take attributes of any name.
    pub is_open: bool,
    /// Whether there may be instances of subclasses with other layouts.
    pub has_metaclass: bool,
    /// How many frames were open where it was defined.
    pub level: usize,
}

/// A class in the making.
pub(super) struct Draft {
    pub name: Symbol,
    pub body: Vec<NodeId>,
    /// Names of the special methods that its body defines.
    pub own: Vec<&'static str>,
    pub fields: Vec<(&'static str, Type)>,
    pub methods: Vec<&'static str>,
    pub specials: Vec<Special>,
    pub unused: Vec<Special>,
    pub parents: Vec<u16>,
    pub origin: &'static str,
    pub is_open: bool,
}

/// Built-in classes that a class may inherit from, and the type of what makes an instance.
const ORIGINS: &[(&str, Type)] = &[
    ("int", Type::Int),
    ("str", Type::Str),
    ("list", Type::List(super::types::Elem::Int)),
    ("dict", Type::Dict(super::types::Elem::Int)),
    ("tuple", Type::Tuple(super::types::Elem::Int)),
    ("float", Type::Float),
];

const METHODS: &[&str] = &["m1", "m2", "m3"];

impl Maker {
    pub(super) fn class_of(&self, id: u16) -> Option<&Class> {
        self.classes.iter().find(|class| class.id == id)
    }

    /// A new instance.
    pub(super) fn instance(&mut self, id: u16) -> NodeId {
        let Some((name, origin)) = self.class_of(id).map(|class| (class.name, class.origin)) else {
            return self.tree.none();
        };
        let class = self.tree.load(name);
        let class = self.noted(class);
        let arguments = match origin {
            "" => Vec::new(),
            "V" | "I" | "W" | "B" => vec![self.tree.int(1)],
            "Box" | "It" => vec![self.fresh_object(Type::List(super::types::Elem::Int))],
            "Ctx" => vec![self.constant(Type::Bool)],
            _ => {
                let kind = ORIGINS.iter().find(|it| it.0 == origin).map_or(Type::Int, |it| it.1);
                vec![self.constant(kind)]
            }
        };
        self.tree.apply(class, &arguments, &[])
    }

    // ---- Definitions

    /// A class statement.
    pub(super) fn class(&mut self, out: &mut Vec<NodeId>) {
        if self.has(Feature::Metaclasses) && self.dice.chance(5) && self.metaclass.is_none() {
            self.metaclass_statement(out);
        }
        let name = self.fresh(b'c');
        let (bases, mut draft) = self.inheritance(name);
        let mut keywords = Vec::new();
        let mut has_metaclass =
            draft.parents.iter().any(|&id| self.class_of(id).is_some_and(|it| it.has_metaclass));
        if let Some(metaclass) = self.metaclass.filter(|_| !has_metaclass && draft.origin.is_empty()) {
            let is_plain = draft.parents.is_empty();
            if is_plain && self.dice.chance(10) {
                let value = self.tree.load(metaclass);
                keywords.push(self.tree.keyword(Some("metaclass"), value));
                has_metaclass = true;
            }
        }
        self.lines -= 1;
        self.enclosed(Code::Class, Type::Nothing, |maker| maker.class_body(&mut draft));
        let decorators = self.decorators();
        let Draft { body, fields, methods, specials, unused, parents, origin, is_open, .. } = draft;
        let (bases, keywords) = (self.tree.list(&bases), self.tree.list(&keywords));
        let (body, decorator_list) = (self.tree.list(&body), self.tree.list(&decorators));
        let type_params = Ast::EMPTY;
        out.push(self.tree.add(ClassDef { name, bases, keywords, body, decorator_list, type_params }));
        let (id, level) = (self.class_count, self.frames.len());
        self.class_count += 1;
        let class = Class {
            id,
            name,
            parents,
            origin,
            fields,
            methods,
            specials,
            unused,
            is_open,
            has_metaclass,
            level,
        };
        self.classes.push(class);
    }

    /// Bases, and what comes from them.
    fn inheritance(&mut self, name: Symbol) -> (Vec<NodeId>, Draft) {
        let mut draft = Draft {
            name,
            body: Vec::new(),
            own: Vec::new(),
            fields: Vec::new(),
            methods: Vec::new(),
            specials: Vec::new(),
            unused: Vec::new(),
            parents: Vec::new(),
            origin: "",
            is_open: true,
        };
        let mut bases = Vec::new();
        if !self.has(Feature::Inheritance) {
            return (bases, draft);
        }
        let count = self.dice.pick(&[1, 1, 0, 2]).min(self.classes.len());
        // Later classes first: a base before its own subclass has no resolution order.
        let mut chosen: Vec<usize> = (0..count).map(|_| self.dice.below(self.classes.len())).collect();
        chosen.sort_unstable_by(|a, b| b.cmp(a));
        chosen.dedup();
        for at in chosen {
            let class = self.classes[at].clone();
            if !bases.is_empty() && (!draft.origin.is_empty() || !class.origin.is_empty() || !class.is_open) {
                continue;
            }
            let base = self.tree.load(class.name);
            bases.push(self.noted(base));
            draft.inherit(&class);
        }
        if bases.is_empty() && self.dice.chance(5) {
            let from_harness: &[&str] =
                if self.has(Feature::Instrumented) { &["V", "I", "Box", "Ctx", "W"] } else { &[] };
            let at = self.dice.below(ORIGINS.len() + from_harness.len());
            draft.origin = ORIGINS.get(at).map_or_else(|| from_harness[at - ORIGINS.len()], |it| it.0);
            let base = self.tree.name(draft.origin);
            bases.push(self.noted(base));
        }
        (bases, draft)
    }

    fn class_body(&mut self, draft: &mut Draft) {
        let is_plain = draft.parents.is_empty() && draft.origin.is_empty();
        if self.has(Feature::Slots) && is_plain && self.dice.chance(6) {
            let names = ["i", "v"].map(|name| self.tree.str(name));
            let names = self.tree.tuple(&names);
            let target = self.tree.name("__slots__");
            draft.body.push(self.tree.assign(&[target], names));
            draft.is_open = false;
            self.slot_values(draft);
        } else if self.dice.chance(10) || draft.fields.is_empty() {
            self.fields(draft);
        }
        for _ in 0..self.dice.below(3) {
            self.method_of(draft);
        }
        if self.has(Feature::Descriptors) && self.dice.chance(6) {
            self.descriptor(draft);
        }
        if self.has(Feature::Properties) && self.dice.chance(6) {
            self.property(draft);
        }
        if self.has(Feature::Special) && self.dice.chance(12) {
            self.add_specials(draft);
        }
        if self.has(Feature::ClassHooks) && self.dice.chance(5) {
            self.class_hook(draft);
        }
        if self.dice.chance(2) {
            self.log_statement(&mut draft.body);
        }
        if self.has(Feature::Deletion) && self.dice.chance(6) {
            let (value, target) = (self.operand(Type::Int), self.tree.name("gone"));
            draft.body.push(self.tree.assign(&[target], value));
            let target = self.tree.name("gone");
            let statement = self.deletion_of(target);
            draft.body.push(statement);
        }
        if draft.body.is_empty() {
            self.log_statement(&mut draft.body);
        }
        self.lines -= draft.body.len() as i32;
    }

    /// `i = 1` in the class, or `self.i = 1` in `__init__`.
    fn fields(&mut self, draft: &mut Draft) {
        let mut kinds = vec![("i", Type::Int)];
        if self.has(Feature::Instrumented) && self.dice.chance(6) {
            kinds.push(("v", Type::V));
        }
        let in_init = draft.origin.is_empty() && self.dice.chance(7) && !draft.own.contains(&"__init__");
        if in_init {
            self.initializer(draft, &kinds);
        } else {
            for &(name, kind) in &kinds {
                let value = self.operand(kind);
                let target = self.tree.name(name);
                draft.body.push(self.tree.assign(&[target], value));
            }
        }
        for field in kinds {
            draft.add_field(field);
        }
    }

    fn slot_values(&mut self, draft: &mut Draft) {
        if self.dice.chance(13) {
            self.initializer(draft, &[("i", Type::Int)]);
        }
        draft.add_field(("i", Type::Int));
    }

    fn initializer(&mut self, draft: &mut Draft, fields: &[(&'static str, Type)]) {
        let has_parents = !draft.parents.is_empty();
        let method = self.method("__init__", &[], Type::Nothing, &[], |maker, _| {
            let mut body = Vec::new();
            if has_parents && maker.dice.chance(13) {
                let proxy = maker.tree.call("super", &[]);
                let call = maker.tree.method(proxy, "__init__", &[]);
                maker.push_expr(call, &mut body);
            }
            for &(name, kind) in fields {
                let value = maker.operand(kind);
                let own = maker.tree.name("self");
                let place = maker.tree.attribute(own, name);
                body.push(maker.tree.assign(&[place], value));
            }
            body
        });
        draft.body.push(method);
        draft.own.push("__init__");
    }

    /// A method that takes one argument. It may ask the next class in the order for its own.
    fn method_of(&mut self, draft: &mut Draft) {
        let name = self.dice.pick(METHODS);
        if draft.own.contains(&name) {
            return;
        }
        let inherited = draft.methods.contains(&name);
        let asks = inherited && self.has(Feature::Super) && self.dice.chance(12);
        let text = format!("{}.{name}", self.tree.ast.names.text(draft.name));
        let has_field = draft.fields.iter().any(|field| field.0 == "i");
        let how = if self.has(Feature::Decorators) {
            self.dice.pick(&["", "classmethod", "staticmethod"])
        } else {
            ""
        };
        let decorators: Vec<NodeId> = if how.is_empty() { Vec::new() } else { vec![self.tree.name(how)] };
        let is_static = how == "staticmethod";
        let own = draft.name;
        let method =
            self.bound_method(name, &[Type::Int], Type::Int, &decorators, !is_static, |maker, arguments| {
                let mut body = Vec::new();
                let argument = maker.tree.load(arguments[0]);
                let label = maker.tree.str(&text);
                let note = maker.tree.call("log", &[label, argument]);
                maker.push_expr(note, &mut body);
                if maker.dice.chance(4) {
                    maker.nesting += 1;
                    body.extend(maker.block(1));
                    maker.nesting -= 1;
                }
                let mut value = maker.operand(Type::Int);
                if asks && !is_static {
                    let proxy = maker.super_proxy(own);
                    let argument = maker.operand(Type::Int);
                    let call = maker.tree.method(proxy, name, &[argument]);
                    value = maker.tree.tuple(&[value, call]);
                } else if has_field && how.is_empty() && maker.dice.chance(8) {
                    let instance = maker.tree.name("self");
                    let field = maker.tree.attribute(instance, "i");
                    value = maker.tree.tuple(&[value, field]);
                }
                body.push(maker.tree.returning(Some(value)));
                body
            });
        draft.body.push(method);
        draft.own.push(name);
        if !inherited {
            draft.methods.push(name);
        }
    }

    /// `super()`, now and then with its arguments.
    fn super_proxy(&mut self, class: Symbol) -> NodeId {
        if self.frames.len() > 3 || self.dice.chance(11) {
            return self.tree.call("super", &[]);
        }
        let arguments = [self.tree.load(class), self.tree.name("self")];
        self.tree.call("super", &arguments)
    }

    /// A method of the class that is being made. Its body knows the arguments' names, not those of the class.
    pub(super) fn method(
        &mut self,
        name: &str,
        takes: &[Type],
        gives: Type,
        decorators: &[NodeId],
        body: impl FnOnce(&mut Maker, &[Symbol]) -> Vec<NodeId>,
    ) -> NodeId {
        self.bound_method(name, takes, gives, decorators, true, body)
    }

    fn bound_method(
        &mut self,
        name: &str,
        takes: &[Type],
        gives: Type,
        decorators: &[NodeId],
        is_bound: bool,
        body: impl FnOnce(&mut Maker, &[Symbol]) -> Vec<NodeId>,
    ) -> NodeId {
        let name = self.tree.symbol(name);
        let mut parameters = Vec::new();
        if is_bound {
            parameters.push(self.tree.symbol("self"));
        }
        let arguments: Vec<Symbol> = takes.iter().map(|_| self.fresh(b'p')).collect();
        parameters.extend(&arguments);
        let args = self.tree.plain_parameters(&parameters);
        // A method that is not called often should not hold much.
        let depth = std::mem::replace(&mut self.depth, self.max_depth.saturating_sub(1));
        let body = self.enclosed(Code::Function, gives, |maker| {
            for (&name, &kind) in arguments.iter().zip(takes) {
                maker.know(name, kind);
            }
            body(maker, &arguments)
        });
        self.depth = depth;
        self.lines -= body.len() as i32;
        let (body, decorator_list) = (self.tree.list(&body), self.tree.list(decorators));
        let type_params = Ast::EMPTY;
        self.tree.add(FunctionDef {
            name,
            args,
            body,
            decorator_list,
            returns: None,
            type_comment: None,
            type_params,
        })
    }

    fn descriptor(&mut self, draft: &mut Draft) {
        let value = self.operand(Type::Int);
        let class = self.dice.pick(&["D", "G"]);
        let value = self.tree.call(class, &[value]);
        let target = self.tree.name("d");
        draft.body.push(self.tree.assign(&[target], value));
        draft.add_field(("d", Type::Int));
    }

    fn property(&mut self, draft: &mut Draft) {
        let property = self.tree.name("property");
        let label = self.label();
        let getter = self.method("p", &[], Type::Int, &[property], |maker, _| {
            let value = maker.operand(Type::Int);
            let value = maker.tree.call("at", &[label, value]);
            vec![maker.tree.returning(Some(value))]
        });
        draft.body.push(getter);
        if self.dice.chance(8) {
            let own = self.tree.name("p");
            let setter = self.tree.attribute(own, "setter");
            let method = self.method("p", &[Type::Int], Type::Nothing, &[setter], |maker, arguments| {
                let (label, value) = (maker.tree.str("p.setter"), maker.tree.load(arguments[0]));
                let call = maker.tree.call("log", &[label, value]);
                vec![maker.tree.expr(call)]
            });
            draft.body.push(method);
        }
        draft.add_field(("p", Type::Int));
    }

    /// `__init_subclass__`, `__class_getitem__`, `__new__`, `__set_name__` and the like.
    fn class_hook(&mut self, draft: &mut Draft) {
        let name = self.dice.pick(&["__init_subclass__", "__class_getitem__", "__new__", "__missing__"]);
        if draft.own.contains(&name) || name == "__new__" && !draft.origin.is_empty() {
            return;
        }
        let text = format!("{}.{name}", self.tree.ast.names.text(draft.name));
        let takes: &[Type] = match name {
            "__class_getitem__" | "__missing__" => &[Type::Any],
            _ => &[],
        };
        let method = self.method(name, takes, Type::Any, &[], |maker, arguments| {
            let mut body = Vec::new();
            let mut noted = vec![maker.tree.str(&text)];
            noted.extend(arguments.iter().map(|&name| maker.tree.load(name)));
            let note = maker.tree.call("log", &noted);
            maker.push_expr(note, &mut body);
            match name {
                "__new__" => {
                    let (proxy, own) = (maker.tree.call("super", &[]), maker.tree.name("self"));
                    let value = maker.tree.method(proxy, "__new__", &[own]);
                    body.push(maker.tree.returning(Some(value)));
                }
                "__init_subclass__" => {
                    let proxy = maker.tree.call("super", &[]);
                    let value = maker.tree.method(proxy, "__init_subclass__", &[]);
                    maker.push_expr(value, &mut body);
                }
                _ => {
                    let value = maker.operand(Type::Int);
                    body.push(maker.tree.returning(Some(value)));
                }
            }
            body
        });
        draft.body.push(method);
        draft.own.push(name);
    }

    // ---- Metaclasses

    fn metaclass_statement(&mut self, out: &mut Vec<NodeId>) {
        let name = self.fresh(b'k');
        let hooks: &[(&str, &[Type])] = &[
            ("__call__", &[]),
            ("__init__", &[Type::Any, Type::Any, Type::Any]),
            ("__instancecheck__", &[Type::Any]),
            ("__subclasscheck__", &[Type::Any]),
            ("__getattr__", &[Type::Str]),
            ("__len__", &[]),
            ("__iter__", &[]),
            ("__contains__", &[Type::Any]),
            ("__getitem__", &[Type::Any]),
            ("__add__", &[Type::Any]),
            ("__or__", &[Type::Any]),
            ("__bool__", &[]),
            ("__setattr__", &[Type::Str, Type::Any]),
            ("__getattribute__", &[Type::Str]),
        ];
        let mut body = Vec::new();
        let mut used: Vec<&str> = Vec::new();
        for _ in 0..1 + self.dice.below(3) {
            let (hook, takes) = self.dice.pick(hooks);
            if !used.contains(&hook) {
                used.push(hook);
                body.push(self.metaclass_method(hook, takes));
            }
        }
        let base = self.tree.name("type");
        out.push(self.tree.class(name, base, &body));
        self.lines -= 1;
        self.metaclass = Some(name);
        self.metaclass_hooks = used.iter().filter_map(|&hook| specials::named(hook)).collect();
    }

    fn metaclass_method(&mut self, hook: &'static str, takes: &[Type]) -> NodeId {
        self.method(hook, takes, Type::Any, &[], |maker, arguments| {
            let mut body = Vec::new();
            let shown = if hook == "__init__" { 1 } else { arguments.len() };
            let mut noted = vec![maker.tree.str(&format!("meta {hook}"))];
            noted.extend(arguments[..shown].iter().map(|&name| maker.tree.load(name)));
            let note = maker.tree.call("log", &noted);
            maker.push_expr(note, &mut body);
            let asks = matches!(
                hook,
                "__call__"
                    | "__init__"
                    | "__instancecheck__"
                    | "__subclasscheck__"
                    | "__setattr__"
                    | "__getattribute__"
            );
            let value = if asks {
                let proxy = maker.tree.call("super", &[]);
                let mut arguments: Vec<NodeId> =
                    arguments.iter().map(|&name| maker.tree.load(name)).collect();
                if hook == "__call__" {
                    arguments.clear();
                }
                maker.tree.method(proxy, hook, &arguments)
            } else {
                match hook {
                    "__len__" => maker.tree.int(2),
                    "__bool__" => maker.constant(Type::Bool),
                    "__iter__" => {
                        let items = maker.fresh_object(Type::List(super::types::Elem::Int));
                        maker.tree.call("It", &[items])
                    }
                    _ => maker.operand(Type::Int),
                }
            };
            let returned =
                if hook == "__init__" { maker.tree.expr(value) } else { maker.tree.returning(Some(value)) };
            body.push(returned);
            body
        })
    }

    /// What may be raised and caught: a class of the program that is an exception.
    pub(super) fn exception_class(&mut self, out: &mut Vec<NodeId>) {
        let name = self.fresh(b'c');
        let base = self.dice.pick(&["ValueError", "Exception", "KeyError", "RuntimeError", "LookupError"]);
        let base = match self.exceptions.last() {
            Some(&parent) if self.dice.chance(6) => self.tree.load(parent),
            _ => self.tree.name(base),
        };
        let mut body = Vec::new();
        if self.dice.chance(6) {
            let label = self.label();
            let method = self.method("__str__", &[], Type::Str, &[], |maker, _| {
                let text = maker.str_constant();
                let value = maker.tree.call("at", &[label, text]);
                vec![maker.tree.returning(Some(value))]
            });
            body.push(method);
        }
        if body.is_empty() {
            let (value, target) = (self.operand(Type::Int), self.tree.name("i"));
            body.push(self.tree.assign(&[target], value));
        }
        out.push(self.tree.class(name, base, &body));
        self.lines -= 2;
        self.exceptions.push(name);
    }

    /// A class of the program, as an expression.
    pub(super) fn class_name(&mut self, id: u16) -> NodeId {
        match self.class_of(id).map(|class| class.name) {
            Some(name) => self.tree.load(name),
            None => self.tree.name("object"),
        }
    }
}

impl Draft {
    fn add_field(&mut self, field: (&'static str, Type)) {
        if !self.fields.iter().any(|other| other.0 == field.0) {
            self.fields.push(field);
        }
    }

    fn inherit(&mut self, class: &Class) {
        self.parents.push(class.id);
        self.is_open &= class.is_open;
        if self.origin.is_empty() {
            self.origin = class.origin;
        }
        for &field in &class.fields {
            self.add_field(field);
        }
        for &method in &class.methods {
            if !self.methods.contains(&method) {
                self.methods.push(method);
            }
        }
        for &special in &class.specials {
            if !self.specials.iter().any(|other| other.name == special.name) {
                self.specials.push(special);
            }
        }
    }
}
