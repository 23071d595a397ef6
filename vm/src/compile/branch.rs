//! Branches: where the truth of something decides only where to go, no truth value is made.

use super::expand::{Expansion, Slots};
use super::{Around, Compiler, Place};
use crate::instruction::{Instruction, Reg};
use semantics::rules::language::{Arg, Judgment, Operation, Step};
use semantics::state::Value;
use spec::ast::Kind;

/// The jumps out of a test that are still to land.
#[derive(Debug, Default)]
pub(super) struct Exits {
    pub yes: Vec<usize>,
    pub no: Vec<usize>,
}

impl Compiler<'_> {
    /// Steps that are better carried out together: a test and what depends on it. Gives how many of `after` are done.
    pub(super) fn fused(
        &mut self,
        step: &'static Step,
        after: &'static [Step],
        slots: &mut Slots,
    ) -> Expansion<Option<usize>> {
        let Some(next) = after.first() else { return Ok(None) };
        match step {
            Step::Judge { judgment: Judgment::Test, node, slot: Some(slot), .. } => {
                let Place::Known(node) = self.place(*node, slots) else { unreachable!("syntax is known") };
                if let Step::If { condition, then, otherwise } = next
                    && *condition == Arg::Slot(*slot)
                {
                    let exits = self.test(node)?;
                    self.branches(exits, then, otherwise, slots)?;
                    return Ok(Some(1));
                }
                self.fused_test(node, *slot, after)
            }
            Step::Apply { operation, arguments, slot: Some(slot), .. }
                if is_named(operation, "convert.truth") =>
            {
                let value = self.place(arguments[0], slots);
                let value = self.register(value);
                match next {
                    Step::If { condition, then, otherwise } if *condition == Arg::Slot(*slot) => {
                        let no = self.unless_true(value);
                        self.branches(Exits { yes: Vec::new(), no }, then, otherwise, slots)?;
                        Ok(Some(1))
                    }
                    Step::Return { value: Some(result) } if *result == Arg::Slot(*slot) && self.in_test() => {
                        let no = self.unless_true(value);
                        self.leave_test(Exits { yes: Vec::new(), no }, true);
                        Ok(Some(1))
                    }
                    _ => Ok(None),
                }
            }
            Step::Apply { operation, arguments, slot: Some(slot), .. }
                if is_named(operation, "operator.compare") =>
            {
                self.fused_comparison(arguments, *slot, after, slots)
            }
            Step::Apply { operation, arguments, slot: Some(slot), .. } => {
                let Step::If { condition, then, otherwise } = next else { return Ok(None) };
                if *condition != Arg::Slot(*slot) {
                    return Ok(None);
                }
                let is_nothing = is_named(operation, "is_nothing");
                if !is_nothing && !is_named(operation, "is_something") {
                    return Ok(None);
                }
                let Place::Register(value) = self.place(arguments[0], slots) else { return Ok(None) };
                let something = self.emit(Instruction::IfSomething { value, offset: 0 });
                let (then, otherwise) = if is_nothing { (then, otherwise) } else { (otherwise, then) };
                self.branches(Exits { yes: Vec::new(), no: vec![something] }, then, otherwise, slots)?;
                Ok(Some(1))
            }
            _ => Ok(None),
        }
    }

    /// A comparison whose result's truth decides where to go.
    fn fused_comparison(
        &mut self,
        arguments: &'static [Arg],
        slot: u8,
        after: &'static [Step],
        slots: &mut Slots,
    ) -> Expansion<Option<usize>> {
        let [Step::Apply { operation, arguments: tested, slot: Some(truth), .. }, decision, ..] = after
        else {
            return Ok(None);
        };
        if !is_named(operation, "convert.truth") || tested[0] != Arg::Slot(slot) {
            return Ok(None);
        }
        let Step::If { condition, then, otherwise } = decision else { return Ok(None) };
        if *condition != Arg::Slot(*truth) {
            return Ok(None);
        }
        let Place::Known(op) = self.place(arguments[0], slots) else { return Ok(None) };
        let op = op.as_kind();
        let (left, right) = (self.place(arguments[1], slots), self.place(arguments[2], slots));
        self.fold_tuple(op, right);
        let a = self.register(left);
        let small = match right {
            Place::Known(value) => value.as_int().and_then(|int| i16::try_from(int).ok()),
            _ => None,
        };
        // The general case loads the constant itself where the fast path has it built in.
        let with_int = small.and_then(|int| compare_int_unless(op, a, int));
        let (fast, b) = match with_int {
            Some(fast) => (Some(self.emit(fast)), self.register(right)),
            None => {
                let b = self.register(right);
                (compare_unless(op, a, b).map(|fast| self.emit(fast)), b)
            }
        };
        let result = self.temporary();
        self.emit(Instruction::Compare { op: op as u8, into: result, a, b });
        let mut no = self.unless_true(result);
        no.extend(fast);
        self.branches(Exits { yes: Vec::new(), no }, then, otherwise, slots)?;
        Ok(Some(2))
    }

    /// A test whose result, or the opposite, is that of the test at hand.
    fn fused_test(&mut self, node: Value, slot: u8, after: &'static [Step]) -> Expansion<Option<usize>> {
        if !self.in_test() {
            return Ok(None);
        }
        match after {
            [Step::Return { value: Some(result) }, ..] if *result == Arg::Slot(slot) => {
                let exits = self.test(node)?;
                self.leave_test(exits, true);
                Ok(Some(1))
            }
            [
                Step::Apply { operation, arguments, slot: Some(opposite), .. },
                Step::Return { value: Some(result) },
                ..,
            ] if is_named(operation, "negation")
                && arguments[0] == Arg::Slot(slot)
                && *result == Arg::Slot(*opposite) =>
            {
                let exits = self.test(node)?;
                self.leave_test(Exits { yes: exits.no, no: exits.yes }, false);
                Ok(Some(2))
            }
            _ => Ok(None),
        }
    }

    /// Tests an expression: control falls through, or goes to `yes`, if it is true, and goes to `no` otherwise.
    fn test(&mut self, node: Value) -> Expansion<Exits> {
        let free = self.next;
        let into = self.temporary();
        self.around.push(Around::Test(Exits::default()));
        let place = self.judge(Judgment::Test, node.as_node(), &[], into)?;
        let Some(Around::Test(mut exits)) = self.around.pop() else { unreachable!("tests are nested") };
        match place {
            Place::Known(value) if value.is_true() => {}
            Place::Known(value) if value == Value::FALSE => {
                exits.no.push(self.emit(Instruction::Jump { offset: 0 }))
            }
            Place::Known(_) => {}
            other => {
                let condition = self.in_register(other, into);
                exits.no.push(self.emit(Instruction::Unless { condition, offset: 0 }));
            }
        }
        self.next = free;
        Ok(exits)
    }

    /// Whether the rule that is being expanded makes a test whose result decides where to go.
    pub(super) fn in_test(&self) -> bool {
        let rule = self.around.iter().rposition(|around| matches!(around, Around::Rule { .. }));
        match rule {
            Some(0) | None => false,
            Some(index) => matches!(self.around[index - 1], Around::Test(_)),
        }
    }

    fn exits(&mut self) -> &mut Exits {
        let found = self.around.iter_mut().rev().find_map(|around| match around {
            Around::Test(exits) => Some(exits),
            _ => None,
        });
        match found {
            Some(exits) => exits,
            None => unreachable!("the caller is in a test"),
        }
    }

    /// The test at hand is decided: by these exits, and by falling through to here, which means `truth`.
    fn leave_test(&mut self, exits: Exits, truth: bool) {
        let through = self.emit(Instruction::Jump { offset: 0 });
        let own = self.exits();
        own.yes.extend(exits.yes);
        own.no.extend(exits.no);
        if truth { own.yes.push(through) } else { own.no.push(through) }
    }

    /// The conclusion of a test's rule with a value.
    pub(super) fn conclude_test(&mut self, place: Place) {
        match place {
            Place::Known(value) if value.is_true() => self.leave_test(Exits::default(), true),
            Place::Known(_) => self.leave_test(Exits::default(), false),
            other => {
                let condition = self.register(other);
                let no = vec![self.emit(Instruction::Unless { condition, offset: 0 })];
                self.leave_test(Exits { yes: Vec::new(), no }, true);
            }
        }
    }

    /// Jumps, still to land, that are taken unless the value is true.
    fn unless_true(&mut self, value: Reg) -> Vec<usize> {
        let free = self.next;
        let into = self.temporary();
        let plain = self.emit(Instruction::UnlessPlainly { value, offset: 0 });
        self.emit(Instruction::Truth { into, value });
        let general = self.emit(Instruction::Unless { condition: into, offset: 0 });
        self.target();
        self.next = free;
        vec![plain, general]
    }

    /// Two branches: the first for falling through and `yes`, the second for `no`.
    fn branches(
        &mut self,
        exits: Exits,
        then: &'static [Step],
        otherwise: &'static [Step],
        slots: &mut Slots,
    ) -> Expansion<()> {
        self.land(exits.yes);
        let bound = self.bound.clone();
        self.dynamic += 1;
        let ends = self.block(then, slots)?;
        let end = (!otherwise.is_empty() && !ends).then(|| self.emit(Instruction::Jump { offset: 0 }));
        self.bound.clone_from(&bound);
        self.land(exits.no);
        self.block(otherwise, slots)?;
        self.dynamic -= 1;
        self.bound = bound;
        if let Some(end) = end {
            self.land_one(end);
        }
        Ok(())
    }

    pub(super) fn if_step(
        &mut self,
        condition: Place,
        then: &'static [Step],
        otherwise: &'static [Step],
        slots: &mut Slots,
    ) -> Expansion<()> {
        match condition {
            Place::Known(value) => {
                self.block(if value.is_true() { then } else { otherwise }, slots).map(|_| ())
            }
            other => {
                let condition = self.register(other);
                let no = vec![self.emit(Instruction::Unless { condition, offset: 0 })];
                self.branches(Exits { yes: Vec::new(), no }, then, otherwise, slots)
            }
        }
    }
}

/// The fast path of a comparison that decides where to go.
fn compare_unless(op: Kind, a: Reg, b: Reg) -> Option<Instruction> {
    let offset = 0;
    Some(match op {
        Kind::Lt => Instruction::LessUnless { a, b, offset },
        Kind::LtE => Instruction::LessEqualUnless { a, b, offset },
        Kind::Gt => Instruction::LessUnless { a: b, b: a, offset },
        Kind::GtE => Instruction::LessEqualUnless { a: b, b: a, offset },
        Kind::Eq => Instruction::EqualUnless { a, b, offset },
        Kind::NotEq => Instruction::NotEqualUnless { a, b, offset },
        Kind::Is => Instruction::IsUnless { a, b, offset },
        Kind::IsNot => Instruction::IsNotUnless { a, b, offset },
        _ => return None,
    })
}

/// The same with a small constant on the right.
fn compare_int_unless(op: Kind, a: Reg, int: i16) -> Option<Instruction> {
    let offset = 0;
    Some(match op {
        Kind::Lt => Instruction::LessIntUnless { a, int, offset },
        Kind::LtE => Instruction::LessEqualIntUnless { a, int, offset },
        Kind::Gt => Instruction::GreaterIntUnless { a, int, offset },
        Kind::GtE => Instruction::GreaterEqualIntUnless { a, int, offset },
        Kind::Eq => Instruction::EqualIntUnless { a, int, offset },
        Kind::NotEq => Instruction::NotEqualIntUnless { a, int, offset },
        _ => return None,
    })
}

/// Whether an operation is the protocol, or the primitive, of this name.
pub(super) fn is_named(operation: &Operation, name: &str) -> bool {
    operation.name() == name
}
