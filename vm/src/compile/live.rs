//! Which values are read later on.
//!
//! Most temporary registers are read in the run of instructions in which they were written. Only those that one run hands on to
//! another are followed along the ways of control, in a set of a word or two for each run; what happens inside of a run is seen
//! by going through it once, from its end.

use super::layout::Listing;
use super::tidy::{Joins, hidden_read, target};
use crate::instruction::{Access, Instruction, Reg};

/// What tidying asks of each instruction. The tables serve the next listing as well.
#[derive(Default)]
pub(super) struct Liveness {
    answers: Vec<u8>,
    runs: Runs,
    crossing: Crossing,
    before: Vec<u64>,
    marks: Vec<u32>,
    kept: Vec<u32>,
}

/// What the instruction writes is read after it.
const RESULT: u8 = 1;
/// What a move or `Unpack` reads is read again: in the case of `Unpack` where it has unpacked.
const OPERAND: u8 = 2;

impl Liveness {
    /// Looks at all registers but the variables. Not if the tables would take more than so many words: gives whether it did.
    pub fn find(&mut self, listing: &Listing, joins: &Joins, sizes: Sizes) -> bool {
        self.runs.find(listing, joins);
        self.crossing.find(listing, &self.runs, sizes);
        if self.crossing.words * self.runs.all.len() > sizes.most_words {
            return false;
        }
        self.crossing.find_before(&self.runs, &mut self.before);
        refill(&mut self.marks, sizes.registers, DEAD);
        refill(&mut self.kept, sizes.registers, DEAD);
        refill(&mut self.answers, listing.instructions.len(), 0);
        let Liveness { answers, runs, crossing, before, marks, kept } = self;
        let mut marking = Marking { listing, runs, crossing, before, marks, kept, answers };
        for number in 0..marking.runs.all.len() {
            marking.go_through(number);
        }
        true
    }

    /// Whether the value that a plain instruction computes is read by one that may come after it.
    pub fn is_result_read(&self, index: usize) -> bool {
        self.answers[index] & RESULT != 0
    }

    /// Whether the value that a move copies, or `Unpack` has unpacked, is read once more.
    pub fn is_operand_read(&self, index: usize) -> bool {
        self.answers[index] & OPERAND != 0
    }
}

/// Makes a table of so many of the same.
fn refill<T: Copy>(table: &mut Vec<T>, count: usize, value: T) {
    table.clear();
    table.resize(count, value);
}

/// How much there is to look at.
#[derive(Clone, Copy)]
pub(super) struct Sizes {
    /// The first registers, of which nothing is asked.
    pub variables: usize,
    pub registers: usize,
    pub most_words: usize,
}

/// Instructions that control comes to at the first one only and leaves at the last one only, exceptions aside.
struct Run {
    start: usize,
    end: usize,
    /// The handlers of its exceptions: where they are in [`Runs::handlers`].
    handlers: std::ops::Range<usize>,
    /// The runs that may come after it; in place of one that is not there, a number that no run has.
    next: [usize; MOST_NEXT],
}

/// An instruction goes on to the next one, to its general case, or to where it jumps.
const MOST_NEXT: usize = 3;

#[derive(Default)]
struct Runs {
    is_edge: Vec<bool>,
    all: Vec<Run>,
    /// By instruction: the run that begins there.
    starting: Vec<u32>,
    /// The first runs of handlers, and the registers that take the exception.
    handlers: Vec<(usize, Reg)>,
}

impl Runs {
    fn find(&mut self, listing: &Listing, joins: &Joins) {
        let count = listing.instructions.len();
        refill(&mut self.is_edge, count + 1, false);
        for range in &listing.protected {
            self.is_edge[range.start as usize] = true;
            self.is_edge[range.end as usize] = true;
        }
        self.all.clear();
        self.handlers.clear();
        refill(&mut self.starting, count, u32::MAX);
        let mut handlers = 0..0;
        let mut start = 0;
        for index in 0..count {
            if self.is_edge[index] {
                handlers = self.handlers_around(listing, index as u32);
            }
            let is_last = index + 1 == count
                || self.is_edge[index + 1]
                || joins.is_join(index + 1)
                || leaves(&listing.instructions[index]);
            if is_last {
                self.starting[start] = self.all.len() as u32;
                let next = [usize::MAX; MOST_NEXT];
                self.all.push(Run { start, end: index + 1, handlers: handlers.clone(), next });
                start = index + 1;
            }
        }
        let none = self.all.len();
        for run in &mut self.all {
            run.next = next(listing, run.end - 1)
                .map(|index| index.map_or(none, |index| self.starting[index] as usize));
        }
        for (handler, _) in &mut self.handlers {
            *handler = self.starting[*handler] as usize;
        }
    }

    fn handlers_around(&mut self, listing: &Listing, index: u32) -> std::ops::Range<usize> {
        let first = self.handlers.len();
        let around = listing.protected.iter().filter(|range| (range.start..range.end).contains(&index));
        self.handlers.extend(around.map(|range| (range.handler as usize, range.into)));
        first..self.handlers.len()
    }

    fn handlers(&self, run: &Run) -> &[(usize, Reg)] {
        &self.handlers[run.handlers.clone()]
    }

    /// The number of the run that begins with this instruction.
    fn at(&self, index: usize) -> usize {
        self.starting[index] as usize
    }
}

/// The instructions to which control may go from one.
fn next(listing: &Listing, index: usize) -> [Option<usize>; MOST_NEXT] {
    let instruction = &listing.instructions[index];
    let through = (!instruction.ends()).then_some(index + 1);
    let general = (instruction.skips() > 0).then(|| listing.general[index] as usize);
    let elsewhere = match instruction {
        Instruction::Unpack { .. } => Some(index + 2),
        _ => target(index, instruction),
    };
    [through, general, elsewhere]
}

/// Whether control may go elsewhere from an instruction than to the next one.
fn leaves(instruction: &Instruction) -> bool {
    instruction.ends()
        || instruction.offset().is_some()
        || instruction.skips() > 0
        || matches!(instruction, Instruction::Unpack { .. })
}

/// The registers that a run reads and another one may have written, numbered.
#[derive(Default)]
struct Crossing {
    registers: Vec<Reg>,
    /// By register.
    numbers: Vec<u16>,
    /// The words of a set of them.
    words: usize,
    /// By run, the set of those that it reads before it writes them, and the set of those that it writes.
    read: Vec<u64>,
    written: Vec<u64>,
    /// By register: the last run that wrote it, counted from 1.
    writers: Vec<u32>,
    /// By run: the numbers of registers that it reads first, and the registers that it writes.
    reads: Vec<(usize, u16)>,
    writes: Vec<(usize, Reg)>,
}

const NO_NUMBER: u16 = u16::MAX;

impl Crossing {
    fn find(&mut self, listing: &Listing, runs: &Runs, sizes: Sizes) {
        self.registers.clear();
        self.reads.clear();
        self.writes.clear();
        refill(&mut self.numbers, sizes.registers, NO_NUMBER);
        refill(&mut self.writers, sizes.registers, 0);
        for (number, run) in runs.all.iter().enumerate() {
            let this = number as u32 + 1;
            for instruction in &listing.instructions[run.start..run.end] {
                for_each_use(instruction, |register, is_read| {
                    let is_written = self.writers[register as usize] == this;
                    if (register as usize) < sizes.variables || is_written {
                    } else if is_read {
                        let register = self.number(register);
                        self.reads.push((number, register));
                    } else {
                        self.writers[register as usize] = this;
                        self.writes.push((number, register));
                    }
                });
            }
        }
        self.words = self.registers.len().div_ceil(64);
        refill(&mut self.read, self.words * runs.all.len(), 0);
        refill(&mut self.written, self.words * runs.all.len(), 0);
        for &(run, number) in &self.reads {
            self.read[run * self.words + number as usize / 64] |= 1 << (number % 64);
        }
        for &(run, register) in &self.writes {
            let number = self.numbers[register as usize];
            if number != NO_NUMBER {
                self.written[run * self.words + number as usize / 64] |= 1 << (number % 64);
            }
        }
    }

    fn number(&mut self, register: Reg) -> u16 {
        let number = &mut self.numbers[register as usize];
        if *number == NO_NUMBER {
            *number = self.registers.len() as u16;
            self.registers.push(register);
        }
        *number
    }

    /// What is live before each run.
    fn find_before(&self, runs: &Runs, before: &mut Vec<u64>) {
        before.clear();
        before.extend_from_slice(&self.read);
        // Where no run is, nothing is live.
        before.resize(self.read.len() + self.words, 0);
        let mut is_changing = self.words > 0;
        while is_changing {
            is_changing = false;
            for (number, run) in runs.all.iter().enumerate().rev() {
                for word in 0..self.words {
                    let at = number * self.words + word;
                    let live = self.read[at]
                        | self.after_run(run, before, word) & !self.written[at]
                        | self.in_handlers(runs, run, before, word);
                    is_changing |= live != before[at];
                    before[at] = live;
                }
            }
        }
    }

    /// A word of the set of what is live after a run.
    fn after_run(&self, run: &Run, before: &[u64], word: usize) -> u64 {
        run.next.iter().fold(0, |live, next| live | before[next * self.words + word])
    }

    /// A word of the set of what is live in the handlers of a run.
    fn in_handlers(&self, runs: &Runs, run: &Run, before: &[u64], word: usize) -> u64 {
        runs.handlers(run).iter().fold(0, |live, &(handler, into)| {
            let number = self.numbers[into as usize];
            let is_here = number != NO_NUMBER && number as usize / 64 == word;
            let taken = if is_here { 1 << (number % 64) } else { 0 };
            live | before[handler * self.words + word] & !taken
        })
    }
}

/// Shows each register of an instruction and whether it is read: first those that it reads, then those that it surely writes.
fn for_each_use(instruction: &Instruction, mut visit: impl FnMut(Reg, bool)) {
    if let Some(register) = hidden_read(instruction) {
        visit(register, true);
    }
    // The way past `Spread` writes what it writes, and what `Unpack` writes in its stead.
    let is_unpack = matches!(instruction, Instruction::Unpack { .. });
    let mut copy = *instruction;
    copy.for_each_register(&mut |register: &mut Reg, access| match access {
        Access::Read => visit(*register, true),
        Access::ReadMany(count) => (*register..*register + count).for_each(|register| visit(register, true)),
        Access::Write => visit(*register, false),
        Access::WriteMany(count) if !is_unpack => {
            (*register..*register + count).for_each(|register| visit(register, false));
        }
        Access::WriteMany(_) => {}
    });
}

/// Going through the runs from their ends.
struct Marking<'a> {
    listing: &'a Listing,
    runs: &'a Runs,
    crossing: &'a Crossing,
    before: &'a [u64],
    /// By register: the last run in which it was live, counted from 1, where the walk has come to.
    marks: &'a mut [u32],
    /// By register: the last run in whose handlers it is live.
    kept: &'a mut [u32],
    answers: &'a mut [u8],
}

/// No run has this number.
const DEAD: u32 = 0;

impl Marking<'_> {
    fn go_through(&mut self, number: usize) {
        let run = &self.runs.all[number];
        let this = number as u32 + 1;
        for word in 0..self.crossing.words {
            let live = self.crossing.after_run(run, self.before, word);
            mark_all(self.marks, self.crossing, live, word, this);
            let kept = self.crossing.in_handlers(self.runs, run, self.before, word);
            mark_all(self.kept, self.crossing, kept, word, this);
        }
        for index in (run.start..run.end).rev() {
            self.answer(index, this);
            self.pass(index, this);
            if index + 1 == run.end && !run.handlers.is_empty() {
                for word in 0..self.crossing.words {
                    let kept = self.crossing.in_handlers(self.runs, run, self.before, word);
                    mark_all(self.marks, self.crossing, kept, word, this);
                }
            }
        }
    }

    /// What is asked of an instruction after which the marked registers are live.
    fn answer(&mut self, index: usize, this: u32) {
        use Instruction::{Load, Move, NewList, Not, Same, Unpack};
        let is_live = |register: Reg| self.marks[register as usize] == this;
        let bit = |answer: bool, bit: u8| if answer { bit } else { 0 };
        self.answers[index] = match self.listing.instructions[index] {
            Move { into, from } => bit(is_live(into), RESULT) | bit(is_live(from), OPERAND),
            Load { into, .. } | Same { into, .. } | Not { into, .. } | NewList { count: 0, into, .. } => {
                bit(is_live(into), RESULT)
            }
            Unpack { value, .. } => bit(self.is_live_before(index + 2, value), OPERAND),
            _ => 0,
        };
    }

    /// Whether a register is live before the run that begins with an instruction.
    fn is_live_before(&self, start: usize, register: Reg) -> bool {
        let number = self.crossing.numbers[register as usize];
        let at = self.runs.at(start) * self.crossing.words + number as usize / 64;
        number != NO_NUMBER && self.before[at] >> (number % 64) & 1 == 1
    }

    /// From what is live after an instruction to what is live before it.
    fn pass(&mut self, index: usize, this: u32) {
        let instruction = &self.listing.instructions[index];
        let (marks, kept) = (&mut *self.marks, &*self.kept);
        // A register that is read and written at once is live before: so those that are written come first.
        for_each_use(instruction, |register, is_read| {
            if !is_read && kept[register as usize] != this {
                marks[register as usize] = DEAD;
            }
        });
        for_each_use(instruction, |register, is_read| {
            if is_read {
                marks[register as usize] = this;
            }
        });
    }
}

/// Marks the registers of a word of a set.
fn mark_all(marks: &mut [u32], crossing: &Crossing, mut live: u64, word: usize, mark: u32) {
    while live != 0 {
        let number = word * 64 + live.trailing_zeros() as usize;
        marks[crossing.registers[number] as usize] = mark;
        live &= live - 1;
    }
}
