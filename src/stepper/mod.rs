//! The full-screen stepper: [`Session`] moves through a run, [`screen`] draws where it is.

mod screen;
mod session;

use ratatui::crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
pub use session::Session;

/// What is being typed at the bottom of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Prompt {
    Line(String),
    Rule(String),
}

/// Shows a session until the user has seen enough.
pub fn show(mut session: Session) -> std::io::Result<()> {
    let mut terminal = ratatui::try_init()?;
    let result = converse(&mut terminal, &mut session);
    ratatui::restore();
    result
}

fn converse(terminal: &mut ratatui::DefaultTerminal, session: &mut Session) -> std::io::Result<()> {
    let mut prompt: Option<Prompt> = None;
    loop {
        terminal.draw(|frame| screen::draw(frame, session, prompt.as_ref()))?;
        let Event::Key(key) = event::read()? else { continue };
        if key.kind != KeyEventKind::Press {
            continue;
        }
        if key.modifiers.contains(KeyModifiers::CONTROL) && key.code == KeyCode::Char('c') {
            return Ok(());
        }
        match prompt.take() {
            Some(open) => prompt = answer(session, open, key.code),
            None if matches!(key.code, KeyCode::Char('q') | KeyCode::Esc) => return Ok(()),
            None => prompt = press(session, key.code),
        }
    }
}

/// A key outside of a prompt; gives the prompt that it opens.
fn press(session: &mut Session, key: KeyCode) -> Option<Prompt> {
    match key {
        KeyCode::Right | KeyCode::Char(' ') | KeyCode::Enter => session.forward(),
        KeyCode::Left | KeyCode::Backspace => session.back(),
        KeyCode::Char('i') => session.step_into(),
        KeyCode::Char('o') | KeyCode::Down => session.over(),
        KeyCode::Char('u') | KeyCode::Up => session.out(),
        KeyCode::Char('n') => session.next_line(),
        KeyCode::Char('z') => session.undo(),
        KeyCode::Char('0') | KeyCode::Home => session.go_to_beginning(),
        KeyCode::Char('e') | KeyCode::End => session.go_to_end(),
        KeyCode::Char('l') => return Some(Prompt::Line(String::new())),
        KeyCode::Char('r') => return Some(Prompt::Rule(String::new())),
        _ => {}
    }
    None
}

/// A key in a prompt; gives the prompt that stays open.
fn answer(session: &mut Session, mut prompt: Prompt, key: KeyCode) -> Option<Prompt> {
    let (Prompt::Line(text) | Prompt::Rule(text)) = &mut prompt;
    match key {
        KeyCode::Esc => return None,
        KeyCode::Backspace => drop(text.pop()),
        KeyCode::Char(character) => text.push(character),
        KeyCode::Enter => {
            match &prompt {
                Prompt::Line(text) => session.go_to_line(text.trim().parse().unwrap_or(0)),
                Prompt::Rule(text) => session.go_to_rule(text.trim()),
            }
            return None;
        }
        _ => {}
    }
    Some(prompt)
}
