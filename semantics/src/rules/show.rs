//! Rules as people read them: as inference rules, one for each way through the body, and as pseudo-code.

mod facts;
mod paths;
mod steps;

use super::language::{Head, RuleDef};
use pretty::RcDoc;

pub use paths::{InferenceRule, Premise, inference_rules};

type Doc = RcDoc<'static, ()>;

/// What a rule is about: `eval BinOp(left, op, right)`, `operator.binary(op, a, b)`.
pub fn head(rule: &RuleDef) -> String {
    let names = &rule.slots[..rule.parameters];
    match rule.head {
        Head::Rule { judgment, form, fields, .. } => {
            let (fields, inputs) = names.split_at(fields.len());
            let form = form.schema().name;
            let parts = if fields.is_empty() { String::new() } else { format!("({})", fields.join(", ")) };
            let from = if inputs.is_empty() { String::new() } else { format!(" from {}", inputs.join(", ")) };
            format!("{} {form}{parts}{from}", judgment.name())
        }
        Head::Clause { syntax, .. } => {
            let (syntax, values) = names.split_at(syntax);
            let values = if values.is_empty() { String::new() } else { format!("; {}", values.join(", ")) };
            format!("{}({}{values})", rule.id, syntax.join(", "))
        }
        Head::Protocol { .. } => format!("{}({})", rule.id, names.join(", ")),
    }
}

/// What kind of rule it is.
pub fn kind(rule: &RuleDef) -> &'static str {
    match rule.head {
        Head::Rule { .. } => "rule",
        Head::Clause { .. } => "clause",
        Head::Protocol { .. } => "protocol",
    }
}

/// The body, as it is written.
pub fn pseudo_code(rule: &'static RuleDef, width: usize) -> String {
    let mut names = steps::Names::new(rule);
    let body = steps::block(&mut names, rule.body);
    let doc = RcDoc::text(format!("{} ", head(rule))).append(body);
    render(&doc, width)
}

/// An inference rule with its premises above a line and its conclusion below.
pub fn layout(rule: &InferenceRule, width: usize) -> String {
    let separator = RcDoc::hardline().flat_alt(RcDoc::text("    "));
    let premises = rule.premises.iter().map(premise);
    let premises = render(&RcDoc::intersperse(premises, separator).group(), width);
    let conclusion = &rule.conclusion;
    let longest =
        premises.lines().chain([conclusion.as_str()]).map(|line| line.chars().count()).max().unwrap_or(0);
    let mut out = String::new();
    for line in premises.lines() {
        out.push_str(&centred(line, longest, premises.lines().count() == 1));
    }
    out.push_str(&format!("{}\n", "─".repeat(longest)));
    out.push_str(&centred(conclusion, longest, true));
    out
}

/// A premise; one about the elements of lists has its ways one below the other.
fn premise(premise: &Premise) -> Doc {
    match premise {
        Premise::Plain(text) => RcDoc::text(text.clone()),
        Premise::Elements { which, range, ways } => {
            let head = RcDoc::text(format!("{which} {range}:"));
            let ways = ways.iter().enumerate().map(|(index, way)| {
                let word = if ways.len() == 1 {
                    ""
                } else if index == 0 {
                    "   "
                } else {
                    "or "
                };
                let parts = way.iter().map(self::premise);
                let way = RcDoc::intersperse(parts, RcDoc::text(";").append(RcDoc::softline()));
                RcDoc::text(word).append(way.nest(word.len() as isize))
            });
            let ways = RcDoc::intersperse(ways, RcDoc::hardline());
            head.append(RcDoc::line().append(ways).nest(4)).group()
        }
    }
}

/// A line in the middle of so many columns, or at their beginning.
fn centred(line: &str, columns: usize, in_the_middle: bool) -> String {
    let spare = columns.saturating_sub(line.chars().count());
    let pad = if in_the_middle { spare / 2 } else { 0 };
    format!("{}{line}\n", " ".repeat(pad))
}

/// A text broken into lines.
pub fn paragraph(text: &str, width: usize) -> String {
    let words = text.split_whitespace().map(|word| RcDoc::text(word.to_owned()));
    render(&RcDoc::intersperse(words, RcDoc::softline()), width)
}

fn render(doc: &Doc, width: usize) -> String {
    let mut out = String::new();
    // Writing to a string can't fail.
    let _ = doc.render_fmt(width, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::link::RULES;

    #[test]
    fn every_rule_can_be_shown() {
        for rule in &RULES.rules {
            let rule = rule.definition;
            assert!(!pseudo_code(rule, 80).contains('%'), "{}:\n{}", rule.id, pseudo_code(rule, 80));
            let (paths, _) = inference_rules(rule);
            assert!(!paths.is_empty(), "{} has no path", rule.id);
            for path in paths {
                let shown = layout(&path, 80);
                assert!(!shown.contains('%'), "{}:\n{shown}", rule.id);
            }
        }
    }

    #[test]
    fn what_is_decided_is_no_premise_a_second_time() {
        let rule =
            RULES.get(RULES.named("attribute.get.object").expect("objects have attributes")).definition;
        let (paths, _) = inference_rules(rule);
        assert_eq!(paths.len(), 5);
        for path in paths {
            let about_found = |premise: &&Premise| premise.to_string().ends_with("is_something(found)");
            assert_eq!(path.premises.iter().filter(about_found).count(), 1, "{path:?}");
        }
    }

    #[test]
    fn no_line_of_an_inference_rule_is_wider_than_the_page_by_much() {
        for rule in &RULES.rules {
            for path in inference_rules(rule.definition).0 {
                let shown = layout(&path, 110);
                let widest = shown.lines().map(|line| line.chars().count()).max();
                assert!(widest < Some(150), "{}:\n{shown}", rule.definition.id);
            }
        }
    }

    #[test]
    fn binary_operation_as_inference_rule() {
        let rule = RULES.get(RULES.named("expr.binop").expect("there are binary operations")).definition;
        let (paths, _) = inference_rules(rule);
        let shown = layout(&paths[0], 100);
        assert!(shown.contains("eval left ⇒ a    eval right ⇒ b"), "{shown}");
    }
}
