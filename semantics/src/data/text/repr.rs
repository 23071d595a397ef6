//! How a text lies in memory: in 16 bytes, so that a string of the heap is its slot, and nothing else if it is short.

use super::Units;
use super::grown::Grown;
use std::cell::Cell;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

/// So many characters leave room for the hash.
const TINY: usize = 6;

/// So many fit without another block of memory.
const SHORT: usize = 14;

/// So many fit into one other block, which then has 64 bytes.
const MEDIUM: usize = 39;

/// No text has this hash.
pub(super) const UNHASHED: i64 = -1;

/// A text that is ASCII lies in the value itself if it is short, and keeps its hash there if it is very short. The length
/// of a long one is here as well (if it is less than [`u32::MAX`]), so that often nothing else is looked at. One that was
/// made of two by [`Repr::concat`] says so: what has been added to once is added to again. The next is a `Grown` one.
pub(super) enum Repr {
    Tiny { text: heapless::String<TINY, u8>, hash: Cell<i64> },
    Short(heapless::String<SHORT, u8>),
    Medium { is_name: bool, stored: Rc<Stored<heapless::String<MEDIUM, u8>>> },
    Long { is_name: bool, is_sum: bool, len: u32, stored: Rc<Stored<Box<str>>> },
    Grown(Rc<Grown>),
    Wide { is_name: bool, stored: Rc<Stored<Box<[u32]>>> },
}

const _: () = assert!(size_of::<Repr>() == 16);

/// What a block takes that is counted.
const COUNTS: usize = 2 * size_of::<usize>();

/// The contents of a longer text, and its hash once it has been computed.
pub(super) struct Stored<T> {
    hash: Cell<i64>,
    contents: T,
}

const _: () = assert!(size_of::<Stored<heapless::String<MEDIUM, u8>>>() == 48);

impl<T> Stored<T> {
    fn new(contents: T) -> Rc<Stored<T>> {
        Rc::new(Stored { contents, hash: Cell::new(UNHASHED) })
    }
}

/// Two texts one after the other, for which there is room.
#[inline(always)]
fn joined<const N: usize>(left: &str, right: &str) -> heapless::String<N, u8> {
    let mut text = heapless::String::new();
    let fits = text.push_str(left).is_ok() && text.push_str(right).is_ok();
    debug_assert!(fits);
    text
}

impl Repr {
    /// Of a text that is ASCII.
    #[inline]
    pub(super) fn ascii(text: &str) -> Repr {
        Repr::concat(text, "")
    }

    /// Of two ASCII texts, one after the other.
    #[inline]
    pub(super) fn concat(left: &str, right: &str) -> Repr {
        debug_assert!(left.is_ascii() && right.is_ascii());
        let len = left.len() + right.len();
        if len <= TINY {
            Repr::Tiny { text: joined(left, right), hash: Cell::new(UNHASHED) }
        } else if len <= SHORT {
            Repr::Short(joined(left, right))
        } else if len <= MEDIUM {
            Repr::Medium { is_name: false, stored: Stored::new(joined(left, right)) }
        } else {
            Repr::long([left, right].concat(), !right.is_empty())
        }
    }

    /// Two texts one after the other, if both are ASCII. A left one that has been added to before is not copied.
    #[inline]
    pub(super) fn sum(left: &Repr, right: &Repr) -> Option<Repr> {
        if let Repr::Long { is_sum: true, .. } | Repr::Grown(_) = left
            && right.is_ascii()
            && let Some(grown) = Grown::new(left, right)
        {
            return Some(Repr::Grown(grown));
        }
        Some(Repr::concat(left.as_str()?, right.as_str()?))
    }

    /// How much of [`Repr::outside`] has not been taken yet.
    #[inline]
    pub(super) fn promised(&self) -> usize {
        match self {
            Repr::Grown(stored) => stored.promised(),
            _ => 0,
        }
    }

    /// Of a text that is ASCII, whose memory is used.
    #[inline]
    pub(super) fn ascii_owned(text: String) -> Repr {
        if text.len() <= MEDIUM { Repr::ascii(&text) } else { Repr::long(text, false) }
    }

    #[inline]
    fn long(text: String, is_sum: bool) -> Repr {
        let len = u32::try_from(text.len()).unwrap_or(u32::MAX);
        Repr::Long { is_name: false, is_sum, len, stored: Stored::new(text.into()) }
    }

    /// Of code points of which some are not ASCII.
    pub(super) fn wide(points: Box<[u32]>) -> Repr {
        Repr::Wide { is_name: false, stored: Stored::new(points) }
    }

    /// The same as the one text that all names share; that keeps its hash whatever its length.
    pub(super) fn as_name(&self) -> Repr {
        let mut name = match self {
            Repr::Tiny { text, .. } => Repr::Medium { is_name: true, stored: Stored::new(joined(text, "")) },
            Repr::Short(text) => Repr::Medium { is_name: true, stored: Stored::new(joined(text, "")) },
            Repr::Grown(stored) => Repr::long(stored.contents().to_owned(), false),
            longer => longer.clone(),
        };
        if let Repr::Medium { is_name, .. } | Repr::Long { is_name, .. } | Repr::Wide { is_name, .. } =
            &mut name
        {
            *is_name = true;
        }
        name
    }

    #[inline]
    pub(super) fn is_name(&self) -> bool {
        match self {
            Repr::Tiny { .. } | Repr::Short(_) | Repr::Grown(_) => false,
            Repr::Medium { is_name, .. } | Repr::Long { is_name, .. } | Repr::Wide { is_name, .. } => {
                *is_name
            }
        }
    }

    #[inline]
    pub(super) fn as_str(&self) -> Option<&str> {
        match self {
            Repr::Tiny { text, .. } => Some(text),
            Repr::Short(text) => Some(text),
            Repr::Medium { stored, .. } => Some(&stored.contents),
            Repr::Long { stored, .. } => Some(&stored.contents),
            Repr::Grown(stored) => Some(stored.contents()),
            Repr::Wide { .. } => None,
        }
    }

    #[inline]
    pub(super) fn units(&self) -> Units<'_> {
        match self {
            Repr::Wide { stored, .. } => Units::Wide(&stored.contents),
            ascii => Units::Narrow(ascii.as_str().unwrap_or_default().as_bytes()),
        }
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        match self {
            Repr::Tiny { text, .. } => text.len(),
            Repr::Short(text) => text.len(),
            Repr::Medium { stored, .. } => stored.contents.len(),
            Repr::Long { len: u32::MAX, stored, .. } => stored.contents.len(),
            Repr::Long { len, .. } => *len as usize,
            Repr::Grown(stored) => stored.len(),
            Repr::Wide { stored, .. } => stored.contents.len(),
        }
    }

    #[inline]
    pub(super) fn is_ascii(&self) -> bool {
        !matches!(self, Repr::Wide { .. })
    }

    /// The hash, which `compute` finds out if it is not known yet.
    #[inline]
    pub(super) fn hash(&self, compute: impl Fn() -> i64) -> i64 {
        let known = match self {
            Repr::Tiny { hash, .. } => hash,
            Repr::Short(_) => return compute(),
            Repr::Medium { stored, .. } => &stored.hash,
            Repr::Long { stored, .. } => &stored.hash,
            Repr::Grown(stored) => stored.hash(),
            Repr::Wide { stored, .. } => &stored.hash,
        };
        if known.get() == UNHASHED {
            known.set(compute());
        }
        known.get()
    }

    /// What is not in the value itself, in bytes. Of a grown text it is what it comes to when its contents are made.
    #[inline]
    pub(super) fn outside(&self) -> usize {
        match self {
            Repr::Tiny { .. } | Repr::Short(_) => 0,
            Repr::Medium { .. } => COUNTS + size_of::<Stored<heapless::String<MEDIUM, u8>>>(),
            Repr::Long { .. } => COUNTS + size_of::<Stored<Box<str>>>() + self.len(),
            Repr::Grown(stored) => COUNTS + size_of::<Grown>() + stored.len(),
            Repr::Wide { .. } => COUNTS + size_of::<Stored<Box<[u32]>>>() + self.len() * size_of::<u32>(),
        }
    }
}

/// A copy of a name is a text like others.
impl Clone for Repr {
    #[inline]
    fn clone(&self) -> Repr {
        match self {
            Repr::Tiny { text, hash } => Repr::Tiny { text: text.clone(), hash: hash.clone() },
            Repr::Short(text) => Repr::Short(text.clone()),
            Repr::Medium { stored, .. } => Repr::Medium { is_name: false, stored: stored.clone() },
            Repr::Long { is_sum, len, stored, .. } => {
                Repr::Long { is_name: false, is_sum: *is_sum, len: *len, stored: stored.clone() }
            }
            Repr::Grown(stored) => Repr::Grown(stored.clone()),
            Repr::Wide { stored, .. } => Repr::Wide { is_name: false, stored: stored.clone() },
        }
    }
}

impl PartialEq for Repr {
    #[inline]
    fn eq(&self, other: &Repr) -> bool {
        if self.len() != other.len() {
            return false;
        }
        match (self.units(), other.units()) {
            (Units::Narrow(a), Units::Narrow(b)) => a == b,
            (Units::Wide(a), Units::Wide(b)) => a == b,
            _ => false,
        }
    }
}

impl Eq for Repr {}

impl Hash for Repr {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self.units() {
            Units::Narrow(units) => units.hash(state),
            Units::Wide(units) => units.hash(state),
        }
    }
}
