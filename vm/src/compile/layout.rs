//! The order of the instructions.
//!
//! The compiler emits code in the order of the rules: with the general case behind each fast path, and jumps from the end of
//! one rule to where the next goes on. Here control is followed instead: what comes next when nothing special happens comes
//! next in the code, general cases move to the end, and jumps to jumps are gone. What is never reached is left out.

use crate::instruction::{Instruction, Protected};
use semantics::state::RuleId;
use spec::ast::NodeId;

/// Instructions with what is known of each.
#[derive(Debug, Default)]
pub(super) struct Listing {
    pub instructions: Vec<Instruction>,
    pub positions: Vec<NodeId>,
    pub rules: Vec<RuleId>,
    pub protected: Vec<Protected>,
    /// For a fast path the index at which its general case begins; otherwise 0.
    pub general: Vec<u32>,
}

impl Listing {
    fn with_capacity(count: usize) -> Listing {
        Listing {
            instructions: Vec::with_capacity(count),
            positions: Vec::with_capacity(count),
            rules: Vec::with_capacity(count),
            protected: Vec::new(),
            general: Vec::with_capacity(count),
        }
    }

    pub fn clear(&mut self) {
        self.instructions.clear();
        self.positions.clear();
        self.rules.clear();
        self.protected.clear();
        self.general.clear();
    }

    pub fn push(&mut self, instruction: Instruction, position: NodeId, rule: RuleId) {
        self.instructions.push(instruction);
        self.positions.push(position);
        self.rules.push(rule);
        self.general.push(0);
    }
}

/// A short end of a function is repeated rather than jumped to.
const SHORT: usize = 4;

/// Tables that serve the next unit as well.
#[derive(Default)]
pub(super) struct Tables {
    /// Of each new instruction: the old one, or where an added jump leads.
    origins: Vec<Origin>,
    /// Where the old instructions are now.
    places: Vec<Option<u32>>,
    /// Old instructions to which control may come; the last one is followed next.
    pending: Vec<usize>,
    /// General cases to be placed: the new index of the fast path, the first old instruction, and where control joins again.
    general: Vec<(usize, usize, usize)>,
    /// By old instruction: where control is after jumps that do nothing else.
    landings: Vec<u32>,
    path: Vec<usize>,
    /// The old instructions in their order, each with the new one that it became.
    copies: Vec<(u32, u32)>,
}

impl Tables {
    /// Orders the instructions by how control goes.
    pub fn lay_out(&mut self, old: &Listing) -> Listing {
        let count = old.instructions.len();
        self.origins.clear();
        self.places.clear();
        self.places.resize(count, None);
        self.find_landings(&old.instructions);
        let mut layout = Layout { old, new: Listing::with_capacity(count + count / 8), tables: self };
        layout.tables.pending.push(0);
        layout.follow_all();
        layout.finish()
    }

    /// Where control is after jumps that do nothing else, by instruction. A loop of nothing but jumps can't be: a loop counts
    /// its rounds.
    fn find_landings(&mut self, instructions: &[Instruction]) {
        const UNKNOWN: u32 = u32::MAX;
        let (landings, path) = (&mut self.landings, &mut self.path);
        landings.clear();
        landings.resize(instructions.len(), UNKNOWN);
        for start in 0..instructions.len() {
            let mut at = start;
            while landings[at] == UNKNOWN {
                match instructions[at] {
                    Instruction::Jump { offset } => {
                        path.push(at);
                        at = (at as i64 + 1 + offset as i64) as usize;
                    }
                    _ => landings[at] = at as u32,
                }
            }
            let end = landings[at];
            path.drain(..).for_each(|passed| landings[passed] = end);
        }
    }
}

struct Layout<'a> {
    old: &'a Listing,
    new: Listing,
    tables: &'a mut Tables,
}

#[derive(Clone, Copy)]
enum Origin {
    Old(usize),
    /// A jump to this old instruction.
    Jump(usize),
}

impl Layout<'_> {
    fn follow_all(&mut self) {
        let mut waiting: Vec<&Protected> = self.old.protected.iter().collect();
        loop {
            if let Some(start) = self.tables.pending.pop() {
                self.follow(start, None);
            } else if let Some((fast, start, join)) = self.tables.general.pop() {
                self.new.general[fast] = self.new.instructions.len() as u32;
                self.follow(start, Some(join));
            } else if let Some(reached) = self.take_reached(&mut waiting) {
                // The first one is followed first. It may reach what another protects: those are looked at again.
                self.tables.pending.extend(reached.into_iter().rev());
            } else {
                return;
            }
        }
    }

    /// Takes the handlers out of those that wait to which control may come; `None` if there are no more.
    fn take_reached(&self, waiting: &mut Vec<&Protected>) -> Option<Vec<usize>> {
        let is_placed = |index: u32| self.tables.places[index as usize].is_some();
        let mut reached = Vec::new();
        waiting.retain(|range| {
            let is_reached = (range.start..range.end).any(is_placed);
            if is_reached {
                reached.push(range.handler as usize);
            }
            !is_reached
        });
        (!reached.is_empty()).then_some(reached)
    }

    /// Places instructions from one on as control goes, until it comes to what is placed already, or to the join.
    fn follow(&mut self, start: usize, join: Option<usize>) {
        let mut at = self.landing(start);
        if join.is_none() && self.tables.places[at].is_some() {
            return;
        }
        loop {
            if join == Some(at) || self.tables.places[at].is_some() {
                return self.jump_to(at);
            }
            let instruction = self.old.instructions[at];
            self.tables.places[at] = Some(self.new.instructions.len() as u32);
            self.place(at);
            if let Some(target) = self.target(at) {
                if matches!(instruction, Instruction::Loop { .. }) {
                    return;
                }
                self.tables.pending.push(target);
            }
            if instruction.ends() {
                return;
            }
            let skips = instruction.skips();
            if skips > 0 {
                self.tables.general.push((
                    self.new.instructions.len() - 1,
                    at + 1,
                    self.landing(at + 1 + skips),
                ));
            }
            at = self.landing(at + 1 + skips);
        }
    }

    fn place(&mut self, at: usize) {
        self.new.push(self.old.instructions[at], self.old.positions[at], self.old.rules[at]);
        self.tables.origins.push(Origin::Old(at));
    }

    /// Goes on at an instruction that is placed, or will be.
    fn jump_to(&mut self, at: usize) {
        if let Some(end) = self.short_end(at) {
            return end.into_iter().for_each(|index| self.place(index));
        }
        if self.tables.places[at].is_none() {
            self.tables.pending.push(at);
        }
        self.new.push(Instruction::Jump { offset: 0 }, self.old.positions[at], self.old.rules[at]);
        self.tables.origins.push(Origin::Jump(at));
    }

    /// The instructions from here to a `return`, if there are just a few moves before it.
    fn short_end(&self, mut at: usize) -> Option<Vec<usize>> {
        use Instruction::{Load, Move, Return};
        let mut end = Vec::new();
        while end.len() < SHORT {
            at = self.landing(at);
            end.push(at);
            match self.old.instructions[at] {
                Return { .. } => return Some(end),
                Load { .. } | Move { .. } => at += 1,
                _ => return None,
            }
        }
        None
    }

    /// Where control is after jumps that do nothing else.
    fn landing(&self, at: usize) -> usize {
        self.tables.landings[at] as usize
    }

    /// The old instruction to which one may jump.
    fn target(&self, at: usize) -> Option<usize> {
        let offset = self.old.instructions[at].offset()?;
        Some(self.landing((at as i64 + 1 + offset as i64) as usize))
    }

    /// Where an old instruction is now. All that control can come to has been placed.
    fn place_of(&self, old: usize) -> i64 {
        match self.tables.places[old] {
            Some(place) => place as i64,
            None => unreachable!("a jump leads to what was not reached"),
        }
    }

    fn finish(mut self) -> Listing {
        for index in 0..self.tables.origins.len() {
            let target = match self.tables.origins[index] {
                Origin::Jump(target) => Some(target),
                Origin::Old(at) => self.target(at),
            };
            let Some(target) = target else { continue };
            let distance = self.place_of(target) - index as i64 - 1;
            if !self.new.instructions[index].set_offset(distance as i32) {
                // Too far for the fast path: only the general case.
                let offset = self.new.general[index] as i64 - index as i64 - 1;
                self.new.instructions[index] = Instruction::Jump { offset: offset as i32 };
            }
        }
        if !self.old.protected.is_empty() {
            self.protect_all();
        }
        self.new
    }

    fn protect_all(&mut self) {
        let mut copies = std::mem::take(&mut self.tables.copies);
        copies.clear();
        for (new, origin) in self.tables.origins.iter().enumerate() {
            if let Origin::Old(old) = *origin {
                copies.push((old as u32, new as u32));
            }
        }
        copies.sort_unstable();
        for range in &self.old.protected {
            self.protect(range, &copies);
        }
        self.tables.copies = copies;
    }

    /// The parts of the new code that came from a protected range, in the order of the ranges: inner ones first.
    fn protect(&mut self, range: &Protected, copies: &[(u32, u32)]) {
        let Some(handler) = self.tables.places[range.handler as usize] else { return };
        let from = copies.partition_point(|&(old, _)| old < range.start);
        let inside = copies[from..].iter().take_while(|&&(old, _)| old < range.end);
        let mut inside: Vec<u32> = inside.map(|&(_, new)| new).collect();
        inside.sort_unstable();
        for run in inside.chunk_by(|a, b| a + 1 == *b) {
            let (start, end) = (run[0], run[run.len() - 1] + 1);
            self.new.protected.push(Protected { start, end, handler, into: range.into });
        }
    }
}
