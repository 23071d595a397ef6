//! Going back: a machine that has been started once and runs many programs, each from the same state.
//!
//! Starting a machine takes milliseconds, and copying its state nearly one. Going back takes microseconds: the heap
//! notes how each object was that changes for the first time ([`Heap::freeze`]), and new objects are dropped.

use super::heap::Frozen;
use super::machine::{Limits, Machine, Output};
use super::program::Program;
use super::{Handle, ShapeId};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::rc::Rc;

/// A machine, and the state to which it goes back.
pub struct Rewindable {
    pub machine: Machine,
    heap: Frozen,
    programs: usize,
    codes: usize,
    pinned: usize,
    program: Rc<Program>,
    dict_shapes: FxHashMap<(Handle, u16), ShapeId>,
    arguments: Vec<String>,
    limits: Limits,
    compiled: Range<u32>,
}

impl Rewindable {
    /// The state of a machine with nothing in progress is the one to go back to.
    pub fn new(mut machine: Machine) -> Rewindable {
        assert!(machine.thread.activations.is_empty(), "something is in progress");
        machine.result = None;
        machine.collect();
        Rewindable {
            heap: machine.heap.freeze(),
            programs: machine.programs.len(),
            codes: machine.codes.len(),
            pinned: machine.pinned.len(),
            program: machine.program.clone(),
            dict_shapes: machine.dict_shapes.clone(),
            arguments: machine.arguments.clone(),
            limits: machine.limits,
            compiled: machine.compiled.clone(),
            machine,
        }
    }

    /// Goes back, whatever is in progress. The output is kept from now on, and nothing is counted yet.
    pub fn rewind(&mut self) {
        // All fields by name: whoever adds one decides here what becomes of it.
        let Machine {
            heap,
            thread,
            programs,
            codes,
            program,
            rules: _,
            rule_constants: _,
            coverage,
            modules: _,
            builtins: _,
            prelude: _,
            exception_names: _,
            lookups,
            lookups_epoch,
            dict_shapes,
            output,
            arguments,
            limits,
            steps,
            result,
            stopped,
            reached_a_limit,
            has_context,
            compiled,
            stepped,
            pending,
            pinned,
            in_repr,
            spare_frames: _,
        } = &mut self.machine;
        heap.thaw(&self.heap);
        thread.frames.clear();
        thread.activations.clear();
        thread.top = 0;
        thread.waiting = 0;
        programs.truncate(self.programs);
        codes.truncate(self.codes);
        program.clone_from(&self.program);
        coverage.fill(0);
        lookups.clear();
        *lookups_epoch = heap.epoch;
        dict_shapes.clone_from(&self.dict_shapes);
        *output = Output::kept();
        arguments.clone_from(&self.arguments);
        *limits = self.limits;
        *steps = 0;
        *result = None;
        *stopped = None;
        *reached_a_limit = false;
        *has_context = false;
        compiled.clone_from(&self.compiled);
        stepped.clear();
        *pending = None;
        pinned.truncate(self.pinned);
        in_repr.clear();
    }
}
