//! Lexical analysis (Language Reference, chapter 2): from text to tokens.
//!
//! The scanners for single tokens are in `scan` (built with `nom`); `driver` holds what they cannot see: the
//! indentation, the open brackets, the f-strings in progress.

mod driver;
mod fstring;
mod number;
mod scan;

use crate::ast::Span;
use crate::error::SyntaxError;
use crate::source::Source;

/// One token: its kind and its place in the source text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    pub kind: Tok,
    pub start: u32,
    pub end: u32,
}

impl Token {
    pub fn span(self) -> Span {
        Span { start: self.start, end: self.end }
    }
}

macro_rules! tokens {
    (names { $($name:ident = $label:literal)* } operators { $($op:ident = $text:literal)* }
     keywords { $($keyword:ident = $word:literal)* }) => {
        /// The kinds of tokens: those with many spellings, operators and delimiters, keywords.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        #[repr(u8)]
        pub enum Tok { $($name,)* $($op,)* $($keyword,)* }

        impl Tok {
            /// All kinds: `Tok::ALL[kind as usize] == kind`.
            pub const ALL: &'static [Tok] = &[$(Tok::$name,)* $(Tok::$op,)* $(Tok::$keyword,)*];

            /// The spelling of an operator or keyword; for the other kinds, their name in the grammar.
            pub fn text(self) -> &'static str {
                const TEXTS: &[&str] = &[$($label,)* $($text,)* $($word,)*];
                TEXTS[self as usize]
            }

            /// The operator or delimiter, or keyword, with this spelling.
            pub fn spelled(text: &str) -> Option<Tok> {
                match text { $($text => Some(Tok::$op),)* $($word => Some(Tok::$keyword),)* _ => None }
            }

            pub fn is_keyword(self) -> bool {
                matches!(self, $(Tok::$keyword)|*)
            }

            pub fn is_operator(self) -> bool {
                matches!(self, $(Tok::$op)|*)
            }
        }

        /// A name, or the keyword with this spelling (Language Reference 2.3.1).
        #[inline]
        fn name_or_keyword(name: &[u8]) -> Tok {
            if name.len() < 2 || name.len() > 8 {
                return Tok::Name;
            }
            $(if $word.len() == name.len() && $word.as_bytes()[0] == name[0] && $word.as_bytes() == name {
                return Tok::$keyword;
            })*
            Tok::Name
        }
    };
}

tokens! {
    names {
        End = "ENDMARKER" Newline = "NEWLINE" Indent = "INDENT" Dedent = "DEDENT"
        Name = "NAME" Number = "NUMBER" String = "STRING"
        FStringStart = "FSTRING_START" FStringMiddle = "FSTRING_MIDDLE" FStringEnd = "FSTRING_END"
        Unknown = "UNKNOWN" Error = "ERROR"
    }
    operators {
        LeftParen = "(" RightParen = ")" LeftBracket = "[" RightBracket = "]" LeftBrace = "{" RightBrace = "}"
        Comma = "," Colon = ":" Semicolon = ";" Dot = "." Ellipsis = "..." Arrow = "->" At = "@" Equal = "="
        ColonEqual = ":=" Exclamation = "!"
        Plus = "+" Minus = "-" Star = "*" DoubleStar = "**" Slash = "/" DoubleSlash = "//" Percent = "%"
        LeftShift = "<<" RightShift = ">>" Ampersand = "&" Bar = "|" Caret = "^" Tilde = "~"
        EqualEqual = "==" NotEqual = "!=" Less = "<" LessEqual = "<=" Greater = ">" GreaterEqual = ">="
        PlusEqual = "+=" MinusEqual = "-=" StarEqual = "*=" AtEqual = "@=" SlashEqual = "/="
        PercentEqual = "%=" AmpersandEqual = "&=" BarEqual = "|=" CaretEqual = "^=" LeftShiftEqual = "<<="
        RightShiftEqual = ">>=" DoubleStarEqual = "**=" DoubleSlashEqual = "//="
    }
    keywords {
        False = "False" None = "None" True = "True" And = "and" As = "as" Assert = "assert" Async = "async"
        Await = "await" Break = "break" Class = "class" Continue = "continue" Def = "def" Del = "del"
        Elif = "elif" Else = "else" Except = "except" Finally = "finally" For = "for" From = "from"
        Global = "global" If = "if" Import = "import" In = "in" Is = "is" Lambda = "lambda"
        Nonlocal = "nonlocal" Not = "not" Or = "or" Pass = "pass" Raise = "raise" Return = "return"
        Try = "try" While = "while" With = "with" Yield = "yield"
    }
}

/// The tokens of a source text. The last is `End`, or `Error` where the text cannot be read on.
#[derive(Clone, Debug)]
pub struct Tokens {
    pub list: Vec<Token>,
    /// What the final `Error` token stands for.
    pub error: Option<LexicalError>,
}

/// Why the text could not be split into tokens to its end.
#[derive(Clone, Debug)]
pub struct LexicalError {
    pub error: SyntaxError,
    /// Whether the error counts even where the parser rejects the text before it. Errors of indentation and line
    /// joining, and those inside of f-strings, do not.
    pub is_prior: bool,
    /// The innermost bracket that is open at the error, and the error that it was never closed.
    pub unclosed: Option<(u32, SyntaxError)>,
}

/// Splits a source text into tokens.
pub fn tokenize(source: &Source) -> Tokens {
    driver::Driver::new(source).run()
}
