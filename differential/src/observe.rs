//! What a run shows to the outside.

/// What is wanted beside the things that are always observed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Wish {
    /// The message of the exception that ended the program.
    pub message: bool,
    /// The lines that were executed, in their order.
    pub lines: bool,
}

/// How a program ended.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Ending {
    Normal,
    /// An exception that nobody caught: the name of its class.
    Raised(String),
}

/// The observation of a run that came to an end. Strings with lone surrogates have them as `\udXXX`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Observation {
    pub ending: Ending,
    /// What instrumented objects logged.
    pub log: Vec<String>,
    pub stdout: String,
    /// The final namespace, as the harness describes it: a line a name.
    pub digest: String,
    pub message: Option<String>,
    pub lines: Option<Vec<u32>>,
    /// The line of the program that raised the exception which ended it. Not compared: a help to find the place.
    pub raised_at: Option<u32>,
}
