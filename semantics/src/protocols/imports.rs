//! The import system: chapter 5 of the Language Reference.

use super::*;
use crate::primitives::*;
use semantics_macros::rules;

rules! { pub static IMPORTS;
    /// A module that has been imported is in `sys.modules`. Otherwise its parent is imported first, then its code is
    /// found and run in a new module. The result is the top-level package.
    protocol "import.module" import_module(name) [ref "5.3"] {
        let parent = parent_module(name);
        if is_something(parent) { let dropped = import_module(parent); }
        if is_nothing(loaded_module(name)) {
            let body = module_body(name);
            protect {
                if is_something(body) { let done = invoke(body, no_arguments()); }
            } catch e {
                unload_module(name);
                reraise(e);
            }
            bind_submodule(name);
        }
        return top_module(name);
    }

    /// A name in a module: an attribute, or else a submodule.
    protocol "import.name" import_name(module, name, from) [ref "7.11"] {
        protect {
            return getattr(module, name);
        } catch e {
            if not is_instance_of(e, "AttributeError") { reraise(e); }
        }
        let found = submodule_named(from, name);
        if is_something(found) { return found; }
        raise cannot_import(module, name, from);
    }
}
