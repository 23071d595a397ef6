//! Keeping a program as one of the conformance suite.
//!
//! A kept program stands alone: the parts of the harness that it needs come first, and at its end it prints what was logged
//! and what is left. What it must print is what the reference machine prints, once other engines have confirmed it.

use crate::engine::{Engine, InProcess, Job, Outcome};
use crate::generate::HARNESS;
use crate::machine::Kind;
use crate::observe::{Ending, Observation};
use semantics::rules::link::RULES;
use spec::ast::{Ast, ListId, NodeId, Quantity};
use spec::unparse::unparse;
use spec::walk::{Visit, walk};
use spec::{Source, parse};

/// A program that stands alone.
#[derive(Clone, Debug)]
pub struct Kept {
    pub text: String,
    pub stdout: String,
    /// The rules that it fires and that matter here, the rarest first.
    pub rules: Vec<String>,
}

/// What an engine has to know before it runs a program that stands alone.
pub const BARE: &str = "__log__ = []\ndef __digest__():\n    return ''\n";

/// Takes from a program what the engine needs to know: it has to bring its own.
const ALONE: &str = "del __log__, __digest__\n";

/// How it ends.
const REPORT: &str = "print(*__log__, sep=\"\\n\")\nprint(__digest__())\n";

/// How many rules the header names.
const MOST_RULES: usize = 4;

/// Makes a program that stands alone. `rule` is the one that it is kept for.
pub fn keep(source: &str, rule: &str) -> Result<Kept, String> {
    let mut reference = InProcess::start(Kind::Reference, BARE)?;
    let program = format!("{}\n{REPORT}", source.trim_end());
    let join = |harness: &str| format!("{}\n\n# The program.\n{program}", harness.trim_end());
    let expected = run(&mut reference, &join(HARNESS))?;
    if expected.ending != Ending::Normal {
        return Err("only a program that ends normally can be kept".into());
    }
    let mut tree = parse_text(HARNESS)?;
    prune(&mut tree, &mut |harness| run(&mut reference, &join(harness)).is_ok_and(|seen| seen == expected));
    let text = join(&unparse(&tree));
    run(&mut reference, &text)?;
    let fired = &reference.machine().coverage;
    let mut rules: Vec<(u64, &str)> =
        RULES.rules.iter().zip(fired).map(|(it, &n)| (n, it.definition.id)).collect();
    rules.retain(|&(count, id)| count > 0 && id != rule);
    rules.sort();
    let is_fired = RULES.rules.iter().any(|it| it.definition.id == rule);
    let first = is_fired.then_some(rule).into_iter();
    let rules =
        first.chain(rules.into_iter().map(|(_, id)| id)).take(MOST_RULES).map(str::to_owned).collect();
    Ok(Kept { text, stdout: expected.stdout, rules })
}

fn parse_text(text: &str) -> Result<Ast, String> {
    let source = Source::from_text("harness.py", text).map_err(|error| error.headline())?;
    parse(&source).map_err(|error| error.headline())
}

fn run(engine: &mut dyn Engine, text: &str) -> Result<Observation, String> {
    match engine.run(&Job::new(&format!("{ALONE}{text}"))) {
        Outcome::Done(observation) => Ok(*observation),
        other => Err(format!("it can't be kept: {other:?}")),
    }
}

/// Whether an engine prints the same for a program that stands alone.
pub fn confirm(kept: &Kept, engine: &mut dyn Engine) -> Result<(), String> {
    let seen = run(engine, &kept.text)?;
    if seen.stdout == kept.stdout && seen.ending == Ending::Normal {
        return Ok(());
    }
    Err(format!("{} does not confirm it", engine.name()))
}

/// Takes statements out of a tree, the last first, as long as it stays `good`.
fn prune(tree: &mut Ast, good: &mut dyn FnMut(&str) -> bool) {
    let mut lists: Vec<(NodeId, u8)> = Vec::new();
    for visit in walk(tree, tree.root) {
        let Visit::Enter(node) = visit else { continue };
        for (field, schema) in tree.kind(node).schema().fields.iter().enumerate() {
            if schema.name == "body" && schema.quantity == Quantity::Many {
                lists.push((node, field as u8));
            }
        }
    }
    for (node, field) in lists {
        let mut at = tree.list(ListId(tree.word(node, field))).len();
        while at > 0 {
            at -= 1;
            let old = tree.word(node, field);
            let mut items: Vec<u32> = tree.list_words(ListId(old)).to_vec();
            items.remove(at);
            if items.is_empty() && node != tree.root {
                break;
            }
            let shorter = tree.add_list(items.into_iter());
            tree.set_word(node, field, shorter.0);
            if !good(&unparse(tree)) {
                tree.set_word(node, field, old);
            }
        }
    }
}
