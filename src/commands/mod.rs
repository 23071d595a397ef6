//! One file a subcommand.

pub mod ast;
pub mod bench;
pub mod builtins;
pub mod check;
pub mod compare;
pub mod dis;
<<<<<<< HEAD
pub mod fuzz;
pub mod reduce;
=======
pub mod front_end;
>>>>>>> 85d4acb (gradus check --front-end, scope --compare and unparse; the front end is compared with CPython in differential)
pub mod rules;
pub mod run;
pub mod scope;
pub mod step;
pub mod trace;
pub mod unparse;
