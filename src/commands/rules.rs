//! `gradus rules`

use super::check::{load_suite, run_suite};
use crate::style::{BAD, DIM, GOOD, RULE, STRONG, paint};
use crate::{Outcome, source};
use clap::{Args, Subcommand};
use comfy_table::{CellAlignment, Table};
use differential::conformance::Engine;
use differential::coverage;
use differential::machine::Kind;
use semantics::rules::language::{Head, Judgment, RuleDef};
use semantics::rules::link::RULES;
use semantics::rules::show;
use serde::Serialize;
use spec::ast::{Kind as Form, Sort};
use std::path::PathBuf;

/// The rules of the language: list, show, check them, and see which ones the suite reaches.
#[derive(Args)]
#[command(after_help = "Examples:
  gradus rules list try                the rules whose ids contain `try`
  gradus rules show expr.binop         one rule: as inference rules, as pseudo-code, in words
  gradus rules check                   whether all rules are as they must be
  gradus rules coverage                how often each rule fires over the conformance suite")]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// List the rules, with their sections of the Language Reference
    List {
        /// Only rules whose ids or heads contain one of these words
        words: Vec<String>,
        #[arg(long)]
        json: bool,
    },
    /// Show a rule as inference rules, as pseudo-code and in words
    Show {
        /// Ids of rules
        #[arg(required = true)]
        ids: Vec<String>,
        /// How wide the page is
        #[arg(long, default_value_t = 110)]
        width: usize,
        #[arg(long)]
        json: bool,
    },
    /// Check that names resolve, slots are set before use, and each form of syntax has one rule for each judgment
    Check,
    /// Run the conformance suite and tell how often each rule fired
    Coverage {
        /// The folder of the suite
        #[arg(long, value_name = "DIR")]
        suite: Option<PathBuf>,
        /// Only the rules that never fired
        #[arg(long)]
        missing: bool,
        #[arg(long)]
        json: bool,
    },
}

impl Arguments {
    pub fn carry_out(self) -> Outcome {
        match self.command {
            Command::List { words, json } => list(&words, json),
            Command::Show { ids, width, json } => show_rules(&ids, width, json),
            Command::Check => check(),
            Command::Coverage { suite, missing, json } => show_coverage(suite, missing, json),
        }
    }
}

/// A rule for other programs.
#[derive(Serialize)]
struct RuleData {
    id: &'static str,
    kind: &'static str,
    head: String,
    section: &'static str,
    doc: &'static str,
    file: &'static str,
    line: u32,
}

impl RuleData {
    fn of(rule: &RuleDef) -> RuleData {
        RuleData {
            id: rule.id,
            kind: show::kind(rule),
            head: show::head(rule),
            section: rule.section,
            doc: rule.doc,
            file: rule.file,
            line: rule.line,
        }
    }
}

fn definitions() -> impl Iterator<Item = &'static RuleDef> {
    RULES.rules.iter().map(|rule| rule.definition)
}

fn list(words: &[String], json: bool) -> Outcome {
    let is_wanted = |rule: &&RuleDef| {
        words.is_empty() || words.iter().any(|word| rule.id.contains(word) || show::head(rule).contains(word))
    };
    let wanted: Vec<&RuleDef> = definitions().filter(is_wanted).collect();
    if json {
        source::print_json(&wanted.iter().map(|rule| RuleData::of(rule)).collect::<Vec<_>>())?;
        return Ok(0);
    }
    let mut table = Table::new();
    table.load_style(crate::style::TABLE);
    table.set_header(["rule", "section", "about"]);
    for rule in &wanted {
        table.add_row([rule.id.to_owned(), rule.section.to_owned(), show::head(rule)]);
    }
    source::print(&format!("{table}\n"));
    eprintln!("{} rules", wanted.len());
    Ok(0)
}

fn show_rules(ids: &[String], width: usize, json: bool) -> Outcome {
    let mut wanted = Vec::new();
    for id in ids {
        match definitions().find(|rule| rule.id == id) {
            Some(rule) => wanted.push(rule),
            None => return Err(unknown(id)),
        }
    }
    if json {
        source::print_json(&wanted.iter().map(|rule| page_data(rule, width)).collect::<Vec<_>>())?;
        return Ok(0);
    }
    let pages: Vec<String> = wanted.into_iter().map(|rule| page(rule, width)).collect();
    source::print(&pages.join("\n"));
    Ok(0)
}

fn unknown(id: &str) -> String {
    let last = id.rsplit('.').next().unwrap_or(id);
    let similar: Vec<&str> =
        definitions().map(|rule| rule.id).filter(|known| known.contains(last)).take(8).collect();
    match similar.is_empty() {
        true => format!("there is no rule `{id}`; `gradus rules list` shows all"),
        false => format!("there is no rule `{id}`; did you mean one of: {}", similar.join(", ")),
    }
}

fn page_data(rule: &'static RuleDef, width: usize) -> serde_json::Value {
    let (paths, is_cut) = show::inference_rules(rule);
    let inference: Vec<serde_json::Value> = paths
        .iter()
        .map(|path| {
            let premises: Vec<String> = path.premises.iter().map(ToString::to_string).collect();
            serde_json::json!({ "premises": premises, "conclusion": path.conclusion })
        })
        .collect();
    serde_json::json!({
        "rule": RuleData::of(rule),
        "inference_rules": inference,
        "is_cut": is_cut,
        "pseudo_code": show::pseudo_code(rule, width),
    })
}

/// A rule on a page.
fn page(rule: &'static RuleDef, width: usize) -> String {
    let section = format!("Language Reference {}", rule.section);
    let mut out = format!("{} {} · {section}\n\n", show::kind(rule), paint(STRONG, rule.id));
    out.push_str(&indented(&show::paragraph(rule.doc, width - 4), "  "));
    out.push('\n');
    let (paths, is_cut) = show::inference_rules(rule);
    for path in &paths {
        out.push_str(&indented(&show::layout(path, width - 4), "    "));
        out.push('\n');
    }
    if is_cut {
        out.push_str("    ... and more ways through the body\n\n");
    }
    out.push_str(&paint(RULE, indented(&show::pseudo_code(rule, width - 4), "  ")));
    out.push_str(&format!("\n  {}\n", paint(DIM, format!("{}:{}", rule.file, rule.line))));
    out
}

fn indented(text: &str, indent: &str) -> String {
    text.lines().map(|line| format!("{}\n", format!("{indent}{line}").trim_end())).collect()
}

/// Forms that are parts of others and are never judged themselves.
fn is_judged(form: Form) -> Option<Judgment> {
    match form.schema().sort {
        Sort::expr => Some(Judgment::Eval),
        Sort::stmt => Some(Judgment::Exec),
        _ => None,
    }
}

/// Forms that this version of the semantics leaves out.
const UNSUPPORTED: &[Form] = &[
    Form::AsyncFunctionDef,
    Form::AsyncFor,
    Form::AsyncWith,
    Form::Await,
    Form::Match,
    Form::TryStar,
    Form::TypeAlias,
    // What an f-string and a subscript consist of is judged with them.
    Form::Starred,
];

fn check() -> Outcome {
    let mut problems: Vec<String> = RULES.problems.clone();
    for &form in Form::ALL {
        let Some(judgment) = is_judged(form).filter(|_| !UNSUPPORTED.contains(&form)) else { continue };
        let name = form.schema().name;
        if RULES.rule_for(judgment, form).is_none() {
            problems.push(format!("there is no rule to {} {name}", judgment.name()));
        }
    }
    for judgment in [Judgment::Bind, Judgment::Delete] {
        for form in [Form::Name, Form::Attribute, Form::Subscript, Form::List, Form::Tuple] {
            if RULES.rule_for(judgment, form).is_none() {
                problems.push(format!("there is no rule to {} {}", judgment.name(), form.schema().name));
            }
        }
    }
    for rule in definitions().filter(|rule| rule.doc.trim().is_empty()) {
        problems.push(format!("{}: it is not described", rule.id));
    }
    for problem in &problems {
        source::print(&format!("{} {problem}\n", paint(BAD, "problem:")));
    }
    let forms = definitions().filter(|rule| matches!(rule.head, Head::Rule { .. })).count();
    let verdict = match problems.len() {
        0 => paint(GOOD, "all as it should be"),
        count => paint(BAD, format!("{count} problems")),
    };
    source::print(&format!("{} rules, {forms} of them about syntax: {verdict}\n", RULES.rules.len()));
    Ok(!problems.is_empty() as u8)
}

fn show_coverage(suite: Option<PathBuf>, missing: bool, json: bool) -> Outcome {
    let suite = load_suite(suite, &[])?;
    let report = run_suite(&suite, &[Engine::Machine(Kind::Reference)], 2);
    let mut lines = coverage::of(&report);
    let all = lines.len();
    let unreached = lines.iter().filter(|line| line.programs == 0).count();
    if missing {
        lines.retain(|line| line.programs == 0);
    }
    if json {
        source::print_json(&lines)?;
    } else {
        let mut table = Table::new();
        table.load_style(crate::style::TABLE);
        table.set_header(["rule", "programs", "times", "for example"]);
        for line in &lines {
            let example = line.example.clone().unwrap_or_default();
            table.add_row([line.rule.to_owned(), line.programs.to_string(), line.times.to_string(), example]);
        }
        for column in table.column_iter_mut().skip(1).take(2) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        source::print(&format!("{table}\n"));
    }
    eprintln!("{} of {all} rules fired, {unreached} never", all - unreached);
    Ok((unreached > 0) as u8)
}
