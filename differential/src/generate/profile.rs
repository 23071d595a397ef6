//! What a program is about, and which features of the language it uses.

use std::fmt;
use std::str::FromStr;

macro_rules! profiles {
    ($($(#[$doc:meta])* $name:ident $text:literal [$($core:ident)*] [$($also:ident)*])*) => {
        /// What a program is about.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, serde::Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Profile { $($(#[$doc])* $name,)* }

        impl Profile {
            pub const ALL: &[Profile] = &[$(Profile::$name,)*];

            pub fn name(self) -> &'static str {
                match self { $(Profile::$name => $text,)* }
            }

            /// The features that programs of this profile always have.
            pub(super) fn core(self) -> &'static [Feature] {
                match self { $(Profile::$name => &[$(Feature::$core,)*],)* }
            }

            /// The features that each of them may have.
            pub(super) fn also(self) -> &'static [Feature] {
                match self { $(Profile::$name => &[$(Feature::$also,)*],)* }
            }
        }
    };
}

profiles! {
    /// Numbers at the boundaries of their representations.
    Arithmetic "arithmetic"
        [Numbers Augmented]
        [Floats Complex Chains Conditions Walrus If While For Functions Comprehensions Conversions Lists Tuples BigShifts Lambdas Library]
    /// Objects whose special methods are noted.
    Objects "objects"
        [Instrumented Augmented]
        [Chains Conditions Walrus If While For Functions Lists Dicts Subscripts Boxes Lambdas Comprehensions FStrings Mixed With Classes Explicit Unpacking]
    /// Ways out of loops, `try` and `with`.
    Control "control"
        [Try For While If Jumps]
        [With Finally Functions Generators Instrumented Chains Conditions Augmented Raise Unpacking Lists Closures ElseSuites Explicit]
    /// Classes: how they are made, what they inherit, what becomes of their instances.
    Classes "classes"
        [Classes Special]
        [Inheritance Metaclasses Descriptors Properties Super Slots Mutation Functions If For Instrumented Boxes Decorators Augmented ClassHooks Try Dynamic FStrings Explicit Closures]
    /// Functions in functions, and whose variables they see.
    Closures "closures"
        [Functions Closures Lambdas]
        [Nonlocal Global Defaults Varied Decorators Comprehensions If For Augmented Classes Walrus Try Lists Deletion Recursion Dynamic Library Generators]
    /// Generators, and what is sent and thrown into them.
    Generators "generators"
        [Generators For]
        [Delegation Driving Try Finally With If While Jumps Functions Comprehensions Lists Unpacking Instrumented Closures Raise Iterators Library Explicit]
    /// Strings and formatting.
    Strings "strings"
        [Strings FStrings]
        [Percent Formatting Methods Bytes Subscripts Slices If For Functions Instrumented Floats Comprehensions Lists Augmented Conversions Explicit Tuples Dicts]
    /// Containers, displays and unpacking.
    Containers "containers"
        [Lists Dicts Tuples Unpacking]
        [Sets Subscripts Slices Methods Comprehensions Deletion For If Augmented Instrumented Boxes Functions Varied Chains Iterators Mixed Lambdas Explicit Library Closures]
    /// Exceptions: raised, caught, chained.
    Exceptions "exceptions"
        [Try Raise]
        [Finally With Chaining Functions For While If Jumps Generators Classes Instrumented Errors ElseSuites Groups Closures Deletion]
}

impl fmt::Display for Profile {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl FromStr for Profile {
    type Err = String;

    fn from_str(name: &str) -> Result<Profile, String> {
        let found = Profile::ALL.iter().find(|profile| profile.name() == name);
        found.copied().ok_or_else(|| {
            let names: Vec<&str> = Profile::ALL.iter().map(|profile| profile.name()).collect();
            format!("there is no profile '{name}'; there are {}", names.join(", "))
        })
    }
}

/// A part of the language that a program uses or not. (A few features a program find more than all of them in each.)
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Feature {
    /// What every program has.
    Always,
    Augmented,
    BigShifts,
    Boxes,
    Bytes,
    Chaining,
    Chains,
    ClassHooks,
    Classes,
    Closures,
    Complex,
    Comprehensions,
    Conditions,
    Conversions,
    Decorators,
    Defaults,
    Delegation,
    Deletion,
    Descriptors,
    Dicts,
    Driving,
    Dynamic,
    ElseSuites,
    Errors,
    Explicit,
    FStrings,
    Finally,
    Floats,
    For,
    Formatting,
    Functions,
    Generators,
    Global,
    Groups,
    If,
    Inheritance,
    Instrumented,
    Iterators,
    Jumps,
    Lambdas,
    Library,
    Lists,
    Metaclasses,
    Methods,
    Mixed,
    Mutation,
    Nonlocal,
    Numbers,
    Percent,
    Properties,
    Raise,
    Recursion,
    Sets,
    Slices,
    Slots,
    Special,
    Strings,
    Subscripts,
    Super,
    Try,
    Tuples,
    Unpacking,
    Varied,
    Walrus,
    While,
    With,
}

/// The features of one program.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Features {
    core: u128,
    all: u128,
}

impl Features {
    pub fn add_core(&mut self, feature: Feature) {
        self.core |= 1u128 << feature as u32;
        self.add(feature);
    }

    pub fn add(&mut self, feature: Feature) {
        self.all |= 1u128 << feature as u32;
    }

    pub fn has(self, feature: Feature) -> bool {
        self.all >> feature as u32 & 1 != 0
    }

    /// How much more often than others a feature is used: what the profile is about, three times.
    pub fn factor(self, feature: Feature) -> usize {
        match (self.core >> feature as u32 & 1, self.has(feature)) {
            (1, _) => 3,
            (_, true) => 1,
            _ => 0,
        }
    }
}
