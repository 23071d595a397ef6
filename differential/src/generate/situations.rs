//! Situations: pieces of programs in which parts of the language meet where implementations go wrong. They are read from
//! `situations.py` and `situations_by_hand.py`, and copied into the program with names of its own and expressions that are
//! made anew.

use super::maker::{Code, Maker};
use super::types::Type;
use rustc_hash::FxHashMap;
use spec::ast::{Ast, Call, Constant, FunctionDef, Kind, ListId, Module, Name, NodeId, Quantity, Sort, Span};
use spec::constant::ConstantValue;
use spec::names::Symbol;
use spec::{Source, parse};
use std::sync::LazyLock;

/// How many of 16 situations are those of `situations_by_hand.py`.
const BY_HAND: usize = 2;

static SITUATIONS: LazyLock<Ast> = LazyLock::new(|| {
    let text = concat!(include_str!("situations.py"), include_str!("situations_by_hand.py"));
    match Source::from_text("situations.py", text).and_then(|source| parse(&source)) {
        Ok(tree) => tree,
        Err(error) => unreachable!("{}", error.headline()),
    }
});

/// How many there are.
pub(super) fn count() -> usize {
    SITUATIONS.list_words(SITUATIONS.view::<Module>(SITUATIONS.root).body).len()
}

/// How many of them stand in `situations.py`; they are the first.
static ORDINARY: LazyLock<usize> = LazyLock::new(|| include_str!("situations.py").matches("\ndef ").count());

/// The version that a situation needs, by `@since(3, 11)`.
fn since(situation: FunctionDef) -> Option<(u8, u8)> {
    let &decorator = SITUATIONS.list_words(situation.decorator_list).first()?;
    let numbers = SITUATIONS.list_words(SITUATIONS.view::<Call>(NodeId(decorator)).args);
    let number = |at: usize| match SITUATIONS.constant(SITUATIONS.view::<Constant>(NodeId(numbers[at])).value)
    {
        ConstantValue::Int(number) => u8::try_from(number).ok(),
        _ => None,
    };
    Some((number(0)?, number(1)?))
}

/// The names of a situation, and those that they become.
type Names = FxHashMap<Symbol, Symbol>;

impl Maker {
    /// One of the situations.
    pub(super) fn situation(&mut self, out: &mut Vec<NodeId>) {
        let number = if self.dice.chance(BY_HAND) {
            *ORDINARY + self.dice.below(count() - *ORDINARY)
        } else {
            self.dice.below(*ORDINARY)
        };
        self.copy_situation(number, out);
    }

    pub(super) fn copy_situation(&mut self, number: usize, out: &mut Vec<NodeId>) {
        let functions = SITUATIONS.list_words(SITUATIONS.view::<Module>(SITUATIONS.root).body);
        let function = SITUATIONS.view::<FunctionDef>(NodeId(functions[number]));
        if let Some(version) = since(function) {
            self.needs(version);
        }
        let mut names = Names::default();
        for &statement in SITUATIONS.list_words(function.body) {
            let copy = self.copy(NodeId(statement), &mut names);
            out.push(copy);
            self.lines -= 1;
        }
    }

    /// A copy of a node of the situations.
    fn copy(&mut self, node: NodeId, names: &mut Names) -> NodeId {
        let kind = SITUATIONS.kind(node);
        if kind == Kind::Name
            && let Some(made) = self.fill(SITUATIONS.name(SITUATIONS.view::<Name>(node).id))
        {
            return made;
        }
        let has_names = matches!(
            kind,
            Kind::FunctionDef
                | Kind::ClassDef
                | Kind::Lambda
                | Kind::ListComp
                | Kind::SetComp
                | Kind::DictComp
        );
        if has_names {
            return self.enclosed(Code::Lambda, Type::Nothing, |maker| maker.copy_parts(node, names));
        }
        self.copy_parts(node, names)
    }

    fn copy_parts(&mut self, node: NodeId, names: &mut Names) -> NodeId {
        let kind = SITUATIONS.kind(node);
        let mut words = Vec::new();
        for (field, &word) in kind.schema().fields.iter().zip(SITUATIONS.words(node)) {
            words.push(match field.quantity {
                Quantity::Many => {
                    let copies: Vec<u32> = SITUATIONS
                        .list_words(ListId(word))
                        .iter()
                        .map(|&word| self.copy_word(field.sort, word, names))
                        .collect();
                    self.tree.ast.add_list(copies.into_iter()).0
                }
                Quantity::Optional if word == 0 => 0,
                _ => self.copy_word(field.sort, word, names),
            });
        }
        self.tree.ast.add_words(kind, &words, Span::default())
    }

    fn copy_word(&mut self, sort: Sort, word: u32, names: &mut Names) -> u32 {
        match sort {
            Sort::identifier | Sort::string => self.copy_name(Symbol(word), names).0,
            Sort::constant => {
                let constant = SITUATIONS.constant(spec::ast::ConstId(word)).clone();
                self.tree.ast.add_constant(constant).0
            }
            _ if sort.is_node() && word != 0 => self.copy(NodeId(word), names).0,
            _ => word,
        }
    }

    /// A name of the program for one of the situation.
    fn copy_name(&mut self, symbol: Symbol, names: &mut Names) -> Symbol {
        let text = SITUATIONS.name(symbol);
        if !text.ends_with('_') || text.ends_with("__") {
            return self.tree.symbol(text);
        }
        if let Some(&known) = names.get(&symbol) {
            return known;
        }
        let fresh = self.fresh(b'q');
        names.insert(symbol, fresh);
        fresh
    }

    /// What stands for a name in capitals.
    fn fill(&mut self, name: &str) -> Option<NodeId> {
        Some(match name {
            "INT" => self.expression(Type::Int),
            "FLOAT" => self.expression(Type::Float),
            "STR" => self.expression(Type::Str),
            "NOTED" => {
                let label = self.label();
                let value = self.expression(Type::Int);
                self.tree.call("at", &[label, value])
            }
            "LABEL" => self.label(),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Engine, InProcess, Job, Outcome};
    use crate::generate::{HARNESS, Profile, dice};
    use crate::machine::{Kind as Machine, isolated};
    use crate::observe::Ending;
    use spec::unparse::unparse;

    #[test]
    fn a_situation_may_need_a_version() {
        let functions = SITUATIONS.list_words(SITUATIONS.view::<Module>(SITUATIONS.root).body);
        let versions = functions.iter().filter_map(|&node| since(SITUATIONS.view(NodeId(node))));
        assert_eq!(versions.max(), Some((3, 11)));
    }

    #[test]
    fn each_situation_runs_to_its_end_whatever_values_are_filled_in() {
        let done = isolated(|| {
            let mut reference = InProcess::start(Machine::Reference, HARNESS).expect("the harness is good");
            for number in 0..count() {
                for seed in 0..5 {
                    let mut maker = Maker::new(Profile::Arithmetic, dice::bytes(seed));
                    // Larger expressions may raise exceptions of their own.
                    maker.max_depth = 0;
                    let mut body = Vec::new();
                    maker.copy_situation(number, &mut body);
                    let source = unparse(&maker.tree.finish(&body));
                    match reference.run(&Job::new(&source)) {
                        Outcome::Done(observation) if observation.ending == Ending::Normal => {}
                        other => panic!("{other:?}\n{source}"),
                    }
                }
            }
        });
        done.expect("no panic");
    }
}
