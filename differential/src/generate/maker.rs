//! The state of a program in the making: what it has so far, and what may be used where.

use super::dice::Dice;
use super::profile::{Feature, Features, Profile};
use super::tree::Tree;
use super::types::{Elem, Type};
use spec::ast::NodeId;
use spec::names::Symbol;

/// A variable that has a value wherever it is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Variable {
    pub name: Symbol,
    pub kind: Type,
    /// Whether it may be deleted: nobody else counts on it.
    pub deletable: bool,
    /// Whether it is the module's, by a `global` statement.
    pub is_global: bool,
}

/// What kind of code stands in a frame.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Code {
    Module,
    Function,
    Generator,
    Class,
    /// An expression with variables of its own.
    Lambda,
    Comprehension,
}

impl Code {
    /// Whether this is an expression, which has no statements.
    pub fn is_inner(self) -> bool {
        matches!(self, Code::Lambda | Code::Comprehension)
    }
}

/// A function, class body, module, lambda or comprehension.
#[derive(Debug)]
pub(super) struct Frame {
    pub code: Code,
    pub variables: Vec<Variable>,
    /// What it returns.
    pub result: Type,
    /// Around the statement that is being made.
    pub loops: usize,
    /// Whether the statement is in an `except` suite, where `raise` may stand alone.
    pub handlers: usize,
}

/// See the module.
pub(super) struct Maker {
    pub dice: Dice,
    pub tree: Tree,
    pub features: Features,
    pub frames: Vec<Frame>,
    pub functions: Vec<super::functions::Function>,
    pub classes: Vec<super::classes::Class>,
    pub class_count: u16,
    /// The program's metaclass, and the special methods that it gives to classes.
    pub metaclass: Option<Symbol>,
    pub metaclass_hooks: Vec<super::specials::Special>,
    /// Exceptions that the program defines.
    pub exceptions: Vec<Symbol>,
    /// Names of functions that nobody has called yet.
    pub pending: Vec<Symbol>,
    /// How many more lines there should be.
    pub lines: i32,
    /// How many suites are around the statement that is being made.
    pub nesting: usize,
    /// How many iterables of comprehensions are around: they take no assignment expressions.
    pub iterables: usize,
    /// How deep the expression is that is being made.
    pub depth: u32,
    pub max_depth: u32,
    /// In how many of 16 operands a note is made.
    pub notes: usize,
    /// How many names of each letter there are, and how many labels.
    counts: [u16; 27],
    /// The lowest version of the language that has all that was used.
    pub since: (u8, u8),
}

impl Maker {
    pub fn new(profile: Profile, bytes: Vec<u8>) -> Maker {
        let mut dice = Dice::new(bytes);
        let mut features = Features::default();
        features.add(Feature::Always);
        profile.core().iter().for_each(|&feature| features.add_core(feature));
        for &feature in profile.also() {
            if dice.chance(7) {
                features.add(feature);
            }
        }
        let notes = dice.pick(&[0, 2, 4, 7]);
        let max_depth = dice.pick(&[3, 2, 4, 3]) as u32;
        let lines = 26 + dice.below(20) as i32;
        let module = Frame::new(Code::Module, Type::Nothing);
        Maker {
            dice,
            tree: Tree::default(),
            features,
            frames: vec![module],
            functions: Vec::new(),
            classes: Vec::new(),
            class_count: 0,
            metaclass: None,
            metaclass_hooks: Vec::new(),
            exceptions: Vec::new(),
            pending: Vec::new(),
            lines,
            nesting: 0,
            iterables: 0,
            depth: 0,
            max_depth,
            notes,
            counts: [0; 27],
            since: (3, 8),
        }
    }

    pub fn has(&self, feature: Feature) -> bool {
        self.features.has(feature)
    }

    /// Notes that the program needs this version.
    pub fn needs(&mut self, version: (u8, u8)) {
        self.since = self.since.max(version);
    }

    // ---- Names

    /// A name that the program does not have yet.
    pub fn fresh(&mut self, letter: u8) -> Symbol {
        let count = &mut self.counts[usize::from(letter - b'a')];
        *count += 1;
        let text = format!("{}{}", letter as char, count);
        self.tree.symbol(&text)
    }

    /// The next label of a note.
    pub fn label(&mut self) -> NodeId {
        self.counts[26] += 1;
        let text = format!("#{}", self.counts[26]);
        self.tree.str(&text)
    }

    /// The operand, sometimes with a note of its evaluation.
    pub fn noted(&mut self, node: NodeId) -> NodeId {
        if !self.dice.chance(self.notes) {
            return node;
        }
        let label = self.label();
        self.tree.call("at", &[label, node])
    }

    // ---- Variables

    pub fn frame(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("the module's frame stays")
    }

    pub fn code(&self) -> Code {
        self.frames.last().map_or(Code::Module, |frame| frame.code)
    }

    /// The frame whose statements are being made.
    pub fn home(&mut self) -> &mut Frame {
        let at = self.frames.iter().rposition(|frame| !frame.code.is_inner()).unwrap_or_default();
        &mut self.frames[at]
    }

    /// A new variable of the frame. It is known from now on.
    pub fn declare(&mut self, kind: Type) -> Symbol {
        let name = self.fresh(kind.letter());
        self.know(name, kind);
        name
    }

    pub fn know(&mut self, name: Symbol, kind: Type) {
        self.frame().variables.push(Variable { name, kind, deletable: true, is_global: false });
    }

    /// All variables that can be read here, the nearest last. Class bodies around a function are not visible.
    fn visible(&self) -> impl Iterator<Item = &Variable> {
        let last = self.frames.len() - 1;
        let seen = move |&(at, frame): &(usize, &Frame)| frame.code != Code::Class || at == last;
        self.frames.iter().enumerate().filter(seen).flat_map(|(_, frame)| frame.variables.iter())
    }

    /// Some variable of this type.
    pub fn variable(&mut self, kind: Type) -> Option<Variable> {
        self.find(|variable| variable.kind.is(kind))
    }

    /// Some variable of this type that the current frame binds.
    pub fn assignable(&mut self, kind: Type) -> Option<Variable> {
        self.own(|variable| variable.kind == kind)
    }

    /// Some variable of the current frame with a property.
    pub fn own(&mut self, wanted: impl Fn(&Variable) -> bool) -> Option<Variable> {
        let frame = self.frames.last().filter(|frame| !frame.code.is_inner())?;
        let fitting: Vec<Variable> = frame.variables.iter().copied().filter(wanted).collect();
        if fitting.is_empty() { None } else { Some(self.dice.pick(&fitting)) }
    }

    /// Some variable with a property; the nearest are the likeliest.
    pub fn find(&mut self, wanted: impl Fn(&Variable) -> bool) -> Option<Variable> {
        let mut found = [None; 6];
        let mut count = 0;
        for variable in self.visible().filter(|variable| wanted(variable)) {
            found[count % 6] = Some(*variable);
            count += 1;
        }
        if count == 0 { None } else { self.dice.pick(&found[..count.min(6)]) }
    }

    /// What is made here has variables of its own that are gone afterwards.
    pub fn enclosed<T>(&mut self, code: Code, result: Type, make: impl FnOnce(&mut Self) -> T) -> T {
        for frame in &mut self.frames {
            // What an inner function uses stays.
            frame.variables.iter_mut().for_each(|variable| variable.deletable = false);
        }
        self.frames.push(Frame::new(code, result));
        let made = make(self);
        self.frames.pop();
        let level = self.frames.len();
        self.functions.retain(|function| function.level <= level);
        self.classes.retain(|class| class.level <= level);
        self.forget_calls();
        made
    }

    /// What is declared here may have no value afterwards, and is forgotten.
    pub fn forgetting<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> T {
        let known = self.frame().variables.len();
        let (functions, classes) = (self.functions.len(), self.classes.len());
        let made = make(self);
        self.frame().variables.truncate(known);
        self.functions.truncate(functions);
        self.classes.truncate(classes);
        self.forget_calls();
        made
    }

    /// What is gone need not be called any more.
    fn forget_calls(&mut self) {
        let functions = &self.functions;
        self.pending.retain(|&name| functions.iter().any(|function| function.name == name));
    }

    /// An element's type.
    pub fn element(&mut self) -> Elem {
        let mut choices = vec![Elem::Int, Elem::Int, Elem::Any];
        if self.has(Feature::Strings) || self.has(Feature::FStrings) {
            choices.push(Elem::Str);
        }
        if self.has(Feature::Instrumented) {
            choices.push(Elem::V);
        }
        if self.has(Feature::Mixed) {
            choices.push(Elem::Mixed);
        }
        if self.has(Feature::Closures) {
            choices.push(Elem::Thunk);
        }
        self.dice.pick(&choices)
    }
}

impl Frame {
    pub fn new(code: Code, result: Type) -> Frame {
        Frame { code, variables: Vec::new(), result, loops: 0, handlers: 0 }
    }
}
