//! Moving through a run, forward and back.
//!
//! Going back is going forward again: from a *keyframe*, a copy of the machine made now and then, as many steps as it
//! takes. Steps inside of the prelude are passed over.

use differential::machine::{Job, start};
use semantics::state::{Limits, Machine, Output};

/// So many steps lie between keyframes, at first; with too many of them, every other one is dropped.
const FIRST_DISTANCE: u64 = 2_000;
const MOST_KEYFRAMES: usize = 64;
/// A search for a line or a rule gives up after so many steps.
const LONGEST_SEARCH: u64 = 20_000_000;

pub struct Session {
    machine: Machine,
    keyframes: Vec<Machine>,
    distance: u64,
    /// Where the user has been, by number of the step.
    history: Vec<u64>,
    /// What there is to say about the last move.
    pub message: String,
    /// The line in which the last move began.
    previous_line: Option<usize>,
}

impl Session {
    /// Loads a program; if it is none, gives the text of the error.
    pub fn start(job: &Job) -> Result<Session, String> {
        let limits = Limits { memory: job.limits.memory.min(1 << 30), ..job.limits };
        let mut machine = Machine::new(limits, Output::kept());
        if !start(&mut machine, job) {
            return Err(match machine.output {
                Output::Kept { stderr, .. } => String::from_utf8_lossy(&stderr).into_owned(),
                Output::Process { .. } => String::new(),
            });
        }
        let mut session = Session {
            keyframes: vec![machine.clone()],
            machine,
            distance: FIRST_DISTANCE,
            history: Vec::new(),
            message: String::new(),
            previous_line: None,
        };
        // The steps that only prepare the module show nothing.
        session.advance_until(|machine| machine.focus_line().is_some());
        Ok(session)
    }

    pub fn machine(&self) -> &Machine {
        &self.machine
    }

    pub fn is_at_end(&self) -> bool {
        self.machine.result.is_some() || self.machine.stopped.is_some()
    }

    /// One transition, wherever it is.
    fn step(&mut self) {
        self.machine.step();
        let last = self.keyframes.last().map_or(0, |keyframe| keyframe.steps);
        if self.machine.steps >= last + self.distance {
            self.keyframes.push(self.machine.clone());
            if self.keyframes.len() > MOST_KEYFRAMES {
                let mut index = 0;
                self.keyframes.retain(|_| {
                    index += 1;
                    index % 2 == 1
                });
                self.distance *= 2;
            }
        }
    }

    /// Goes on until something holds in a state of the program itself; whether it came to hold.
    fn advance_until(&mut self, mut is_wanted: impl FnMut(&Machine) -> bool) -> bool {
        let end = self.machine.steps + LONGEST_SEARCH;
        while !self.is_at_end() && self.machine.steps < end {
            self.step();
            if self.machine.is_in_program() && is_wanted(&self.machine) {
                return true;
            }
        }
        false
    }

    /// A move forward that the user asked for.
    fn go(&mut self, is_wanted: impl FnMut(&Machine) -> bool) -> bool {
        self.history.push(self.machine.steps);
        self.message.clear();
        self.previous_line = self.machine.focus_line();
        self.advance_until(is_wanted)
    }

    /// Goes to a step, which has been passed before.
    fn return_to(&mut self, step: u64) {
        let index = self.keyframes.iter().rposition(|keyframe| keyframe.steps <= step).unwrap_or(0);
        self.machine = self.keyframes[index].clone();
        while self.machine.steps < step && !self.is_at_end() {
            self.machine.step();
        }
    }

    pub fn forward(&mut self) {
        self.go(|_| true);
    }

    /// To the transition before.
    pub fn back(&mut self) {
        let now = self.machine.steps;
        self.message.clear();
        let from = self.keyframes.iter().rev().map(|keyframe| keyframe.steps).filter(|&step| step < now);
        for start in from.collect::<Vec<_>>() {
            self.return_to(start);
            let mut found = (self.machine.is_in_program() || start == 0).then_some(start);
            while self.machine.steps + 1 < now {
                self.machine.step();
                if self.machine.is_in_program() {
                    found = Some(self.machine.steps);
                }
            }
            if let Some(step) = found {
                return self.return_to(step);
            }
        }
        self.return_to(0);
    }

    /// Until another rule begins.
    pub fn step_into(&mut self) {
        self.go(|machine| machine.beginning_rule().is_some());
    }

    /// Until the rule at hand makes its next step.
    pub fn over(&mut self) {
        let depth = self.machine.thread.activations.len();
        self.go(|machine| machine.thread.activations.len() <= depth);
    }

    /// Until the rule at hand is done.
    pub fn out(&mut self) {
        let depth = self.machine.thread.activations.len();
        self.go(|machine| machine.thread.activations.len() < depth);
    }

    /// Until another line of the program is carried out.
    pub fn next_line(&mut self) {
        let line = self.machine.focus_line();
        self.go(|machine| machine.focus_line().is_some_and(|now| Some(now) != line));
    }

    pub fn go_to_line(&mut self, line: usize) {
        if !self.go(|machine| machine.focus_line() == Some(line)) {
            self.message = format!("line {line} was not reached");
        }
    }

    /// Until a rule begins whose id starts so.
    pub fn go_to_rule(&mut self, id: &str) {
        let begins = |machine: &Machine| {
            let rule = machine.beginning_rule();
            rule.is_some_and(|rule| machine.rules.get(rule).definition.id.starts_with(id))
        };
        if !self.go(begins) {
            self.message = format!("no rule `{id}` was begun");
        }
    }

    pub fn go_to_end(&mut self) {
        self.go(|_| false);
    }

    pub fn go_to_beginning(&mut self) {
        self.history.push(self.machine.steps);
        self.return_to(0);
        self.advance_until(|machine| machine.focus_line().is_some());
    }

    /// Back to where the user was before the last move.
    pub fn undo(&mut self) {
        if let Some(step) = self.history.pop() {
            self.return_to(step);
        }
    }

    /// What the program has written.
    pub fn output(&self) -> (String, String) {
        match &self.machine.output {
            Output::Kept { stdout, stderr } => {
                (String::from_utf8_lossy(stdout).into_owned(), String::from_utf8_lossy(stderr).into_owned())
            }
            Output::Process { .. } => Default::default(),
        }
    }

    /// How the run ended, once it has.
    pub fn ending(&self) -> Option<String> {
        if let Some(stop) = &self.machine.stopped {
            return Some(format!("stopped: {stop:?}"));
        }
        match &self.machine.result {
            None => None,
            Some(Ok(_)) => Some("the end".into()),
            Some(Err(_)) => Some(format!("uncaught {}", self.machine.uncaught().unwrap_or_default())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use differential::machine::Kind;

    fn session(text: &str) -> Session {
        let job = Job {
            file: "test.py",
            text: text.as_bytes(),
            arguments: Vec::new(),
            limits: Limits::default(),
            kind: Kind::Reference,
        };
        Session::start(&job).expect("the program is one")
    }

    #[test]
    fn back_undoes_forward() {
        let mut session = session("total = 0\nfor i in range(1000):\n    total += i\nprint(total)\n");
        session.go_to_line(3);
        let mut steps = Vec::new();
        for _ in 0..300 {
            steps.push(session.machine().steps);
            session.forward();
        }
        for step in steps.into_iter().rev() {
            session.back();
            assert_eq!(session.machine().steps, step);
        }
    }

    #[test]
    fn lines_and_rules_are_found() {
        let mut session = session("x = 1\ny = x + 2\nprint(y)\n");
        assert_eq!(session.machine().focus_line(), Some(1));
        session.next_line();
        assert_eq!(session.machine().focus_line(), Some(2));
        session.go_to_rule("expr.binop");
        let top = session.machine().view_activations();
        assert_eq!(top.last().map(|top| top.rule), Some("expr.binop"));
        session.go_to_end();
        assert_eq!(session.output().0, "3\n");
        session.undo();
        assert_eq!(session.output().0, "");
        session.go_to_beginning();
        assert_eq!(session.machine().focus_line(), Some(1));
    }
}
