//! Ways out of an activation: the region that wants one is looked for in the activation and then in those below.

use crate::rules::link::{Place, RegionKind, Target};
use crate::state::{Activation, Machine, Thrown, Value};

/// A way out of an activation.
#[derive(Clone, Copy, Debug)]
pub(super) enum Completion {
    /// To the scope with this label, with a value.
    Leave(u8, Value),
    Raise(Value),
    /// The rule's own conclusion, from inside a protected part.
    Return(Value),
}

/// How completions are written into the slot of a `finally`: labels as they are, then these.
const RAISES: i64 = 1000;
const RETURNS: i64 = 1001;

impl Completion {
    /// The completion that a `finally` part has in its slots, unless it was entered from above.
    pub fn read(kind: Value, value: Value) -> Option<Completion> {
        Some(match kind.as_int()? {
            RAISES => Completion::Raise(value),
            RETURNS => Completion::Return(value),
            label => Completion::Leave(label as u8, value),
        })
    }
}

/// What became of an exception.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unwound {
    /// A region of a rule took it.
    Caught,
    /// It has reached an activation of compiled code, which must look for itself.
    AtCompiled(Value),
    /// Nobody took it; the machine has its result.
    Uncaught,
}

impl Machine {
    /// An exception begins its way, in the op that the top activation was doing.
    pub fn throw(&mut self, thrown: Thrown) {
        self.set_context(thrown.0);
        self.add_traceback(thrown.0);
        self.complete(Completion::Raise(thrown.0));
    }

    /// An exception goes on its way, with no new entry in its traceback.
    pub fn rethrow(&mut self, exception: Value) -> Unwound {
        self.complete(Completion::Raise(exception))
    }

    /// A completion looks for the region that wants it.
    pub(super) fn complete(&mut self, completion: Completion) -> Unwound {
        loop {
            let Some(&activation) = self.thread.activations.last() else {
                if let Completion::Raise(exception) = completion {
                    self.result = Some(Err(exception));
                }
                return Unwound::Uncaught;
            };
            if activation.rule.is_compiled() {
                let Completion::Raise(exception) = completion else {
                    unreachable!("only exceptions leave rules for compiled code")
                };
                self.pending = Some(exception);
                return Unwound::AtCompiled(exception);
            }
            if self.taken_here(&activation, completion) {
                return Unwound::Caught;
            }
            match completion {
                Completion::Return(value) => {
                    self.finish_activation(value);
                    return Unwound::Caught;
                }
                Completion::Raise(exception) => self.abandon_activation(exception),
                Completion::Leave(..) => {
                    self.thread.activations.pop();
                    self.thread.top = activation.below as usize;
                }
            }
        }
    }

    /// Pops the top activation for an exception, and its frame with it if it was the frame's first.
    pub fn abandon_activation(&mut self, exception: Value) {
        let Some(done) = self.thread.activations.pop() else { return };
        self.thread.top = done.below as usize;
        let index = self.thread.activations.len() as u32;
        if self.thread.frames.last().is_some_and(|frame| frame.activation == index) {
            self.abandon_frame(exception, done.into);
        }
    }

    /// Whether a region of the top activation takes the completion; if so, it goes on there.
    fn taken_here(&mut self, activation: &Activation, completion: Completion) -> bool {
        let rules = self.rules;
        let rule = rules.get(activation.rule);
        // `at` has already moved past the op that is being done.
        let at = activation.at as Place - 1;
        for region in &rule.regions {
            if at < region.start || at >= region.end {
                continue;
            }
            let target = match (region.kind, completion) {
                (RegionKind::Scope { label, into, target }, Completion::Leave(wanted, value))
                    if label == wanted =>
                {
                    self.set(activation.here(), into, value);
                    target
                }
                (RegionKind::Catch { into, target }, Completion::Raise(exception)) => {
                    self.set(activation.here(), into, exception);
                    target
                }
                (RegionKind::Finally { completion: kind, value: slot, target }, _) => {
                    let (code, value) = match completion {
                        Completion::Leave(label, value) => (label as i64, value),
                        Completion::Raise(exception) => (RAISES, exception),
                        Completion::Return(value) => (RETURNS, value),
                    };
                    self.set(activation.here(), kind as Target, Value::small(code));
                    self.set(activation.here(), slot as Target, value);
                    target
                }
                _ => continue,
            };
            self.thread.top = activation.base as usize + rule.slots.len();
            self.jump(target);
            return true;
        }
        false
    }
}
