//! Programs made at random, to be run on several engines.
//!
//! A program is a typed tree: what is made is made so that it runs. Which features of the language it uses is drawn first
//! ([`Profile`]), so that programs differ more from each other than they would with all features in each. Its top level is
//! a row of *segments*, each in a `try` statement of its own, so that an exception ends no more than a segment. Loops ask
//! for `fuel()`; what is bound again and again is cut to a length; half of the constants are boundaries of
//! representations. What happens is noted by the [`HARNESS`], whose objects note each operation.

mod classes;
mod constants;
mod containers;
mod control;
mod dice;
mod exceptions;
mod expressions;
mod functions;
mod generators;
mod introspection;
mod iterators;
mod library;
mod maker;
mod numbers;
mod objects;
mod profile;
mod program;
mod scopes;
mod situations;
mod specials;
mod statements;
mod strings;
mod tree;
mod types;

pub use profile::Profile;
use spec::Ast;
use spec::unparse::unparse;

/// The source that runs before each program, in the same module: see its first lines.
pub const HARNESS: &str = include_str!("harness.py");

/// A program that was made.
#[derive(Clone, Debug)]
pub struct Generated {
    pub tree: Ast,
    pub source: String,
    pub profile: Profile,
    pub seed: u64,
    /// The lowest version of the language that has all that the program uses.
    pub since: (u8, u8),
}

/// The program of a seed: of a profile, or of one that the seed decides, too.
pub fn program(profile: Option<Profile>, seed: u64) -> Generated {
    let profile = profile.unwrap_or_else(|| Profile::ALL[(seed % Profile::ALL.len() as u64) as usize]);
    make(profile, seed, dice::bytes(seed ^ (profile as u64) << 56))
}

/// The program that some bytes decide, for libFuzzer.
pub fn from_bytes(profile: Profile, bytes: &[u8]) -> Generated {
    make(profile, 0, bytes.to_vec())
}

fn make(profile: Profile, seed: u64, bytes: Vec<u8>) -> Generated {
    let (tree, since) = maker::Maker::new(profile, bytes).program();
    let source = unparse(&tree);
    Generated { tree, source, profile, seed, since }
}
