//! Texts that grow at the end: `s += x` again and again.
//!
//! A grown text remembers what it was made of, and makes its contents when they are asked for. So a text that is built of
//! many is copied once, not once for each. The contents are made anyway after so many steps that what is remembered takes
//! no more memory than they do, and that copying takes no more than a fixed time for each step.

use super::repr::{Repr, UNHASHED};
use std::cell::{Cell, OnceCell};
use std::rc::Rc;

/// So many steps are remembered at least, and one more for so many characters.
const STEPS: usize = 32;
const CHARACTERS_A_STEP: usize = 128;

/// What is added must be so much shorter, or copying would be no gain.
const TIMES_LONGER: usize = 4;

/// A text, what was added to it, and what both come to, once somebody has asked.
pub(super) struct Grown {
    parts: Cell<Option<(Repr, Repr)>>,
    contents: OnceCell<Box<str>>,
    hash: Cell<i64>,
    len: usize,
    /// How many steps there are from the last text that has contents.
    steps: usize,
}

impl Grown {
    /// The sum of two ASCII texts; `None` if it would better be made at once.
    pub(super) fn new(left: &Repr, right: &Repr) -> Option<Rc<Grown>> {
        let (before, added) = (left.len(), right.len());
        let steps = match left {
            Repr::Grown(left) if left.contents.get().is_none() => left.steps + 1,
            _ => 1,
        };
        if added > before / TIMES_LONGER || steps > STEPS + before / CHARACTERS_A_STEP {
            return None;
        }
        // What is remembered is a line, not a tree.
        right.as_str()?;
        Some(Rc::new(Grown {
            parts: Cell::new(Some((left.clone(), right.clone()))),
            contents: OnceCell::new(),
            hash: Cell::new(UNHASHED),
            len: before + added,
            steps,
        }))
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    pub(super) fn hash(&self) -> &Cell<i64> {
        &self.hash
    }

    /// How many bytes the contents will take that have not been made.
    pub(super) fn promised(&self) -> usize {
        if self.contents.get().is_some() { 0 } else { self.len }
    }

    /// The characters.
    #[inline]
    pub(super) fn contents(&self) -> &str {
        self.contents.get_or_init(|| self.make())
    }

    #[cold]
    fn make(&self) -> Box<str> {
        let Some((mut first, last)) = self.parts.take() else { return Box::default() };
        let mut added = vec![last];
        while let Some((left, right)) = first.parts() {
            added.push(right);
            first = left;
        }
        let mut contents = String::with_capacity(self.len);
        for part in std::iter::once(&first).chain(added.iter().rev()) {
            contents.push_str(part.as_str().unwrap_or_default());
        }
        contents.into()
    }

    fn copied_parts(&self) -> Option<(Repr, Repr)> {
        let parts = self.parts.take();
        let copy = parts.clone();
        self.parts.set(parts);
        copy
    }
}

impl Repr {
    /// What the contents, which have not been made, will be made of.
    fn parts(&self) -> Option<(Repr, Repr)> {
        match self {
            Repr::Grown(grown) => grown.copied_parts(),
            _ => None,
        }
    }
}

/// One after another: as many as there may be, each in its own call, would not fit on the stack.
impl Drop for Grown {
    fn drop(&mut self) {
        let mut next = self.parts.take();
        while let Some((Repr::Grown(left), _)) = next {
            next = Rc::into_inner(left).and_then(|left| left.parts.take());
        }
    }
}
