//! The `is...` methods of `str`. All but `isascii` and `isprintable` are false for the empty string.

use super::{Text, Units};
use crate::data::{bytes, unicode};

impl Text {
    fn all(&self, predicate: fn(u32) -> bool) -> bool {
        !self.is_empty() && self.code_points().all(predicate)
    }

    /// `str.isalpha`.
    pub fn is_alpha(&self) -> bool {
        match self.units() {
            Units::Narrow(units) => bytes::is_alpha(units),
            Units::Wide(_) => self.all(unicode::is_alphabetic),
        }
    }

    /// `str.isalnum`.
    pub fn is_alnum(&self) -> bool {
        match self.units() {
            Units::Narrow(units) => bytes::is_alnum(units),
            Units::Wide(_) => self.all(unicode::is_alphanumeric),
        }
    }

    /// `str.isdecimal`.
    pub fn is_decimal(&self) -> bool {
        match self.units() {
            Units::Narrow(units) => bytes::is_digit(units),
            Units::Wide(_) => self.all(|point| unicode::decimal_value(point).is_some()),
        }
    }

    /// `str.isdigit`.
    pub fn is_digit(&self) -> bool {
        match self.units() {
            Units::Narrow(units) => bytes::is_digit(units),
            Units::Wide(_) => self.all(unicode::is_digit),
        }
    }

    /// `str.isnumeric`.
    pub fn is_numeric(&self) -> bool {
        match self.units() {
            Units::Narrow(units) => bytes::is_digit(units),
            Units::Wide(_) => self.all(unicode::is_numeric),
        }
    }

    /// `str.isspace`.
    pub fn is_space(&self) -> bool {
        self.all(unicode::is_space)
    }

    /// `str.isprintable`.
    pub fn is_printable(&self) -> bool {
        self.code_points().all(unicode::is_printable)
    }

    /// `str.islower`: there are cased characters, and all of them are lowercase.
    pub fn is_lower(&self) -> bool {
        match self.units() {
            Units::Narrow(units) => bytes::is_lower(units),
            Units::Wide(_) => self.has_one_case(unicode::is_lowercase, unicode::is_uppercase),
        }
    }

    /// `str.isupper`: there are cased characters, and all of them are uppercase.
    pub fn is_upper(&self) -> bool {
        match self.units() {
            Units::Narrow(units) => bytes::is_upper(units),
            Units::Wide(_) => self.has_one_case(unicode::is_uppercase, unicode::is_lowercase),
        }
    }

    fn has_one_case(&self, wanted: fn(u32) -> bool, unwanted: fn(u32) -> bool) -> bool {
        let mut found = false;
        for point in self.code_points() {
            if unwanted(point) || unicode::is_titlecase(point) {
                return false;
            }
            found |= wanted(point);
        }
        found
    }

    /// `str.istitle`: each word begins with its only capital, and there is a word.
    pub fn is_title(&self) -> bool {
        let mut inside_word = false;
        let mut found = false;
        for point in self.code_points() {
            let capital = unicode::is_uppercase(point) || unicode::is_titlecase(point);
            let small = !capital && unicode::is_lowercase(point);
            if capital && inside_word || small && !inside_word {
                return false;
            }
            inside_word = capital || small;
            found |= inside_word;
        }
        found
    }

    /// `str.isidentifier` (Language Reference 2.3).
    pub fn is_identifier(&self) -> bool {
        if let Some(text) = self.as_str() {
            let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
            return text.starts_with(|c: char| !c.is_ascii_digit()) && text.bytes().all(is_word);
        }
        let mut points = self.code_points();
        points.next().is_some_and(unicode::starts_identifier) && points.all(unicode::continues_identifier)
    }
}
