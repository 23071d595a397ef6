//! Chains of exceptions, and exception groups with their margin.

use super::Details;
use crate::state::{Machine, Type, Value};
use rustc_hash::FxHashMap;

/// Members of a group that are shown, and how deep.
const MOST_WIDE: usize = 15;
const MOST_DEEP: usize = 10;

/// The text so far. Inside of a group each line has a margin.
#[derive(Default)]
pub struct Page {
    pub text: String,
    depth: usize,
    needs_close: bool,
}

impl Page {
    fn indent(&self) -> String {
        " ".repeat(2 * self.depth)
    }

    fn push(&mut self, text: &str) {
        self.push_with(text, '|');
    }

    fn push_with(&mut self, text: &str, margin: char) {
        if self.depth == 0 {
            return self.text.push_str(text);
        }
        let indent = self.indent();
        for line in text.split_inclusive('\n') {
            self.text.push_str(&format!("{indent}{margin} {line}"));
        }
    }
}

impl Machine {
    /// An exception after those from which it came.
    pub(super) fn render_chain(&self, exception: Value, known: &FxHashMap<Value, Details>, page: &mut Page) {
        for (exception, sentence) in self.chain_of(exception) {
            self.render_one(exception, known, page);
            page.push(sentence);
        }
    }

    fn render_one(&self, exception: Value, known: &FxHashMap<Value, Details>, page: &mut Page) {
        let traceback = self.exception_data(exception).map_or(Value::NONE, |data| data.traceback);
        let frames = self.render_frames(traceback);
        let last = self.render_exception_only(exception, known.get(&exception));
        if !self.is_instance(exception, Type::BaseExceptionGroup) {
            if !frames.is_empty() {
                page.push("Traceback (most recent call last):\n");
                page.push(&frames);
            }
            return page.push(&last);
        }
        if page.depth > MOST_DEEP {
            return page.push(&format!("... (max_group_depth is {MOST_DEEP})\n"));
        }
        let is_outermost = page.depth == 0;
        page.depth += is_outermost as usize;
        if !frames.is_empty() {
            let margin = if is_outermost { '+' } else { '|' };
            page.push_with("Exception Group Traceback (most recent call last):\n", margin);
            page.push(&frames);
        }
        page.push(&last);
        self.render_members(exception, known, page);
        page.depth -= is_outermost as usize;
    }

    fn render_members(&self, group: Value, known: &FxHashMap<Value, Details>, page: &mut Page) {
        let members = self.group_members(group);
        let shown = members.len().min(MOST_WIDE + 1);
        page.needs_close = false;
        for (index, &member) in members[..shown].iter().enumerate() {
            let is_last = index + 1 == shown;
            page.needs_close |= is_last;
            let is_rest = index >= MOST_WIDE;
            let title = if is_rest { "...".to_owned() } else { (index + 1).to_string() };
            let corner = if index == 0 { "+-" } else { "  " };
            let line = format!("{}{corner}+---------------- {title} ----------------\n", page.indent());
            page.text.push_str(&line);
            page.depth += 1;
            if is_rest {
                let rest = members.len() - MOST_WIDE;
                let plural = if rest > 1 { "s" } else { "" };
                page.push(&format!("and {rest} more exception{plural}\n"));
            } else {
                self.render_chain(member, known, page);
            }
            if is_last && page.needs_close {
                let line = format!("{}+------------------------------------\n", page.indent());
                page.text.push_str(&line);
                page.needs_close = false;
            }
            page.depth -= 1;
        }
    }

    /// The exceptions in a group.
    fn group_members(&self, group: Value) -> Vec<Value> {
        let args = self.exception_data(group).map_or(Value::NONE, |data| data.args);
        let members = self.tuple_items(args).get(1).copied().unwrap_or(Value::NONE);
        [self.list_items(members), self.tuple_items(members)].concat()
    }
}
