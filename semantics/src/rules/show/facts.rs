//! What has been decided on one way through a rule: a condition that is known is no premise a second time.

/// Conditions that are known to hold or not to hold.
#[derive(Clone, Default)]
pub(super) struct Facts(Vec<(String, bool)>);

impl Facts {
    pub fn get(&self, condition: &str) -> Option<bool> {
        let (condition, is_same) = normal(condition);
        self.0.iter().find(|(known, _)| *known == condition).map(|&(_, holds)| holds == is_same)
    }

    pub fn add(&mut self, condition: &str, holds: bool) {
        let (condition, is_same) = normal(condition);
        self.0.push((condition, holds == is_same));
    }

    /// A slot of this name has another value now.
    pub fn forget_about(&mut self, name: &str) {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        self.0.retain(|(known, _)| known.split(|c| !is_word(c)).all(|word| word != name));
    }

    /// Code of the program may have changed the state of objects; that something is there does not change.
    pub fn forget_states(&mut self) {
        self.0.retain(|(known, _)| known.starts_with("is_nothing("));
    }
}

/// A condition, and whether it is said the way it is compared: there being something is the opposite of nothing.
fn normal(condition: &str) -> (String, bool) {
    match condition.strip_prefix("is_something(") {
        Some(rest) => (format!("is_nothing({rest}"), false),
        None => (condition.to_owned(), true),
    }
}
