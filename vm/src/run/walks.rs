//! Walks: iterators that only a loop sees, and that are no objects.

use super::Vm;
use crate::seeded;
use semantics::state::{Type, Value};

impl Vm<'_> {
    /// What three registers say of a walk through a list, a tuple, or a range of small ints; `None` of anything else, which
    /// has a real iterator.
    #[inline(never)]
    pub(super) fn begin_walk(&mut self, iterable: Value) -> Option<[Value; 3]> {
        let iterable = seeded::iterated_instead(self.machine, iterable);
        match self.machine.exact_type(iterable)? {
            Type::List | Type::Tuple => Some([iterable, Value::ZERO, Value::NOTHING]),
            Type::Range => {
                let (start, step, len) = self.machine.small_range(iterable)?;
                // Also where the walk comes to after the last number is a small int.
                Value::try_int(start.checked_add(step.checked_mul(len)?)?)?;
                Some([Value::small(start), Value::small(len), Value::small(step)])
            }
            _ => None,
        }
    }
}
