//! Modules (Language Reference, chapter 5).

use crate::primitives;
use crate::state::{Data, Machine, Type, Value, names};

impl Machine {
    /// A new module object with its name, in `sys.modules`.
    pub fn new_module(&mut self, name: &str) -> Value {
        let module = self.heap.new_object(Type::Module, Data::Module);
        let dict = self.attribute_dict(module);
        let name_value = self.heap.intern(name);
        self.dict_set_name(dict, names::__name__, name_value);
        for key in [names::__doc__, names::__package__, names::__loader__, names::__spec__] {
            self.dict_set_name(dict, key, Value::NONE);
        }
        let modules = self.modules;
        self.dict_set_name(modules, name_value, module);
        module
    }

    fn loaded(&self, name: Value) -> Value {
        self.dict_get_name(self.modules, name)
    }
}

primitives! { IMPORTS;
    /// The module of this name in `sys.modules`, or nothing.
    fn loaded_module(m, name) { Ok(m.loaded(name)) }
    /// The name up to the last dot, or nothing.
    fn parent_module(m, name) {
        let text = m.text_of(name);
        Ok(match text.rsplit_once('.') {
            Some((parent, _)) => m.heap.intern(parent),
            None => Value::NOTHING,
        })
    }
    /// The module of the name up to the first dot.
    fn top_module(m, name) {
        let text = m.text_of(name);
        let top = m.heap.intern(text.split('.').next().unwrap_or_default());
        Ok(m.loaded(top))
    }
    /// Of an imported package, the module that the dotted name means.
    fn submodule(m, package, name) { Ok(m.loaded(name).present().unwrap_or(package)) }
    /// The module `from.name`, if it has been imported.
    fn submodule_named(m, from, name) {
        let full = format!("{}.{}", m.text_of(from), m.text_of(name));
        let full = m.heap.intern(&full);
        Ok(m.loaded(full))
    }
    /// Makes the module and finds its code: a function to be run, or nothing for a module that is native.
    fn module_body(m, name) {
        let text = m.text_of(name);
        m.find_module(&text)
    }
    /// A module whose code failed is forgotten.
    fn unload_module(m, name) {
        let modules = m.modules;
        m.dict_delete_str(modules, name);
        Ok(Value::NONE)
    }
    /// A submodule becomes an attribute of its parent.
    fn bind_submodule(m, name) {
        let text = m.text_of(name);
        if let Some((parent, own)) = text.rsplit_once('.') {
            let parent = m.heap.intern(parent);
            let parent = m.loaded(parent);
            let own = m.heap.intern(own);
            let module = m.loaded(name);
            if parent.is_present() {
                m.set_own_attribute(parent, own, module);
            }
        }
        Ok(Value::NONE)
    }
    /// The names that a module makes public are bound here.
    fn import_all(m, module) {
        let dict = m.attribute_dict(module);
        let public = m.dict_get_name(dict, names::__all__);
        let wanted: Vec<Value> = if public.is_present() {
            m.list_items(public).iter().chain(m.tuple_items(public)).copied().collect()
        } else {
            let all: Vec<Value> = m.dict(dict).map(|dict| dict.iter().map(|entry| entry.key).collect()).unwrap_or_default();
            all.into_iter().filter(|&name| !m.text_of(name).starts_with('_')).collect()
        };
        let globals = m.frame().globals;
        for name in wanted {
            let value = m.dict_get_name(dict, name);
            if value.is_nothing() {
                let (module, name) = (m.dict_get_name(dict, names::__name__), m.text_of(name));
                let message = format!("module '{}' has no attribute '{name}'", m.text_of(module));
                return Err(m.exception(Type::AttributeError, &message));
            }
            m.dict_set_name(globals, name, value);
        }
        Ok(Value::NONE)
    }
    /// The name is neither an attribute nor a submodule.
    fn cannot_import(m, module, name, from) {
        let message =
            format!("cannot import name '{}' from '{}' (unknown location)", m.text_of(name), m.text_of(from));
        let error = m.exception(Type::ImportError, &message).0;
        m.set_exception_member(error, names::name, from);
        let name_from = m.heap.intern("name_from");
        m.set_exception_member(error, name_from, name);
        Ok(error)
    }
}
