//! What of a signature is known before the program starts.

/// How many arguments a built-in function takes by position where nothing is given by name: known before the program
/// starts, so that most calls need not look at the signature.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Arity {
    least: u8,
    /// How many have a parameter of their own.
    most: u8,
    /// Further ones make a tuple, the next parameter.
    takes_rest: bool,
    /// The number of parameters; those not given are [`Value::NOTHING`].
    pub total: u8,
    /// The number of parameters if each takes one argument by position.
    only: Option<u8>,
}

impl Arity {
    /// A function with more parameters is bound by its signature.
    pub const MOST: usize = 8;
    const UNKNOWN: Arity = Arity { least: u8::MAX, most: 0, takes_rest: false, total: 0, only: None };

    /// Reads what a signature says about positions.
    pub const fn of(signature: &str) -> Arity {
        let text = signature.as_bytes();
        let mut arity = Arity { least: 0, most: 0, takes_rest: false, total: 0, only: None };
        let (mut at, mut is_by_name_only) = (0, false);
        while at < text.len() {
            let start = at;
            let mut is_optional = false;
            while at < text.len() && text[at] != b',' {
                is_optional = is_optional || text[at] == b'=';
                at += 1;
            }
            let is_star = text[start] == b'*';
            if is_star {
                is_by_name_only = true;
                let takes_named = at - start > 1 && text[start + 1] == b'*';
                arity.takes_rest = arity.takes_rest || at - start > 1 && !takes_named;
                arity.total += (at - start > 1) as u8;
            } else if text[start] != b'/' {
                if is_by_name_only && !is_optional {
                    return Arity::UNKNOWN;
                }
                arity.total += 1;
                arity.most += !is_by_name_only as u8;
                arity.least += !is_optional as u8;
            }
            at += 1;
            while at < text.len() && text[at] == b' ' {
                at += 1;
            }
        }
        if arity.total as usize > Arity::MOST {
            return Arity::UNKNOWN;
        }
        if !arity.takes_rest && arity.most == arity.total {
            arity.only = Some(arity.total);
        }
        arity
    }

    /// Whether so many arguments suffice and are not too many.
    #[inline(always)]
    pub fn takes(self, count: usize) -> bool {
        self.least as usize <= count && (count <= self.most as usize || self.takes_rest)
    }

    /// Whether there are so many parameters, and each takes one argument by position.
    #[inline(always)]
    pub fn takes_only(self, count: usize) -> bool {
        self.only == Some(count as u8)
    }

    /// How many arguments have a parameter of their own, and whether the next parameter takes the rest.
    #[inline(always)]
    pub fn split(self) -> (usize, bool) {
        (self.most as usize, self.takes_rest)
    }
}

/// Whether a signature is that of a method.
pub const fn begins_with_self(signature: &str) -> bool {
    matches!(signature.as_bytes(), [b's', b'e', b'l', b'f', ..])
}

/// Whether a signature says of an argument which number it has to stand for.
pub const fn has_conversions(signature: &str) -> bool {
    let text = signature.as_bytes();
    let mut at = 0;
    while at < text.len() {
        if text[at] == b':' {
            return true;
        }
        at += 1;
    }
    false
}

/// Whether a name is that of the method which makes instances.
pub const fn is_new(name: &str) -> bool {
    matches!(name.as_bytes(), b"__new__")
}
