//! Expressions by precedence (Language Reference 6.11 to 6.17).

use super::{Parsed, Parser};
use crate::ast::{
    Await, BinOp, BoolOp, Compare, IfExp, Kind, Lambda, Name, NamedExpr, NodeId, Starred, Tuple, UnaryOp,
    Yield, YieldFrom,
};
use crate::tokens::Tok;

/// How tightly operators bind, loosest first (Language Reference 6.17).
pub(super) mod power {
    pub const OR: u8 = 1;
    pub const AND: u8 = 2;
    pub const NOT: u8 = 3;
    pub const COMPARISON: u8 = 4;
    pub const BIT_OR: u8 = 5;
    pub const BIT_XOR: u8 = 6;
    pub const BIT_AND: u8 = 7;
    pub const SHIFT: u8 = 8;
    pub const SUM: u8 = 9;
    pub const TERM: u8 = 10;
}

/// The power of each token as a binary operator; 0 for those that are none.
const POWERS: [u8; Tok::ALL.len()] = {
    let mut table = [0; Tok::ALL.len()];
    let mut at = 0;
    while at < table.len() {
        table[at] = match Tok::ALL[at] {
            Tok::Or => power::OR,
            Tok::And => power::AND,
            Tok::Less
            | Tok::LessEqual
            | Tok::Greater
            | Tok::GreaterEqual
            | Tok::EqualEqual
            | Tok::NotEqual
            | Tok::In
            | Tok::Is
            | Tok::Not => power::COMPARISON,
            Tok::Bar => power::BIT_OR,
            Tok::Caret => power::BIT_XOR,
            Tok::Ampersand => power::BIT_AND,
            Tok::LeftShift | Tok::RightShift => power::SHIFT,
            Tok::Plus | Tok::Minus => power::SUM,
            Tok::Star | Tok::Slash | Tok::DoubleSlash | Tok::Percent | Tok::At => power::TERM,
            _ => 0,
        };
        at += 1;
    }
    table
};

fn binary_operator(kind: Tok) -> Kind {
    match kind {
        Tok::Plus => Kind::Add,
        Tok::Minus => Kind::Sub,
        Tok::Star => Kind::Mult,
        Tok::At => Kind::MatMult,
        Tok::Slash => Kind::Div,
        Tok::Percent => Kind::Mod,
        Tok::LeftShift => Kind::LShift,
        Tok::RightShift => Kind::RShift,
        Tok::Bar => Kind::BitOr,
        Tok::Caret => Kind::BitXor,
        Tok::Ampersand => Kind::BitAnd,
        _ => Kind::FloorDiv,
    }
}

/// Whether an expression, or a starred one, may start with the token.
pub(super) fn starts_expression(kind: Tok) -> bool {
    matches!(
        kind,
        Tok::Name
            | Tok::Number
            | Tok::String
            | Tok::FStringStart
            | Tok::LeftParen
            | Tok::LeftBracket
            | Tok::LeftBrace
            | Tok::Minus
            | Tok::Plus
            | Tok::Tilde
            | Tok::Star
            | Tok::Ellipsis
            | Tok::None
            | Tok::True
            | Tok::False
            | Tok::Not
            | Tok::Lambda
            | Tok::Await
    )
}

impl Parser<'_> {
    /// `a, *b, c`: what may stand on the right of `=`, after `return`, `for ... in` (the Reference's `starred_list`
    /// without parentheses).
    pub(super) fn star_expressions(&mut self) -> Parsed {
        let start = self.start();
        let first = self.star_expression()?;
        if self.kind() != Tok::Comma {
            return Ok(first);
        }
        self.tuple_rest(start, first, Self::star_expression)
    }

    /// `a, b` without stars: mode "eval".
    pub(super) fn expression_list(&mut self) -> Parsed {
        let start = self.start();
        let first = self.expression()?;
        if self.kind() != Tok::Comma {
            return Ok(first);
        }
        self.tuple_rest(start, first, Self::expression)
    }

    /// The rest of a tuple without parentheses, from its first comma on.
    pub(super) fn tuple_rest(
        &mut self,
        start: u32,
        first: NodeId,
        element: fn(&mut Self) -> Parsed,
    ) -> Parsed {
        let mark = self.stack.len();
        self.push(first);
        while self.eat(Tok::Comma) && starts_expression(self.kind()) {
            let next = element(self)?;
            self.push(next);
        }
        let elts = self.list_from(mark);
        Ok(self.add(start, Tuple { elts, ctx: Kind::Load }))
    }

    fn star_expression(&mut self) -> Parsed {
        if self.kind() == Tok::Star { self.starred() } else { self.expression() }
    }

    /// `*x` or `x` or `n := x`: an element of a display.
    pub(super) fn star_named_expression(&mut self) -> Parsed {
        if self.kind() == Tok::Star { self.starred() } else { self.named_expression() }
    }

    /// `*` and what binds at least as tightly as `|`.
    fn starred(&mut self) -> Parsed {
        let start = self.start();
        self.advance();
        let value = self.operators(power::BIT_OR)?;
        Ok(self.add(start, Starred { value, ctx: Kind::Load }))
    }

    /// An expression that may be an assignment expression (Language Reference 6.12).
    #[inline]
    pub(super) fn named_expression(&mut self) -> Parsed {
        if self.kind() == Tok::Name && self.peek(1) == Tok::ColonEqual {
            return self.assignment_expression();
        }
        self.expression()
    }

    fn assignment_expression(&mut self) -> Parsed {
        let start = self.start();
        let id = self.name()?;
        let target = self.add(start, Name { id, ctx: Kind::Store });
        self.expect(Tok::ColonEqual)?;
        let value = self.expression()?;
        Ok(self.add(start, NamedExpr { target, value }))
    }

    /// `yield` or a list of expressions.
    pub(super) fn yield_or_star_expressions(&mut self) -> Parsed {
        if self.kind() == Tok::Yield { self.yield_expression() } else { self.star_expressions() }
    }

    /// Language Reference 6.2.9.
    pub(super) fn yield_expression(&mut self) -> Parsed {
        let start = self.start();
        self.expect(Tok::Yield)?;
        if self.eat(Tok::From) {
            let value = self.expression()?;
            return Ok(self.add(start, YieldFrom { value }));
        }
        let value = if starts_expression(self.kind()) { Some(self.star_expressions()?) } else { None };
        Ok(self.add(start, Yield { value }))
    }

    /// A conditional expression, a lambda, or what binds more tightly (Language Reference 6.13, 6.14).
    pub(super) fn expression(&mut self) -> Parsed {
        if self.kind() == Tok::Lambda {
            return self.lambda();
        }
        let start = self.start();
        let body = self.operators(power::OR)?;
        if self.kind() != Tok::If {
            return Ok(body);
        }
        self.advance();
        let test = self.operators(power::OR)?;
        self.expect(Tok::Else)?;
        let orelse = self.nested(Self::expression)?;
        Ok(self.add(start, IfExp { test, body, orelse }))
    }

    fn lambda(&mut self) -> Parsed {
        let start = self.start();
        self.advance();
        let args = self.parameters(Tok::Colon, false)?;
        self.expect(Tok::Colon)?;
        let body = self.nested(Self::expression)?;
        Ok(self.add(start, Lambda { args, body }))
    }

    /// Operands and binary operators of at least this power.
    pub(super) fn operators(&mut self, min: u8) -> Parsed {
        let start = self.start();
        let mut left = self.operand(min)?;
        loop {
            let power = POWERS[self.kind() as usize];
            if power < min || power == 0 {
                return Ok(left);
            }
            left = match power {
                power::OR | power::AND => self.bool_op(start, left, power)?,
                power::COMPARISON => {
                    if self.kind() == Tok::Not && self.peek(1) != Tok::In {
                        return Ok(left);
                    }
                    self.comparison(start, left)?
                }
                _ => {
                    let op = binary_operator(self.kind());
                    self.advance();
                    let right = self.operators(power + 1)?;
                    self.add(start, BinOp { left, op, right })
                }
            };
        }
    }

    /// `a or b or c` is one node.
    fn bool_op(&mut self, start: u32, first: NodeId, power: u8) -> Parsed {
        let (token, op) = if power == power::OR { (Tok::Or, Kind::Or) } else { (Tok::And, Kind::And) };
        let mark = self.stack.len();
        self.push(first);
        while self.eat(token) {
            let value = self.operators(power + 1)?;
            self.push(value);
        }
        let values = self.list_from(mark);
        Ok(self.add(start, BoolOp { op, values }))
    }

    /// `a < b < c` is one node (Language Reference 6.10).
    fn comparison(&mut self, start: u32, left: NodeId) -> Parsed {
        let mark = self.stack.len();
        let mut operators = [Kind::Eq; 8];
        let mut more = Vec::new();
        let mut count = 0;
        while let Some(op) = self.comparison_operator()? {
            let right = self.operators(power::BIT_OR)?;
            self.push(right);
            match operators.get_mut(count) {
                Some(slot) => *slot = op,
                None => more.push(op),
            }
            count += 1;
        }
        let comparators = self.list_from(mark);
        self.stack.extend(operators.iter().take(count).chain(&more).map(|&op| op as u32));
        let ops = self.list_from(mark);
        Ok(self.add(start, Compare { left, ops, comparators }))
    }

    /// Takes a comparison operator if one is next.
    fn comparison_operator(&mut self) -> Parsed<Option<Kind>> {
        let op = match self.kind() {
            Tok::Less => Kind::Lt,
            Tok::LessEqual => Kind::LtE,
            Tok::Greater => Kind::Gt,
            Tok::GreaterEqual => Kind::GtE,
            Tok::EqualEqual => Kind::Eq,
            // `<>` is the same token, and an error unless the program comes from the future that PEP 401 foresees.
            Tok::NotEqual if self.text(self.token) == "<>" => return Err(self.unexpected()),
            Tok::NotEqual => Kind::NotEq,
            Tok::In => Kind::In,
            Tok::Is => {
                self.advance();
                return Ok(Some(if self.eat(Tok::Not) { Kind::IsNot } else { Kind::Is }));
            }
            Tok::Not if self.peek(1) == Tok::In => {
                self.advance();
                Kind::NotIn
            }
            _ => return Ok(None),
        };
        self.advance();
        Ok(Some(op))
    }

    /// An operand with its prefix operators; `not` only where it binds at least as tightly as asked for.
    fn operand(&mut self, min: u8) -> Parsed {
        match self.kind() {
            Tok::Not if min <= power::NOT => self.prefixed(power::COMPARISON),
            Tok::Minus | Tok::Plus | Tok::Tilde => self.prefixed(power::TERM),
            _ => self.powered(),
        }
    }

    /// A run of prefix operators and their operand.
    fn prefixed(&mut self, level: u8) -> Parsed {
        let mark = self.stack.len();
        loop {
            let op = match self.kind() {
                Tok::Not if level == power::COMPARISON => Kind::Not,
                Tok::Minus if level == power::TERM => Kind::USub,
                Tok::Plus if level == power::TERM => Kind::UAdd,
                Tok::Tilde if level == power::TERM => Kind::Invert,
                _ => break,
            };
            self.stack.push(op as u32);
            self.stack.push(self.start());
            self.advance();
        }
        let mut operand = if level == power::COMPARISON { self.operators(level)? } else { self.powered()? };
        while self.stack.len() > mark {
            let (Some(start), Some(op)) = (self.stack.pop(), self.stack.pop()) else { break };
            operand = self.add(start, UnaryOp { op: Kind::ALL[op as usize], operand });
        }
        Ok(operand)
    }

    /// `x ** y`: binds less tightly than a prefix operator on its right (Language Reference 6.5).
    fn powered(&mut self) -> Parsed {
        let start = self.start();
        let left = if self.eat(Tok::Await) {
            let value = self.primary()?;
            self.add(start, Await { value })
        } else {
            self.primary()?
        };
        if self.kind() != Tok::DoubleStar {
            return Ok(left);
        }
        self.advance();
        let right = self.nested(|parser| parser.operand(power::TERM + 1))?;
        Ok(self.add(start, BinOp { left, op: Kind::Pow, right }))
    }
}
