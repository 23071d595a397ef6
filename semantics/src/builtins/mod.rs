//! The built-in functions and the methods of the built-in classes, as tables.
//!
//! A table entry says name, parameters, how the function works, and what it does:
//!
//! ```text
//! builtins! { LIST, "list";
//!     "append" "self, object, /" leaf(append) "Appends an item to the end of the list.";
//!     "sort" "self, /, *, key=, reverse=" leaf_or(sort, "list_sort") "Sorts the list in place.";
//!     "__getitem__" "self, key, /" rule(list_getitem) "The item at an index, or the list of a slice's items.";
//!     "fromkeys" "cls, iterable, value=, /" prelude("dict_fromkeys") "A new dictionary with these keys.";
//! }
//! ```
//!
//! A first parameter `self` makes a method, `cls` a class method, anything else a static method; `__new__` is static.
//! Optional parameters end in `=`; those not given are [`crate::state::Value::NOTHING`]. `*args` comes as a tuple,
//! `**kwargs` as a dict; a leaf gets [`crate::state::Value::NOTHING`] for that where nothing is given by name.

mod calling;
pub mod signature;

use crate::state::{Builtin, GetSet};

/// Declares a table of built-in functions. See the module's documentation.
#[macro_export]
macro_rules! builtins {
    ($table:ident, $owner:literal; $($name:literal $signature:literal $how:ident($($work:tt)*) $doc:literal;)*) => {
        pub static $table: &[$crate::state::Builtin] = {
            static ENTRIES: [$crate::state::Builtin; [$($name),*].len()] = [$($crate::state::Builtin {
                name: $name,
                owner: $owner,
                signature: $signature,
                work: $crate::builtins!(@$how $($work)*),
                doc: $doc,
                is_method: $crate::builtins::signature::begins_with_self($signature),
                is_maker: $crate::builtins::signature::is_new($name),
                arity: $crate::builtins::signature::Arity::of($signature),
                converts: $crate::builtins::signature::has_conversions($signature),
                parsed: std::sync::OnceLock::new(),
                owner_class: std::sync::OnceLock::new(),
                first_step: std::sync::OnceLock::new(),
            },)*];
            &ENTRIES
        };
    };
    (@leaf $leaf:expr) => { $crate::state::Work::Leaf($leaf) };
    (@leaf_or $leaf:expr, $prelude:literal) => { $crate::state::Work::LeafOr($leaf, $prelude) };
    (@leaf_or_rule $leaf:expr, $rule:path) => { $crate::state::Work::LeafOrRule($leaf, $rule()) };
    (@rule $rule:path) => { $crate::state::Work::Rule($rule()) };
    (@prelude $prelude:literal) => { $crate::state::Work::Prelude($prelude) };
}

/// Declares a table of attributes that are computed: `"real" get(int_real) set(none) "The real part.";`
#[macro_export]
macro_rules! attributes {
    ($table:ident, $owner:literal; $($name:literal get($get:expr) set($set:tt) $doc:literal;)*) => {
        pub static $table: &[$crate::state::GetSet] = {
            static ENTRIES: [$crate::state::GetSet; [$($name),*].len()] = [$($crate::state::GetSet {
                name: $name,
                owner: $owner,
                get: $get,
                set: $crate::attributes!(@set $set),
                doc: $doc,
                owner_class: std::sync::OnceLock::new(),
            },)*];
            &ENTRIES
        };
    };
    (@set none) => { None };
    (@set $set:ident) => { Some($set) };
}

mod bytes;
mod composites;
pub(crate) mod containers;
mod exceptions;
pub mod functions;
mod intrinsics;
mod iterators;
mod memory;
mod numbers;
mod objects;
pub mod sequences;
pub(crate) mod strings;

/// All tables of methods and functions; an entry's owner says where it belongs (the empty owner is `builtins`).
pub fn tables() -> impl Iterator<Item = &'static Builtin> {
    let tables = [
        bytes::tables(),
        composites::tables(),
        containers::tables(),
        exceptions::tables(),
        functions::tables(),
        intrinsics::tables(),
        crate::objects::output::tables(),
        crate::objects::tracebacks::tables(),
        iterators::tables(),
        memory::tables(),
        numbers::tables(),
        objects::tables(),
        sequences::tables(),
        strings::tables(),
    ];
    tables.into_iter().flatten().flat_map(|table| table.iter())
}

/// All tables of computed attributes.
pub fn attribute_tables() -> impl Iterator<Item = &'static GetSet> {
    let tables = [
        containers::attribute_tables(),
        exceptions::attribute_tables(),
        iterators::attribute_tables(),
        memory::attribute_tables(),
        numbers::attribute_tables(),
        objects::attribute_tables(),
        sequences::attribute_tables(),
    ];
    tables.into_iter().flatten().flat_map(|table| table.iter())
}
