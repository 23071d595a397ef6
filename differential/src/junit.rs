//! The report as JUnit XML, which most build servers read.

use crate::conformance::Report;
use std::fmt::Write;

/// One test suite an engine, one test case a program.
pub fn render(report: &Report) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"gradus\">\n");
    for (index, engine) in report.engines.iter().enumerate() {
        let cases = report.programs.iter().map(|entry| (entry, entry.verdicts[index].as_ref()));
        let cases: Vec<_> = cases.collect();
        let failed =
            cases.iter().filter(|(_, verdict)| verdict.is_some_and(|verdict| verdict.failure.is_some()));
        let skipped = cases.iter().filter(|(_, verdict)| verdict.is_none());
        let counts = format!(
            "tests=\"{}\" failures=\"{}\" skipped=\"{}\"",
            cases.len(),
            failed.count(),
            skipped.count()
        );
        let _ = writeln!(out, "  <testsuite name=\"{}\" {counts}>", escape(engine));
        for (entry, verdict) in cases {
            let seconds = verdict.map_or(0.0, |verdict| verdict.seconds);
            let (area, id) = (escape(&entry.area), escape(&entry.id));
            let _ = write!(out, "    <testcase classname=\"{area}\" name=\"{id}\" time=\"{seconds:.6}\"");
            match verdict.map(|verdict| &verdict.failure) {
                None => out.push_str("><skipped/></testcase>\n"),
                Some(None) => out.push_str("/>\n"),
                Some(Some(failure)) => {
                    let text = format!(
                        "expected: {}\nactual:   {}\nrules: {}\nreplay: {}",
                        failure.expected,
                        failure.actual,
                        failure.rules.join(", "),
                        failure.replay
                    );
                    let (what, text) = (escape(&failure.what), escape(&text));
                    let _ = writeln!(out, "><failure message=\"{what}\">{text}</failure></testcase>");
                }
            }
        }
        out.push_str("  </testsuite>\n");
    }
    out.push_str("</testsuites>\n");
    out
}

/// Text as it may stand in XML.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(character),
            // XML 1.0 has no way to write other control characters.
            character if character.is_control() => out.push('\u{FFFD}'),
            character => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn text_is_escaped() {
        assert_eq!(super::escape("a<b>&\"\u{1}\n"), "a&lt;b&gt;&amp;&quot;\u{FFFD}\n");
    }
}
