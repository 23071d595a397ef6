//! Early errors: misuse of the language that the grammar does not rule out, found before anything runs. CPython finds
//! them in its compiler; the order of the tree stands for the order of its code.
//!
//! The tree is walked with a stack of what is left to check, since it may be deeper than the native stack.

mod expressions;
mod forms;
pub(crate) mod future;
mod keys;
mod patterns;
pub mod rules;

use crate::ast::{Ast, Kind, ListId, NodeId};
use crate::error::SyntaxError;
use crate::scope::Scopes;
use crate::source::Source;

/// Checks a program whose scopes are known. Imports from `__future__` come before `future_end`.
pub(crate) fn check(ast: &Ast, source: &Source, scopes: &Scopes, future_end: u32) -> Result<(), SyntaxError> {
    let module = Context { frame: Frame::Module, kind: ContextKind::Frame, around: None, blocks: 0 };
    let mut checker = Checker { ast, source, scopes, contexts: vec![module], work: Vec::new(), future_end };
    checker.run().map_err(|error| *error)
}

type Check = Result<(), Box<SyntaxError>>;

/// What kind of frame the code runs in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Frame {
    Module,
    Class,
    /// A function or a lambda.
    Function {
        is_async: bool,
        is_generator: bool,
    },
    GeneratorExp,
    TypeScope,
}

/// What stands around a piece of syntax.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum ContextKind {
    /// The frame itself.
    Frame,
    Loop,
    /// The suite of an `except*` clause.
    ExceptStar,
    /// Another statement that takes a block.
    Block,
}

#[derive(Clone, Copy, Debug)]
struct Context {
    frame: Frame,
    kind: ContextKind,
    /// The context around, in the same frame.
    around: Option<usize>,
    /// How many blocks are open in this frame.
    blocks: u32,
}

/// CPython's compiler admits so many nested loops, `try` and `with` statements in one frame.
const MAX_BLOCKS: u32 = 21;

/// How a node stands where it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Role {
    Plain,
    /// An element, an argument: a starred expression may stand here.
    Element,
}

/// What is left to do.
enum Item {
    Node {
        node: NodeId,
        context: usize,
        role: Role,
    },
    /// Something is wrong that CPython finds only now.
    Fault(Box<SyntaxError>),
    /// The pattern of a case; whether it may match anything.
    Pattern {
        node: NodeId,
        may_be_irrefutable: bool,
    },
}

struct Checker<'a> {
    ast: &'a Ast,
    source: &'a Source,
    scopes: &'a Scopes,
    contexts: Vec<Context>,
    work: Vec<Item>,
    /// Where the last import from `__future__` at the beginning of the file starts.
    future_end: u32,
}

impl Checker<'_> {
    fn run(&mut self) -> Check {
        self.plan(self.ast.root, 0);
        while let Some(item) = self.work.pop() {
            match item {
                Item::Node { node, context, role } => {
                    let kind = self.ast.kind(node);
                    if kind == Kind::Starred && role == Role::Plain {
                        return Err(self.misplaced_star(node));
                    }
                    self.check(kind, node, context)?;
                }
                Item::Fault(error) => return Err(error),
                Item::Pattern { node, may_be_irrefutable } => self.whole_pattern(node, may_be_irrefutable)?,
            }
        }
        Ok(())
    }

    #[cold]
    fn error(&self, node: NodeId, message: impl Into<String>) -> Box<SyntaxError> {
        Box::new(SyntaxError::after_parsing(self.source, self.ast.span(node), message))
    }

    /// Plans the check of a node; what is planned last is checked first.
    fn plan(&mut self, node: NodeId, context: usize) {
        self.plan_as(node, context, Role::Plain);
    }

    fn plan_as(&mut self, node: NodeId, context: usize, role: Role) {
        self.work.push(Item::Node { node, context, role });
    }

    /// Plans that an error is raised, if there is one.
    fn plan_check(&mut self, check: Check) {
        self.work.extend(check.err().map(Item::Fault));
    }

    fn plan_list(&mut self, list: ListId, context: usize) {
        let nodes = self.ast.optional_list(list).rev().flatten();
        self.work.extend(nodes.map(|node| Item::Node { node, context, role: Role::Plain }));
    }

    fn plan_elements(&mut self, list: ListId, context: usize) {
        let nodes = self.ast.list(list).rev();
        self.work.extend(nodes.map(|node| Item::Node { node, context, role: Role::Element }));
    }

    fn plan_children(&mut self, node: NodeId, context: usize) {
        let start = self.work.len();
        let Checker { ast, work, .. } = self;
        ast.for_each_child(node, |node| work.push(Item::Node { node, context, role: Role::Plain }));
        work[start..].reverse();
    }

    fn frame(&self, context: usize) -> Frame {
        self.contexts[context].frame
    }

    /// A new frame.
    fn enter_frame(&mut self, frame: Frame) -> usize {
        // Generators and coroutines start with a block of their own.
        let suspends = match frame {
            Frame::Function { is_async, is_generator } => is_async || is_generator,
            Frame::GeneratorExp => true,
            _ => false,
        };
        let blocks = u32::from(suspends);
        self.contexts.push(Context { frame, kind: ContextKind::Frame, around: None, blocks });
        self.contexts.len() - 1
    }

    /// A block inside of a context; `place` is where CPython reports one too many.
    fn enter(&mut self, context: usize, kind: ContextKind, place: NodeId) -> Result<usize, Box<SyntaxError>> {
        let around = self.contexts[context];
        if around.blocks >= MAX_BLOCKS {
            return Err(self.error(place, "too many statically nested blocks"));
        }
        self.contexts.push(Context { kind, around: Some(context), blocks: around.blocks + 1, ..around });
        Ok(self.contexts.len() - 1)
    }

    fn misplaced_star(&self, node: NodeId) -> Box<SyntaxError> {
        let context = self.ast.view::<crate::ast::Starred>(node).ctx;
        let message = if context == Kind::Store {
            "starred assignment target must be in a list or tuple"
        } else {
            "can't use starred expression here"
        };
        self.error(node, message)
    }
}
