//! Where two dumps of trees differ first, as the node that differs.
//!
//! A dump has one line for each field, and each line is indented by two spaces more than the node that it belongs to.

/// The first node in which two dumps differ.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// How one gets to the node from the root: `body[3].value.left`.
    pub path: String,
    /// The node on both sides: its form and place, and the line that differs.
    pub ours: String,
    pub theirs: String,
}

/// Compares two dumps; `None` if they are equal.
pub fn difference(ours: &str, theirs: &str) -> Option<Difference> {
    if ours == theirs {
        return None;
    }
    let (ours, theirs): (Vec<&str>, Vec<&str>) = (ours.lines().collect(), theirs.lines().collect());
    let equal = ours.iter().zip(&theirs).take_while(|(our, their)| our == their).count();
    if let Some(ours_goes_on) = ends(&ours, &theirs, equal) {
        let longer = if ours_goes_on { &ours } else { &theirs };
        let node = node_of(longer, equal + 1);
        let sides = [describe(longer, node, equal + 1), "nothing more".to_owned()];
        let [ours, theirs] = if ours_goes_on { sides } else { swapped(sides) };
        return Some(Difference { path: path(longer, node), ours, theirs });
    }
    let node = node_of(&ours, equal).max(node_of(&theirs, equal));
    Some(Difference {
        path: path(&ours, node),
        ours: describe(&ours, node, equal),
        theirs: describe(&theirs, node, equal),
    })
}

fn swapped([left, right]: [String; 2]) -> [String; 2] {
    [right, left]
}

/// Where lines differ in what they close only: whether it is our side that goes on.
fn ends(ours: &[&str], theirs: &[&str], at: usize) -> Option<bool> {
    let (our, their) = (ours.get(at)?, theirs.get(at)?);
    let bare = |line: &str| line.trim_end_matches([')', ']', ',']).len();
    let same = bare(our) == bare(their) && our[..bare(our)] == their[..bare(their)];
    let closed = |line: &str| line[bare(line)..].matches([')', ']']).count();
    same.then(|| closed(our) < closed(their))
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Whether a line opens a node: `Name(`, `value=Name(`.
fn opens_node(line: &str) -> bool {
    line.ends_with('(')
}

/// The line on which the node starts that a line belongs to; both dumps are equal before that line.
fn node_of(lines: &[&str], at: usize) -> usize {
    if at >= lines.len() {
        return lines.len().saturating_sub(1);
    }
    let mut at = at;
    while at > 0 && !opens_node(lines[at]) {
        at = line_above(lines, at);
    }
    at
}

/// The fields and indices that lead to the node on a line.
fn path(lines: &[&str], node: usize) -> String {
    let mut steps = Vec::new();
    let mut at = node.min(lines.len().saturating_sub(1));
    while indent(lines[at]) > 0 {
        let above = line_above(lines, at);
        match lines[above].trim_start().strip_suffix("=[") {
            Some(list) => {
                let is_element = |line: &&&str| indent(line) == indent(lines[at]) && !closes(line);
                let index = lines[above + 1..at].iter().filter(is_element).count();
                steps.push(format!("{list}[{index}]"));
                at = line_above(lines, above);
            }
            None => {
                let field = lines[at].trim_start().split('=').next().unwrap_or_default();
                steps.push(field.to_owned());
                at = above;
            }
        }
    }
    steps.reverse();
    steps.join(".")
}

/// The line of the list or node that a line is inside of.
fn line_above(lines: &[&str], at: usize) -> usize {
    let level = indent(lines[at]);
    (0..at).rev().find(|&above| indent(lines[above]) < level).unwrap_or(0)
}

fn is_name(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

fn closes(line: &str) -> bool {
    matches!(line.trim_start().as_bytes().first(), Some(b')' | b']'))
}

/// A node's form and place, and the line that differs unless it is one of these.
fn describe(lines: &[&str], node: usize, differs: usize) -> String {
    let Some(first) = lines.get(node) else { return "nothing".to_owned() };
    let form = first.trim_start().trim_end_matches('(');
    let form = form.split_once('=').filter(|(field, _)| is_name(field)).map_or(form, |(_, form)| form);
    let level = indent(first);
    let fields = lines[node + 1..].iter().take_while(|line| indent(line) > level);
    let mut place = [""; 4];
    for line in fields.filter(|line| indent(line) == level + 2) {
        for (slot, name) in place.iter_mut().zip(["lineno=", "col_offset=", "end_lineno=", "end_col_offset="])
        {
            if let Some(value) = line.trim_start().strip_prefix(name) {
                *slot = value.trim_end_matches([',', ')', ']']);
            }
        }
    }
    let [line, column, end_line, end_column] = place;
    let mut out = if line.is_empty() {
        form.to_owned()
    } else {
        format!("{form} at {line}:{column} to {end_line}:{end_column}")
    };
    if differs != node {
        let text: String = lines.get(differs).map_or("", |line| line.trim()).chars().take(120).collect();
        out.push_str(&format!(", {text}"));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::difference;
    use spec::{Source, dump, parse};

    fn dumped(text: &str) -> String {
        let source = Source::from_text("test", text).expect("text");
        dump::dump(&parse(&source).expect("a program"), &source)
    }

    fn found(ours: &str, theirs: &str) -> [String; 3] {
        let found = difference(&dumped(ours), &dumped(theirs)).expect("a difference");
        [found.path, found.ours, found.theirs]
    }

    #[test]
    fn a_field_is_shown_with_its_node() {
        let expected = [
            "body[1].value.right",
            "Attribute at 2:4 to 2:7, attr='d',",
            "Attribute at 2:4 to 2:7, attr='e',",
        ];
        assert_eq!(found("a\nb + c.d", "a\nb + c.e"), expected);
    }

    #[test]
    fn places_are_fields() {
        let expected = ["body[0].value.left", "Name at 1:0 to 1:1, ", "Name at 1:1 to 1:2, "];
        let shown = found("x + y", "(x)+ y");
        assert_eq!(shown[0], expected[0]);
        assert!(shown[1].starts_with(expected[1]) && shown[2].starts_with(expected[2]), "{shown:?}");
    }

    #[test]
    fn other_forms_are_shown_as_such() {
        let expected = ["body[0].value.args[1]", "Constant at 1:5 to 1:6", "Name at 1:5 to 1:6"];
        assert_eq!(found("f(a, 1)", "f(a, b)"), expected);
    }

    #[test]
    fn missing_elements_are_shown_at_the_list() {
        let expected = ["body[0].value.args[1]", "nothing more", "Name at 1:5 to 1:6"];
        assert_eq!(found("f(a)", "f(a, b)"), expected);
        let expected = ["body[0].value", "Call at 1:0 to 1:9, keywords=[", "Call at 1:0 to 1:4, lineno=1,"];
        assert_eq!(found("f(a, b=c)", "f(a)"), expected);
        assert_eq!(difference("a(", "a("), None);
    }
}
