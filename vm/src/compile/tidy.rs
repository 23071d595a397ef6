//! Registers that need not be: a value goes where it is wanted, and moves that nobody needs are left out.
//!
//! The rules hand values on from slot to slot; each hand-over was emitted as a move. Here copies are read at their source, a
//! result that is only moved on is computed into its destination, and moves whose destination nobody reads are dropped.

use super::layout::Listing;
use super::live::{Liveness, Sizes};
use crate::instruction::{Access, Instruction, Reg};

/// Code for which the tables would take more words than this stays as it is.
const MOST_WORDS: usize = 1 << 22;

/// One change makes room for another.
const ROUNDS: usize = 3;

/// Tables that serve the next unit as well.
#[derive(Default)]
pub(super) struct Tables {
    joins: Joins,
    live: Liveness,
    copies: Vec<(Reg, Reg)>,
    dropped: Vec<bool>,
}

impl Tables {
    /// Tidies code whose first registers are `variables`. Those are never dropped: others look at them.
    pub fn tidy(&mut self, listing: &mut Listing, variables: usize, registers: usize) {
        let sizes = Sizes { variables, registers, most_words: MOST_WORDS };
        let Tables { joins, live, copies, dropped } = self;
        for _ in 0..ROUNDS {
            joins.find(listing);
            read_at_source(listing, joins, variables, copies);
            if !live.find(listing, joins, sizes) {
                return;
            }
            dropped.clear();
            dropped.resize(listing.instructions.len(), false);
            compute_in_place(listing, joins, live, variables, dropped);
            drop_unread(listing, live, variables, dropped);
            unpack_in_place(listing, joins, live, variables, dropped);
            if !dropped.contains(&true) {
                return;
            }
            compact(listing, dropped);
        }
    }
}

/// To which instructions control comes otherwise than from the one before: how often.
#[derive(Default)]
pub(super) struct Joins(Vec<u32>);

impl Joins {
    fn find(&mut self, listing: &Listing) {
        let counts = &mut self.0;
        counts.clear();
        counts.resize(listing.instructions.len(), 0);
        for (index, instruction) in listing.instructions.iter().enumerate() {
            if let Some(target) = target(index, instruction) {
                counts[target] += 1;
            }
            if instruction.skips() > 0 {
                counts[listing.general[index] as usize] += 1;
            }
            if let Instruction::Unpack { .. } = instruction {
                counts[index + 2] += 1;
            }
        }
        for range in &listing.protected {
            counts[range.handler as usize] += 1;
        }
    }

    pub fn is_join(&self, index: usize) -> bool {
        self.0[index] > 0
    }
}

pub(super) fn target(index: usize, instruction: &Instruction) -> Option<usize> {
    Some((index as i64 + 1 + instruction.offset()? as i64) as usize)
}

/// The registers that an instruction reads beside those that it names.
pub(super) fn hidden_read(instruction: &Instruction) -> Option<Reg> {
    match instruction {
        Instruction::Spread { first, .. } => Some(first - 1),
        _ => None,
    }
}

/// From which register on an instruction leaves nothing as it was: the frame that it calls lies there.
fn clobbers_from(instruction: &Instruction) -> Option<Reg> {
    match instruction {
        Instruction::Call { first, .. } => Some(first.saturating_sub(1)),
        Instruction::CallMethod { callee, .. } => Some(*callee),
        _ => None,
    }
}

/// Where a register holds a copy of another one, the other one is read.
fn read_at_source(listing: &mut Listing, joins: &Joins, variables: usize, copies: &mut Vec<(Reg, Reg)>) {
    copies.clear();
    for index in 0..listing.instructions.len() {
        if joins.is_join(index) {
            copies.clear();
        }
        let instruction = &mut listing.instructions[index];
        if !copies.is_empty() {
            instruction.for_each_register(&mut |register: &mut Reg, access| {
                if access == Access::Read
                    && let Some(&(_, source)) = copies.iter().find(|(copy, _)| copy == register)
                {
                    *register = source;
                }
            });
        }
        if let Some(first) = clobbers_from(instruction) {
            copies.retain(|&(copy, source)| copy < first && source < first);
        }
        if let Instruction::Primitive { .. } | Instruction::Transfer { .. } = instruction {
            // A primitive may set or delete a variable by its number.
            copies.retain(|&(_, source)| source as usize >= variables);
        }
        if !copies.is_empty() {
            instruction.for_each_register(&mut |register: &mut Reg, access| {
                let written = match access {
                    Access::Write => *register..*register + 1,
                    Access::WriteMany(count) => *register..*register + count,
                    _ => return,
                };
                copies.retain(|(copy, source)| !written.contains(copy) && !written.contains(source));
            });
        }
        match *instruction {
            // A cell's own register never changes; what it holds is not a value.
            Instruction::Move { into, from } if into != from && into as usize >= variables => {
                copies.push((into, from));
            }
            _ if instruction.ends() => copies.clear(),
            _ => {}
        }
    }
}

/// A result that is only moved on is computed where it is moved to. Notes which instructions are not needed any more.
fn compute_in_place(
    listing: &mut Listing,
    joins: &Joins,
    live: &Liveness,
    variables: usize,
    dropped: &mut [bool],
) {
    for index in 1..listing.instructions.len() {
        let Instruction::Move { into, from } = listing.instructions[index] else { continue };
        let is_needed = (from as usize) < variables || live.is_operand_read(index);
        if is_needed || into == from || dropped[index - 1] {
            continue;
        }
        let before = listing.instructions[index - 1];
        // The general case of a fast path ends with a jump back to here: its result goes to the same place.
        let general = match general_result(listing, index - 1, from, joins) {
            Some(general) => Some(general),
            None if before.skips() > 0 || joins.is_join(index) => continue,
            None => None,
        };
        if general.is_some() && joins.0[index] != 1 {
            continue;
        }
        match listing.instructions[index - 1].result_mut() {
            Some(result) if *result == from => *result = into,
            _ => continue,
        }
        if let Some(result) = general.and_then(|at| listing.instructions[at].result_mut()) {
            *result = into;
        }
        dropped[index] = true;
    }
}

/// Two or three values that are made a tuple just to be unpacked, as in `a, b = b, a`, are moved.
///
/// The last of a round: of these moves `live` does not know.
fn unpack_in_place(
    listing: &mut Listing,
    joins: &Joins,
    live: &Liveness,
    variables: usize,
    dropped: &mut [bool],
) {
    for index in 0..listing.instructions.len().saturating_sub(3) {
        let (
            Instruction::NewTuple { first: from, count, into: tuple },
            Instruction::Unpack { value, first: into, count: wanted },
        ) = (listing.instructions[index], listing.instructions[index + 1])
        else {
            continue;
        };
        let is_apart = into + count <= from || from + count <= into;
        if value != tuple
            || count != wanted as u16
            || !(2..=3).contains(&count)
            || !is_apart
            || joins.is_join(index + 1)
            || joins.is_join(index + 2)
            || (tuple as usize) < variables
            || live.is_operand_read(index + 1)
            || dropped[index..index + 3].contains(&true)
        {
            continue;
        }
        for nth in 0..count {
            let place = index + 3 - count as usize + nth as usize;
            listing.instructions[place] = Instruction::Move { into: into + nth, from: from + nth };
            listing.positions[place] = listing.positions[index];
            listing.rules[place] = listing.rules[index + 1];
        }
        dropped[index] = count == 2;
    }
}

/// The last instruction of the general case of a fast path, if it puts its result into this register and control then
/// comes back to after the fast path.
fn general_result(listing: &Listing, fast: usize, register: Reg, joins: &Joins) -> Option<usize> {
    let start = listing.general[fast] as usize;
    let length = listing.instructions[fast].skips();
    if length == 0 || listing.instructions[fast].clone().result_mut().is_none() {
        return None;
    }
    let last = start + length - 1;
    let is_result = *listing.instructions.get(last)?.clone().result_mut()? == register;
    let back = listing.instructions.get(last + 1)?;
    let comes_back = matches!(back, Instruction::Jump { .. }) && target(last + 1, back) == Some(fast + 1);
    (is_result && comes_back && !joins.is_join(last)).then_some(last)
}

/// Drops moves into registers that nobody reads.
fn drop_unread(listing: &Listing, live: &Liveness, variables: usize, dropped: &mut [bool]) {
    use Instruction::{Load, Move, NewList, Not, Same};
    for (index, instruction) in listing.instructions.iter().enumerate() {
        let (Load { into, .. }
        | Move { into, .. }
        | Same { into, .. }
        | Not { into, .. }
        | NewList { count: 0, into, .. }) = *instruction
        else {
            continue;
        };
        if into as usize >= variables && !live.is_result_read(index) {
            dropped[index] = true;
        }
    }
}

/// Leaves instructions out.
fn compact(listing: &mut Listing, dropped: &[bool]) {
    let mut places = Vec::with_capacity(dropped.len() + 1);
    let mut place = 0u32;
    for &is_dropped in dropped {
        places.push(place);
        place += !is_dropped as u32;
    }
    places.push(place);
    for index in 0..dropped.len() {
        if let Some(target) = target(index, &listing.instructions[index]) {
            let distance = places[target] as i32 - places[index] as i32 - 1;
            let is_near = listing.instructions[index].set_offset(distance);
            debug_assert!(is_near, "distances only become smaller");
        }
        listing.general[index] = places[listing.general[index] as usize];
    }
    for range in &mut listing.protected {
        range.start = places[range.start as usize];
        range.end = places[range.end as usize];
        range.handler = places[range.handler as usize];
    }
    listing.protected.retain(|range| range.start < range.end);
    let mut keep = dropped.iter().map(|is_dropped| !is_dropped);
    listing.instructions.retain(|_| keep.next() == Some(true));
    let mut keep = dropped.iter().map(|is_dropped| !is_dropped);
    listing.positions.retain(|_| keep.next() == Some(true));
    let mut keep = dropped.iter().map(|is_dropped| !is_dropped);
    listing.rules.retain(|_| keep.next() == Some(true));
    let mut keep = dropped.iter().map(|is_dropped| !is_dropped);
    listing.general.retain(|_| keep.next() == Some(true));
}
