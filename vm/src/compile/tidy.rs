//! Registers that need not be: a value goes where it is wanted, and moves that nobody needs are left out.
//!
//! The rules hand values on from slot to slot; each hand-over was emitted as a move. Here copies are read at their source, a
//! result that is only moved on is computed into its destination, and moves whose destination nobody reads are dropped.

use super::layout::Listing;
use crate::instruction::{Access, Instruction, Reg};

/// Code for which the tables would take more words than this stays as it is.
const MOST_WORDS: usize = 1 << 22;

/// One change makes room for another.
const ROUNDS: usize = 3;

/// Tidies code whose first registers are `variables`. Those are never dropped: others look at them.
pub(super) fn tidy(listing: &mut Listing, variables: usize, registers: usize) {
    if listing.instructions.len() * registers.div_ceil(64) > MOST_WORDS {
        return;
    }
    for _ in 0..ROUNDS {
        let joins = Joins::of(listing);
        read_at_source(listing, &joins, variables);
        let live = Liveness::of(listing, registers);
        let mut dropped = compute_in_place(listing, &joins, &live, variables);
        drop_unread(listing, &live, variables, &mut dropped);
        unpack_in_place(listing, &joins, &live, &mut dropped);
        if !dropped.contains(&true) {
            return;
        }
        compact(listing, &dropped);
    }
}

/// To which instructions control comes otherwise than from the one before: how often.
struct Joins(Vec<u32>);

impl Joins {
    fn of(listing: &Listing) -> Joins {
        let mut counts = vec![0; listing.instructions.len()];
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
        Joins(counts)
    }

    fn is_join(&self, index: usize) -> bool {
        self.0[index] > 0
    }
}

fn target(index: usize, instruction: &Instruction) -> Option<usize> {
    Some((index as i64 + 1 + instruction.offset()? as i64) as usize)
}

/// The registers that an instruction reads beside those that it names.
fn hidden_read(instruction: &Instruction) -> Option<Reg> {
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
fn read_at_source(listing: &mut Listing, joins: &Joins, variables: usize) {
    let mut copies: Vec<(Reg, Reg)> = Vec::new();
    for index in 0..listing.instructions.len() {
        if joins.is_join(index) {
            copies.clear();
        }
        let instruction = &mut listing.instructions[index];
        instruction.for_each_register(&mut |register, access| {
            if access == Access::Read
                && let Some(&(_, source)) = copies.iter().find(|(copy, _)| copy == register)
            {
                *register = source;
            }
        });
        if let Some(first) = clobbers_from(instruction) {
            copies.retain(|&(copy, source)| copy < first && source < first);
        }
        if let Instruction::Primitive { .. } | Instruction::Transfer { .. } = instruction {
            // A primitive may set or delete a variable by its number.
            copies.retain(|&(_, source)| source as usize >= variables);
        }
        if !copies.is_empty() {
            instruction.for_each_register(&mut |register, access| {
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

/// Which registers are read later on, before each instruction.
struct Liveness {
    words: usize,
    before: Vec<u64>,
}

impl Liveness {
    fn of(listing: &Listing, registers: usize) -> Liveness {
        let words = registers.div_ceil(64);
        let count = listing.instructions.len();
        let mut live = Liveness { words, before: vec![0; words * count] };
        let handlers = Handlers::of(listing);
        let mut now = vec![0; words];
        // By instruction: the round in which what is live before it changed last.
        let mut changed = vec![0u32; count];
        for round in 1.. {
            for index in (0..count).rev() {
                // What an instruction leads to changed in this round, or after it was looked at in the last one.
                let is_due = |next: usize| changed[next] + u32::from(next <= index) >= round;
                let may_change = round == 1
                    || Liveness::next(listing, index).any(is_due)
                    || handlers.of_instruction(index).iter().any(|&(handler, _)| is_due(handler));
                if !may_change {
                    continue;
                }
                live.after(listing, index, &mut now);
                live.pass(listing, index, handlers.of_instruction(index), &mut now);
                let before = &mut live.before[index * words..(index + 1) * words];
                if before != &now[..] {
                    before.copy_from_slice(&now);
                    changed[index] = round;
                }
            }
            if !changed.contains(&round) {
                break;
            }
        }
        live
    }

    /// The instructions that may come after one.
    fn next(listing: &Listing, index: usize) -> impl Iterator<Item = usize> {
        let instruction = &listing.instructions[index];
        let through = (!instruction.ends()).then_some(index + 1);
        let general = (instruction.skips() > 0).then(|| listing.general[index] as usize);
        let past = matches!(instruction, Instruction::Unpack { .. }).then_some(index + 2);
        [through, target(index, instruction), general, past].into_iter().flatten()
    }

    /// What is live after an instruction: before any that may come next.
    fn after(&self, listing: &Listing, index: usize, now: &mut [u64]) {
        now.fill(0);
        for next in Liveness::next(listing, index) {
            let before = &self.before[next * self.words..(next + 1) * self.words];
            now.iter_mut().zip(before).for_each(|(now, before)| *now |= before);
        }
    }

    /// From what is live after an instruction to what is live before it.
    fn pass(&self, listing: &Listing, index: usize, handlers: &[(usize, Reg)], now: &mut [u64]) {
        let mut instruction = listing.instructions[index];
        let set = |now: &mut [u64], register: Reg| now[register as usize / 64] |= 1 << (register % 64);
        let clear = |now: &mut [u64], register: Reg| now[register as usize / 64] &= !(1 << (register % 64));
        // The way past `Spread` writes what it writes, and what `Unpack` writes in its stead.
        let is_unpack = matches!(instruction, Instruction::Unpack { .. });
        instruction.for_each_register(&mut |register, access| match access {
            Access::Write => clear(now, *register),
            Access::WriteMany(count) if !is_unpack => {
                (*register..*register + count).for_each(|register| clear(now, register))
            }
            _ => {}
        });
        for &(handler, into) in handlers {
            let words = handler * self.words..(handler + 1) * self.words;
            for (word, (now, before)) in now.iter_mut().zip(&self.before[words]).enumerate() {
                let taken = if into as usize / 64 == word { 1 << (into % 64) } else { 0 };
                *now |= before & !taken;
            }
        }
        instruction.for_each_register(&mut |register, access| match access {
            Access::Read => set(now, *register),
            Access::ReadMany(count) => (*register..*register + count).for_each(|register| set(now, register)),
            _ => {}
        });
        if let Some(register) = hidden_read(&instruction) {
            set(now, register);
        }
    }

    fn is_live_before(&self, index: usize, register: Reg) -> bool {
        self.before[index * self.words + register as usize / 64] >> (register % 64) & 1 == 1
    }
}

/// For each instruction the handlers of its exceptions: where they begin, and the register that takes the exception.
struct Handlers {
    /// The first instructions of runs that have the same handlers, and where these are in `all`.
    runs: Vec<(usize, std::ops::Range<usize>)>,
    all: Vec<(usize, Reg)>,
}

impl Handlers {
    fn of(listing: &Listing) -> Handlers {
        let edges = listing.protected.iter().flat_map(|range| [range.start as usize, range.end as usize]);
        let mut edges: Vec<usize> = std::iter::once(0).chain(edges).collect();
        edges.sort_unstable();
        edges.dedup();
        let mut handlers = Handlers { runs: Vec::new(), all: Vec::new() };
        for start in edges {
            let first = handlers.all.len();
            let around =
                listing.protected.iter().filter(|range| (range.start..range.end).contains(&(start as u32)));
            handlers.all.extend(around.map(|range| (range.handler as usize, range.into)));
            handlers.runs.push((start, first..handlers.all.len()));
        }
        handlers
    }

    fn of_instruction(&self, index: usize) -> &[(usize, Reg)] {
        let run = self.runs.partition_point(|(start, _)| *start <= index) - 1;
        &self.all[self.runs[run].1.clone()]
    }
}

/// A result that is only moved on is computed where it is moved to. Gives which instructions are not needed any more.
fn compute_in_place(listing: &mut Listing, joins: &Joins, live: &Liveness, variables: usize) -> Vec<bool> {
    let mut dropped = vec![false; listing.instructions.len()];
    for index in 1..listing.instructions.len() {
        let Instruction::Move { into, from } = listing.instructions[index] else { continue };
        let is_needed = (from as usize) < variables || live.is_live_before(index + 1, from);
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
    dropped
}

/// Two or three values that are made a tuple just to be unpacked, as in `a, b = b, a`, are moved.
///
/// The last of a round: of these moves `live` does not know.
fn unpack_in_place(listing: &mut Listing, joins: &Joins, live: &Liveness, dropped: &mut [bool]) {
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
            || live.is_live_before(index + 3, tuple)
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
        // Where the next one was dropped, this one has taken over its destination, of which `live` does not know.
        let has_moved = dropped.get(index + 1) == Some(&true);
        if into as usize >= variables && !has_moved && !live.is_live_before(index + 1, into) {
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
