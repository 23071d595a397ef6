//! What the stepper shows: the source with the focus marked, the rule at hand, the activations with their slots, the
//! variables of the frame, the objects that they lead to, and the output.

use super::{Prompt, Session};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Span, Text};
use ratatui::widgets::{Block, Paragraph, Wrap};
use semantics::rules::show;

const FOCUS: Style = Style::new().fg(Color::Black).bg(Color::Yellow);
const NAME: Style = Style::new().fg(Color::Cyan);
const DIM: Style = Style::new().add_modifier(Modifier::DIM);

pub fn draw(frame: &mut Frame, session: &Session, prompt: Option<&Prompt>) {
    let [main, bottom] = Layout::vertical([Constraint::Min(10), Constraint::Length(1)]).areas(frame.area());
    let [left, right] =
        Layout::horizontal([Constraint::Percentage(50), Constraint::Percentage(50)]).areas(main);
    let [source, output] =
        Layout::vertical([Constraint::Percentage(70), Constraint::Percentage(30)]).areas(left);
    let parts = [
        Constraint::Percentage(28),
        Constraint::Percentage(30),
        Constraint::Percentage(21),
        Constraint::Min(4),
    ];
    let [rule, activations, variables, heap] = Layout::vertical(parts).areas(right);
    draw_source(frame, source, session);
    draw_output(frame, output, session);
    draw_rule(frame, rule, session);
    draw_activations(frame, activations, session);
    draw_variables(frame, variables, session);
    draw_heap(frame, heap, session);
    draw_bottom(frame, bottom, session, prompt);
}

fn panel(frame: &mut Frame, area: Rect, title: String, lines: Vec<Line>) {
    let block = Block::bordered().title(title);
    frame.render_widget(Paragraph::new(Text::from(lines)).block(block), area);
}

/// The source around the focus.
fn draw_source(frame: &mut Frame, area: Rect, session: &Session) {
    let machine = session.machine();
    let source = &machine.program.source;
    let focus = machine.focus();
    let first_line = focus.map_or(1, |focus| source.position(focus.start as usize).0);
    let height = area.height.saturating_sub(2) as usize;
    let top = first_line.saturating_sub(height / 2).max(1);
    let mut lines = Vec::new();
    for number in top..(top + height).min(source.line_count() + 1) {
        let start = source.line_start(number);
        let text = source.line_text(number).trim_end_matches('\n');
        let mut spans = vec![Span::styled(format!("{number:>4} "), DIM)];
        // Of a module as a whole nothing is marked.
        let marked = focus.filter(|_| machine.focus_line().is_some()).map(|focus| {
            let from = (focus.start as usize).clamp(start, start + text.len()) - start;
            let to = (focus.end as usize).clamp(start, start + text.len()) - start;
            (from, to)
        });
        match marked.filter(|(from, to)| from < to) {
            Some((from, to)) => spans.extend([
                Span::raw(text[..from].to_owned()),
                Span::styled(text[from..to].to_owned(), FOCUS),
                Span::raw(text[to..].to_owned()),
            ]),
            None => spans.push(Span::raw(text.to_owned())),
        }
        lines.push(Line::from(spans));
    }
    panel(frame, area, format!(" {} ", source.filename()), lines);
}

fn draw_output(frame: &mut Frame, area: Rect, session: &Session) {
    let (stdout, stderr) = session.output();
    let mut lines: Vec<Line> = stdout.lines().map(|line| Line::raw(line.to_owned())).collect();
    lines.extend(stderr.lines().map(|line| Line::styled(line.to_owned(), Style::new().fg(Color::Red))));
    if let Some(ending) = session.ending() {
        lines.push(Line::styled(format!("({ending})"), DIM));
    }
    let height = area.height.saturating_sub(2) as usize;
    let skip = lines.len().saturating_sub(height);
    panel(frame, area, " output ".into(), lines.split_off(skip));
}

/// The rule that makes the next transition.
fn draw_rule(frame: &mut Frame, area: Rect, session: &Session) {
    let machine = session.machine();
    let Some(top) = machine.thread.activations.last().filter(|_| machine.is_in_program()) else {
        return panel(frame, area, " rule ".into(), Vec::new());
    };
    let rule = machine.rules.get(top.rule).definition;
    let width = area.width.saturating_sub(2) as usize;
    let code = show::pseudo_code(rule, width);
    let mut lines: Vec<Line> =
        vec![Line::styled(rule.doc.replace('\n', " ").trim().to_owned(), DIM), Line::raw("")];
    lines.extend(code.lines().map(|line| Line::styled(line.to_owned(), NAME)));
    let title = format!(" {} · {} · step {} ", rule.id, rule.section, machine.steps);
    let paragraph =
        Paragraph::new(Text::from(lines)).wrap(Wrap { trim: false }).block(Block::bordered().title(title));
    frame.render_widget(paragraph, area);
}

/// The rules in progress, the innermost on top, with the slots of those that have any set.
fn draw_activations(frame: &mut Frame, area: Rect, session: &Session) {
    let views = session.machine().view_activations();
    let mut lines = Vec::new();
    for (index, view) in views.iter().enumerate().rev() {
        let is_top = index + 1 == views.len();
        let style = if is_top { NAME.bold() } else { NAME };
        lines.push(Line::from(vec![
            Span::styled(format!("{:>2} {}", view.frame, view.rule), style),
            Span::styled(format!("  {}", view.source), DIM),
        ]));
        let set = view.slots.iter().filter(|(_, value)| value != "Nothing");
        let slots: Vec<String> = set.map(|(name, value)| format!("{name} = {value}")).collect();
        if !slots.is_empty() {
            lines.push(Line::raw(format!("     {}", slots.join("   "))));
        }
    }
    panel(frame, area, format!(" activations: {} ", views.len()), lines);
}

fn draw_variables(frame: &mut Frame, area: Rect, session: &Session) {
    let machine = session.machine();
    let frames = machine.view_frames();
    let mut lines = Vec::new();
    for view in frames.iter().rev() {
        lines.push(Line::styled(view.name.clone(), Style::new().bold()));
        for (name, value) in &view.variables {
            lines.push(Line::from(vec![
                Span::styled(format!("  {name}"), NAME),
                Span::raw(format!(" = {}", machine.sketch(*value))),
            ]));
        }
    }
    panel(frame, area, format!(" frames: {} ", frames.len()), lines);
}

fn draw_heap(frame: &mut Frame, area: Rect, session: &Session) {
    let machine = session.machine();
    let frames = machine.view_frames();
    let objects = frames.last().map(|frame| machine.view_heap(frame)).unwrap_or_default();
    let lines = objects.into_iter().map(|(number, class, contents)| {
        Line::from(vec![
            Span::styled(format!("@{number:<6}"), DIM),
            Span::styled(format!("{class} "), NAME),
            Span::raw(contents),
        ])
    });
    panel(frame, area, " heap ".into(), lines.collect());
}

fn draw_bottom(frame: &mut Frame, area: Rect, session: &Session, prompt: Option<&Prompt>) {
    let line = match prompt {
        Some(Prompt::Line(text)) => Line::raw(format!("to line: {text}▏")),
        Some(Prompt::Rule(text)) => Line::raw(format!("to rule: {text}▏")),
        None if !session.message.is_empty() => Line::raw(session.message.clone()),
        None => Line::styled(
            "→ forward  ← back  i into  o over  u out  n next line  l to line  r to rule  z undo  0 start  e end  q quit",
            DIM,
        ),
    };
    frame.render_widget(Paragraph::new(line), area);
}

#[cfg(test)]
mod tests {
    use super::*;
    use differential::machine::{Job, Kind};
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;
    use semantics::state::Limits;

    #[test]
    fn screen_shows_where_the_run_is() {
        let job = Job {
            file: "test.py",
            text: b"words = ['a', 'b']\nprint(words)\n",
            arguments: Vec::new(),
            limits: Limits::default(),
            kind: Kind::Reference,
        };
        let mut session = Session::start(&job).expect("the program is one");
        session.go_to_line(2);
        let mut terminal = Terminal::new(TestBackend::new(120, 40)).expect("a buffer is a terminal");
        terminal.draw(|frame| draw(frame, &session, None)).expect("a buffer takes all");
        let shown: String = terminal.backend().buffer().content().iter().map(|cell| cell.symbol()).collect();
        for part in ["test.py", "print(words)", "stmt.expr", "words = [\"a\", \"b\"]", "activations"] {
            assert!(shown.contains(part), "{part} is not on the screen");
        }
    }
}
