//! The abstract syntax tree, with CPython's node and field names (the `ast` module of Python 3.13).
//!
//! The node forms are declared once, in the notation of Python's ASDL, by [`nodes!`]. From that table come
//! [`Kind`] (one variant a form), [`Kind::schema`] (names and types of the fields, for everything that treats all
//! forms alike: dumping, walking, generating, the grammar's actions), one *view* struct a form with the fields
//! typed (`ast.view::<BinOp>(id)`), and `field::BinOp::left`, the index of a field, by which rules name it.
//!
//! The tree is an arena: a node is an index, and a field is one word (a node, a list, a name, a constant, an operator).

#![allow(non_camel_case_types)] // Python spells some forms in lower case

use crate::constant::ConstantValue;
use crate::names::{Names, Symbol};

/// A node of an [`Ast`]. Nodes are numbered from 1; 0 stands for "absent" inside the arena.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct NodeId(pub u32);

/// A list field: an index into the arena's list table.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ListId(pub u32);

/// A constant of the tree: an index into its constant table.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ConstId(pub u32);

/// A half-open range of byte offsets into the normalized source text.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Span {
        Span { start: start as u32, end: end as u32 }
    }

    /// From the start of `self` to the end of `other`.
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start, end: other.end }
    }
}

/// What a field holds, by the type names of Python's ASDL.

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Sort {
    module,
    stmt,
    expr,
    expr_context,
    boolop,
    operator,
    unaryop,
    cmpop,
    comprehension,
    excepthandler,
    arguments,
    arg,
    keyword,
    alias,
    withitem,
    match_case,
    pattern,
    type_param,
    type_ignore,
    identifier,
    string,
    int,
    constant,
}

impl Sort {
    /// Sorts without fields: their word is a [`Kind`].
    pub fn is_operator(self) -> bool {
        matches!(self, Sort::expr_context | Sort::boolop | Sort::operator | Sort::unaryop | Sort::cmpop)
    }

    /// Sorts whose word is a [`NodeId`].
    pub fn is_node(self) -> bool {
        !self.is_operator() && !matches!(self, Sort::identifier | Sort::string | Sort::int | Sort::constant)
    }
}

/// How often a field's value occurs: once, at most once (`?`), or in a list (`*`).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Quantity {
    One,
    Optional,
    Many,
}

/// One field of a form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FieldSchema {
    pub name: &'static str,
    pub sort: Sort,
    pub quantity: Quantity,
}

/// One form of syntax: its name, what it is, and its fields.
#[derive(Debug)]
pub struct Schema {
    pub name: &'static str,
    pub sort: Sort,
    pub fields: &'static [FieldSchema],
}

/// A form seen with typed fields.
pub trait Form: Sized + Copy {
    const KIND: Kind;
    fn read(words: &[u32]) -> Self;
    fn write(self, words: &mut Vec<u32>);
}

/// How a typed field is kept in one word.
trait Word: Sized + Copy {
    fn from_word(word: u32) -> Self;
    fn to_word(self) -> u32;
}

macro_rules! index_words {
    ($($type:ident)*) => {$(
        impl Word for $type {
            fn from_word(word: u32) -> Self { $type(word) }
            fn to_word(self) -> u32 { self.0 }
        }
    )*};
}
index_words!(NodeId ListId ConstId Symbol);

/// Absent nodes and names are the word 0, which no present one has.
macro_rules! optional_words {
    ($($type:ident)*) => {$(
        impl Word for Option<$type> {
            fn from_word(word: u32) -> Self { (word != 0).then_some($type(word)) }
            fn to_word(self) -> u32 { self.map_or(0, |it| it.0) }
        }
    )*};
}
optional_words!(NodeId Symbol);

impl Word for i32 {
    fn from_word(word: u32) -> Self {
        word as i32
    }
    fn to_word(self) -> u32 {
        self as u32
    }
}

impl Word for Kind {
    fn from_word(word: u32) -> Self {
        Kind::ALL[word as usize]
    }
    fn to_word(self) -> u32 {
        self as u32
    }
}

/// Gives the Rust type of a field: `field_type!(expr ?)` is `Option<NodeId>`.
macro_rules! field_type {
    (identifier) => { Symbol };
    (identifier ?) => { Option<Symbol> };
    (string) => { Symbol };
    (string ?) => { Option<Symbol> };
    (int) => { i32 };
    (constant) => { ConstId };
    (expr_context) => { Kind };
    (boolop) => { Kind };
    (operator) => { Kind };
    (unaryop) => { Kind };
    ($sort:ident *) => { ListId };
    ($sort:ident ?) => { Option<NodeId> };
    ($sort:ident) => { NodeId };
}

macro_rules! quantity {
    () => {
        Quantity::One
    };
    (?) => {
        Quantity::Optional
    };
    (*) => {
        Quantity::Many
    };
}

/// Takes the fields of one form apart (`a: expr, b: expr?, c: expr*,`) and declares its view and its field indices.
macro_rules! form {
    (@split $name:ident [$($done:tt)*] $field:ident : $sort:ident ? , $($rest:tt)*) => {
        form!(@split $name [$($done)* [$field $sort ?]] $($rest)*);
    };
    (@split $name:ident [$($done:tt)*] $field:ident : $sort:ident * , $($rest:tt)*) => {
        form!(@split $name [$($done)* [$field $sort *]] $($rest)*);
    };
    (@split $name:ident [$($done:tt)*] $field:ident : $sort:ident , $($rest:tt)*) => {
        form!(@split $name [$($done)* [$field $sort]] $($rest)*);
    };
    (@split $name:ident [$([$field:ident $sort:ident $($q:tt)?])*]) => {
        /// The form of this name in Python's `ast` module, with its fields.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub struct $name { $(pub $field: field_type!($sort $($q)?),)* }

        impl Form for $name {
            const KIND: Kind = Kind::$name;
            #[allow(unused_variables, unused_mut, unused_assignments)]
            fn read(words: &[u32]) -> Self {
                let mut at = 0;
                $(let $field = Word::from_word(words[at]); at += 1;)*
                $name { $($field,)* }
            }
            #[allow(unused_variables)]
            fn write(self, words: &mut Vec<u32>) {
                $(words.push(Word::to_word(self.$field));)*
            }
        }
    };
    (@schema [$($done:tt)*] $field:ident : $sort:ident ? , $($rest:tt)*) => {
        form!(@schema [$($done)* [$field $sort ?]] $($rest)*)
    };
    (@schema [$($done:tt)*] $field:ident : $sort:ident * , $($rest:tt)*) => {
        form!(@schema [$($done)* [$field $sort *]] $($rest)*)
    };
    (@schema [$($done:tt)*] $field:ident : $sort:ident , $($rest:tt)*) => {
        form!(@schema [$($done)* [$field $sort]] $($rest)*)
    };
    (@schema [$([$field:ident $sort:ident $($q:tt)?])*]) => {
        &[$(FieldSchema { name: stringify!($field), sort: Sort::$sort, quantity: quantity!($($q)?) },)*]
    };
    (@index $at:expr ; $field:ident : $sort:ident $q:tt $($rest:tt)*) => {
        form!(@index_one $at ; $field ; $q $($rest)*);
    };
    (@index_one $at:expr ; $field:ident ; , $($rest:tt)*) => {
        pub const $field: u8 = $at;
        form!(@index $at + 1 ; $($rest)*);
    };
    (@index_one $at:expr ; $field:ident ; $q:tt , $($rest:tt)*) => {
        pub const $field: u8 = $at;
        form!(@index $at + 1 ; $($rest)*);
    };
    (@index $at:expr ;) => {};
}

macro_rules! nodes {
    ($($sort:ident = { $($name:ident ( $($fields:tt)* ))* })*) => {
        /// The form of a node. Operators and contexts are kinds without fields.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        #[repr(u8)]
        pub enum Kind { $($($name,)*)* }

        impl Kind {
            /// All forms, in the order of the table: `Kind::ALL[k as usize] == k`.
            pub const ALL: &'static [Kind] = &[$($(Kind::$name,)*)*];

            /// Names and types of this form's fields.
            pub fn schema(self) -> &'static Schema {
                static SCHEMAS: &[Schema] = &[$($(Schema {
                    name: stringify!($name),
                    sort: Sort::$sort,
                    fields: form!(@schema [] $($fields)*),
                },)*)*];
                &SCHEMAS[self as usize]
            }
        }

        $($(form!(@split $name [] $($fields)*);)*)*

        /// The index of each field in its form, as constants named after both.
        #[allow(non_upper_case_globals, non_snake_case)]
        pub mod field { $($(pub mod $name { form!(@index 0u8 ; $($fields)*); })*)* }
    };
}

nodes! {
    module = {
        Module(body: stmt*, type_ignores: type_ignore*,)
        Interactive(body: stmt*,)
        Expression(body: expr,)
        FunctionType(argtypes: expr*, returns: expr,)
    }
    stmt = {
        FunctionDef(name: identifier, args: arguments, body: stmt*, decorator_list: expr*, returns: expr?,
            type_comment: string?, type_params: type_param*,)
        AsyncFunctionDef(name: identifier, args: arguments, body: stmt*, decorator_list: expr*, returns: expr?,
            type_comment: string?, type_params: type_param*,)
        ClassDef(name: identifier, bases: expr*, keywords: keyword*, body: stmt*, decorator_list: expr*,
            type_params: type_param*,)
        Return(value: expr?,)
        Delete(targets: expr*,)
        Assign(targets: expr*, value: expr, type_comment: string?,)
        TypeAlias(name: expr, type_params: type_param*, value: expr,)
        AugAssign(target: expr, op: operator, value: expr,)
        AnnAssign(target: expr, annotation: expr, value: expr?, simple: int,)
        For(target: expr, iter: expr, body: stmt*, orelse: stmt*, type_comment: string?,)
        AsyncFor(target: expr, iter: expr, body: stmt*, orelse: stmt*, type_comment: string?,)
        While(test: expr, body: stmt*, orelse: stmt*,)
        If(test: expr, body: stmt*, orelse: stmt*,)
        With(items: withitem*, body: stmt*, type_comment: string?,)
        AsyncWith(items: withitem*, body: stmt*, type_comment: string?,)
        Match(subject: expr, cases: match_case*,)
        Raise(exc: expr?, cause: expr?,)
        Try(body: stmt*, handlers: excepthandler*, orelse: stmt*, finalbody: stmt*,)
        TryStar(body: stmt*, handlers: excepthandler*, orelse: stmt*, finalbody: stmt*,)
        Assert(test: expr, msg: expr?,)
        Import(names: alias*,)
        ImportFrom(module: identifier?, names: alias*, level: int,)
        Global(names: identifier*,)
        Nonlocal(names: identifier*,)
        Expr(value: expr,)
        Pass()
        Break()
        Continue()
    }
    expr = {
        BoolOp(op: boolop, values: expr*,)
        NamedExpr(target: expr, value: expr,)
        BinOp(left: expr, op: operator, right: expr,)
        UnaryOp(op: unaryop, operand: expr,)
        Lambda(args: arguments, body: expr,)
        IfExp(test: expr, body: expr, orelse: expr,)
        Dict(keys: expr*, values: expr*,)
        Set(elts: expr*,)
        ListComp(elt: expr, generators: comprehension*,)
        SetComp(elt: expr, generators: comprehension*,)
        DictComp(key: expr, value: expr, generators: comprehension*,)
        GeneratorExp(elt: expr, generators: comprehension*,)
        Await(value: expr,)
        Yield(value: expr?,)
        YieldFrom(value: expr,)
        Compare(left: expr, ops: cmpop*, comparators: expr*,)
        Call(func: expr, args: expr*, keywords: keyword*,)
        FormattedValue(value: expr, conversion: int, format_spec: expr?,)
        JoinedStr(values: expr*,)
        Constant(value: constant, kind: string?,)
        Attribute(value: expr, attr: identifier, ctx: expr_context,)
        Subscript(value: expr, slice: expr, ctx: expr_context,)
        Starred(value: expr, ctx: expr_context,)
        Name(id: identifier, ctx: expr_context,)
        List(elts: expr*, ctx: expr_context,)
        Tuple(elts: expr*, ctx: expr_context,)
        Slice(lower: expr?, upper: expr?, step: expr?,)
    }
    expr_context = { Load() Store() Del() }
    boolop = { And() Or() }
    operator = {
        Add() Sub() Mult() MatMult() Div() Mod() Pow() LShift() RShift() BitOr() BitXor() BitAnd() FloorDiv()
    }
    unaryop = { Invert() Not() UAdd() USub() }
    cmpop = { Eq() NotEq() Lt() LtE() Gt() GtE() Is() IsNot() In() NotIn() }
    comprehension = { comprehension(target: expr, iter: expr, ifs: expr*, is_async: int,) }
    excepthandler = { ExceptHandler(type_: expr?, name: identifier?, body: stmt*,) }
    arguments = {
        arguments(posonlyargs: arg*, args: arg*, vararg: arg?, kwonlyargs: arg*, kw_defaults: expr*, kwarg: arg?,
            defaults: expr*,)
    }
    arg = { arg(arg: identifier, annotation: expr?, type_comment: string?,) }
    keyword = { keyword(arg: identifier?, value: expr,) }
    alias = { alias(name: identifier, asname: identifier?,) }
    withitem = { withitem(context_expr: expr, optional_vars: expr?,) }
    match_case = { match_case(pattern: pattern, guard: expr?, body: stmt*,) }
    pattern = {
        MatchValue(value: expr,)
        MatchSingleton(value: constant,)
        MatchSequence(patterns: pattern*,)
        MatchMapping(keys: expr*, patterns: pattern*, rest: identifier?,)
        MatchClass(cls: expr, patterns: pattern*, kwd_attrs: identifier*, kwd_patterns: pattern*,)
        MatchStar(name: identifier?,)
        MatchAs(pattern: pattern?, name: identifier?,)
        MatchOr(patterns: pattern*,)
    }
    type_param = {
        TypeVar(name: identifier, bound: expr?, default_value: expr?,)
        ParamSpec(name: identifier, default_value: expr?,)
        TypeVarTuple(name: identifier, default_value: expr?,)
    }
    type_ignore = { TypeIgnore(lineno: int, tag: string,) }
}

impl FieldSchema {
    /// The field's name as Python spells it (`type_` is `type`, which is a keyword of Rust).
    pub fn python_name(&self) -> &'static str {
        self.name.strip_suffix('_').unwrap_or(self.name)
    }
}

impl Kind {
    /// Forms with `lineno` and its three companions.
    pub fn has_position(self) -> bool {
        use Sort::*;
        matches!(
            self.schema().sort,
            stmt | expr | excepthandler | arg | keyword | alias | pattern | type_param
        )
    }

    /// The form with this name in Python's `ast` module.
    pub fn named(name: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.schema().name == name)
    }
}

#[derive(Clone, Copy, Debug)]
struct Node {
    kind: Kind,
    /// Where the node's words start in `Ast::words`.
    fields: u32,
    span: Span,
}

/// A syntax tree: the arena of its nodes, and its root.
#[derive(Clone, Debug)]
pub struct Ast {
    nodes: Vec<Node>,
    words: Vec<u32>,
    /// Lists, each its length followed by its elements.
    lists: Vec<u32>,
    constants: Vec<ConstantValue>,
    pub names: Names,
    pub root: NodeId,
}

impl Default for Ast {
    fn default() -> Self {
        let absent = Node { kind: Kind::Pass, fields: 0, span: Span::default() };
        Ast {
            nodes: vec![absent],
            words: Vec::new(),
            lists: vec![0],
            constants: Vec::new(),
            names: Names::default(),
            root: NodeId(0),
        }
    }
}

impl Ast {
    /// The empty list, which every tree has.
    pub const EMPTY: ListId = ListId(0);

    /// An empty tree with room for the nodes of about so many tokens.
    pub fn with_capacity(tokens: usize) -> Ast {
        let mut ast = Ast::default();
        ast.nodes.reserve(tokens / 2);
        ast.words.reserve(tokens);
        ast.lists.reserve(tokens / 2);
        ast
    }

    pub fn add<F: Form>(&mut self, form: F, span: Span) -> NodeId {
        let fields = self.words.len() as u32;
        form.write(&mut self.words);
        self.nodes.push(Node { kind: F::KIND, fields, span });
        NodeId(self.nodes.len() as u32 - 1)
    }

    /// Adds a node whose form is known only at run time; `words` are its fields in the schema's order.
    pub fn add_words(&mut self, kind: Kind, words: &[u32], span: Span) -> NodeId {
        debug_assert_eq!(words.len(), kind.schema().fields.len());
        let fields = self.words.len() as u32;
        self.words.extend_from_slice(words);
        self.nodes.push(Node { kind, fields, span });
        NodeId(self.nodes.len() as u32 - 1)
    }

    /// Puts another form in the place of a node, which keeps its number and its span.
    pub fn replace<F: Form>(&mut self, node: NodeId, form: F) {
        let fields = self.words.len() as u32;
        form.write(&mut self.words);
        let node = &mut self.nodes[node.0 as usize];
        (node.kind, node.fields) = (F::KIND, fields);
    }

    pub fn add_list(&mut self, words: impl ExactSizeIterator<Item = u32>) -> ListId {
        if words.len() == 0 {
            return Ast::EMPTY;
        }
        let id = ListId(self.lists.len() as u32);
        self.lists.push(words.len() as u32);
        self.lists.extend(words);
        id
    }

    pub fn add_nodes(&mut self, nodes: &[NodeId]) -> ListId {
        self.add_list(nodes.iter().map(|node| node.0))
    }

    pub fn add_constant(&mut self, constant: ConstantValue) -> ConstId {
        self.constants.push(constant);
        ConstId(self.constants.len() as u32 - 1)
    }

    /// All constants, by number.
    pub fn constants(&self) -> &[ConstantValue] {
        &self.constants
    }

    /// The number of nodes, plus one for the absent node: the length of a table indexed by [`NodeId`].
    pub fn table_len(&self) -> usize {
        self.nodes.len()
    }

    #[inline]
    pub fn kind(&self, node: NodeId) -> Kind {
        self.nodes[node.0 as usize].kind
    }

    #[inline]
    pub fn span(&self, node: NodeId) -> Span {
        self.nodes[node.0 as usize].span
    }

    pub fn set_span(&mut self, node: NodeId, span: Span) {
        self.nodes[node.0 as usize].span = span;
    }

    /// Overwrites one field (an expression read as a load may turn out to be a target).
    pub fn set_word(&mut self, node: NodeId, field: u8, word: u32) {
        let at = self.nodes[node.0 as usize].fields as usize + field as usize;
        self.words[at] = word;
    }

    /// The raw word of one field, by its index.
    #[inline]
    pub fn word(&self, node: NodeId, field: u8) -> u32 {
        self.words[self.nodes[node.0 as usize].fields as usize + field as usize]
    }

    /// All words of a node, in the schema's order.
    pub fn words(&self, node: NodeId) -> &[u32] {
        let Node { kind, fields, .. } = self.nodes[node.0 as usize];
        let start = fields as usize;
        &self.words[start..start + kind.schema().fields.len()]
    }

    /// The node as the form `F`, which it must be.
    pub fn view<F: Form>(&self, node: NodeId) -> F {
        debug_assert_eq!(self.kind(node), F::KIND);
        F::read(self.words(node))
    }

    /// The elements of a list, as words.
    #[inline]
    pub fn list_words(&self, list: ListId) -> &[u32] {
        let start = list.0 as usize;
        let len = self.lists[start] as usize;
        &self.lists[start + 1..start + 1 + len]
    }

    /// The elements of a list of nodes none of which is absent.
    pub fn list(
        &self,
        list: ListId,
    ) -> impl DoubleEndedIterator<Item = NodeId> + ExactSizeIterator + Clone + '_ {
        self.list_words(list).iter().map(|&word| NodeId(word))
    }

    /// The elements of a list of nodes some of which may be absent (`Dict.keys`, `arguments.kw_defaults`).
    pub fn optional_list(
        &self,
        list: ListId,
    ) -> impl DoubleEndedIterator<Item = Option<NodeId>> + ExactSizeIterator + Clone + '_ {
        self.list_words(list).iter().map(|&word| (word != 0).then_some(NodeId(word)))
    }

    /// The elements of a list of names.
    pub fn name_list(&self, list: ListId) -> impl ExactSizeIterator<Item = Symbol> + Clone + '_ {
        self.list_words(list).iter().map(|&word| Symbol(word))
    }

    /// The elements of a list of operators.
    pub fn kind_list(&self, list: ListId) -> impl ExactSizeIterator<Item = Kind> + Clone + '_ {
        self.list_words(list).iter().map(|&word| Kind::from_word(word))
    }

    pub fn constant(&self, id: ConstId) -> &ConstantValue {
        &self.constants[id.0 as usize]
    }

    /// The text of a name.
    pub fn name(&self, symbol: Symbol) -> &str {
        self.names.text(symbol)
    }

    /// Calls `visit` on each child node, in the order of the fields.
    pub fn for_each_child(&self, node: NodeId, mut visit: impl FnMut(NodeId)) {
        for (field, &word) in self.kind(node).schema().fields.iter().zip(self.words(node)) {
            if !field.sort.is_node() {
                continue;
            }
            if field.quantity == Quantity::Many {
                self.optional_list(ListId(word)).flatten().for_each(&mut visit);
            } else if word != 0 {
                visit(NodeId(word));
            }
        }
    }
}
