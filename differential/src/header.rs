//! The header of a conformance program: a block of comments in the manner of PEP 723.
//!
//! ```text
//! # /// gradus
//! # id = "operators.reflected-goes-first-for-subclass"
//! # rules = ["protocol.binary"]
//! # python = ">=3.8"
//! # expect = "exit 0"
//! # ///
//! ```

use crate::pythons::Version;

/// What a header says.
#[derive(Clone, Debug)]
pub struct Header {
    pub id: String,
    /// Rules that must have fired.
    pub rules: Vec<String>,
    pub range: Range,
    pub exit_code: u8,
    /// The text is no program: what stands beside it is the error, and where it is.
    pub is_early_error: bool,
}

/// A range of versions: `>=3.8,<3.14`, `==3.13.*`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Range {
    text: String,
    from: Version,
    before: Option<Version>,
}

impl Range {
    pub fn parse(text: &str) -> Result<Range, String> {
        let mut range = Range { text: text.to_owned(), from: (0, 0), before: None };
        for part in text.split(',').map(str::trim) {
            let version = |text: &str| {
                let (major, minor) = text.split_once('.')?;
                Some((major.parse().ok()?, minor.parse().ok()?))
            };
            let exactly = part.strip_prefix("==").and_then(|part| part.strip_suffix(".*"));
            if let Some((major, minor)) = exactly.and_then(version) {
                (range.from, range.before) = ((major, minor), Some((major, minor + 1)));
                continue;
            }
            let bound = match part.split_at_checked(2) {
                Some((">=", rest)) => version(rest).map(|version| range.from = version),
                _ => part.strip_prefix('<').and_then(version).map(|version| range.before = Some(version)),
            };
            bound.ok_or_else(|| format!("odd range of versions: {text}"))?;
        }
        Ok(range)
    }

    pub fn contains(&self, version: Version) -> bool {
        version >= self.from && self.before.is_none_or(|before| version < before)
    }
}

impl std::fmt::Display for Range {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

const START: &str = "# /// gradus";
const END: &str = "# ///";

/// Reads the header of a program.
pub fn parse(text: &str) -> Result<Header, String> {
    let mut header = Header {
        id: String::new(),
        rules: Vec::new(),
        range: Range::parse(">=3.8")?,
        exit_code: 0,
        is_early_error: false,
    };
    let mut lines = text.lines();
    if lines.next() != Some(START) {
        return Err(format!("the first line is not `{START}`"));
    }
    for line in lines {
        if line == END {
            return if header.id.is_empty() { Err("the header has no id".into()) } else { Ok(header) };
        }
        let field = line.strip_prefix("# ").and_then(|line| line.split_once(" = "));
        let (name, value) = field.ok_or_else(|| format!("odd line in the header: {line}"))?;
        match name {
            "id" => header.id = unquote(value)?,
            "rules" => header.rules = parse_list(value)?,
            "python" => header.range = Range::parse(&unquote(value)?)?,
            "expect" if unquote(value)? == "early error" => {
                header.is_early_error = true;
                header.exit_code = 1;
            }
            "expect" => {
                let text = unquote(value)?;
                let code = text.strip_prefix("exit ").and_then(|code| code.parse().ok());
                header.exit_code = code.ok_or_else(|| format!("odd expectation: {text}"))?;
            }
            _ => return Err(format!("unknown field in the header: {name}")),
        }
    }
    Err("the header has no end".into())
}

fn unquote(text: &str) -> Result<String, String> {
    let inner = text.trim().strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    inner.map(str::to_owned).ok_or_else(|| format!("not a string: {text}"))
}

fn parse_list(text: &str) -> Result<Vec<String>, String> {
    let inner = text.trim().strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    let inner = inner.ok_or_else(|| format!("not a list: {text}"))?;
    inner.split(',').map(str::trim).filter(|item| !item.is_empty()).map(unquote).collect()
}

/// The text of a program with other rules in its header.
pub fn with_rules(text: &str, rules: &[&str]) -> String {
    let list: Vec<String> = rules.iter().map(|rule| format!("\"{rule}\"")).collect();
    let line = format!("# rules = [{}]", list.join(", "));
    let mut is_done = false;
    let lines = text.split_inclusive('\n').map(|old| {
        if !is_done && old.starts_with("# rules = ") {
            is_done = true;
            return format!("{line}\n");
        }
        old.to_owned()
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# /// gradus\n# id = \"a.b\"\n# rules = []\n# python = \">=3.9,<3.14\"\n# expect = \"exit 3\"\n# ///\nx\n";

    #[test]
    fn header_is_read() {
        let header = parse(TEXT).unwrap();
        assert_eq!((header.id.as_str(), header.exit_code), ("a.b", 3));
        assert!(
            header.range.contains((3, 13))
                && !header.range.contains((3, 14))
                && !header.range.contains((3, 8))
        );
    }

    #[test]
    fn rules_are_replaced() {
        let text = with_rules(TEXT, &["expr.name", "stmt.if"]);
        assert_eq!(parse(&text).unwrap().rules, ["expr.name", "stmt.if"]);
        assert_eq!(with_rules(&text, &[]), TEXT);
    }
}
