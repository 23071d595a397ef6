//! Dictionaries and their views, sets, read-only proxies of mappings (Library Reference, "Mapping Types", "Set Types").

mod algebra;
pub(crate) mod dict;
mod proxy;
mod sets;
mod views;

use crate::state::{Builtin, GetSet};

pub fn tables() -> Vec<&'static [Builtin]> {
    vec![
        dict::METHODS,
        views::KEYS,
        views::VALUES,
        views::ITEMS,
        sets::SET,
        sets::SET_CHANGES,
        sets::FROZENSET,
        sets::FROZENSET_OWN,
        proxy::METHODS,
    ]
}

pub fn attribute_tables() -> Vec<&'static [GetSet]> {
    vec![views::KEYS_MAPPING, views::VALUES_MAPPING, views::ITEMS_MAPPING]
}
