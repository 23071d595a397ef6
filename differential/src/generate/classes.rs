//! Classes of the program, and what is done with their instances.

use super::maker::{Code, Maker};
use super::types::Type;
use spec::ast::{Ast, ClassDef, NodeId};
use spec::names::Symbol;

/// A class.
#[derive(Clone, Debug)]
pub(super) struct Class {
    pub id: u16,
    pub name: Symbol,
    /// What its instances have from the start.
    pub fields: Vec<(Symbol, Type)>,
    /// How many frames were open where it was defined.
    pub level: usize,
}

impl Maker {
    fn class_of(&self, id: u16) -> Option<&Class> {
        self.classes.iter().find(|class| class.id == id)
    }

    /// A new instance.
    pub(super) fn instance(&mut self, id: u16) -> NodeId {
        let Some(name) = self.class_of(id).map(|class| class.name) else { return self.tree.none() };
        let class = self.tree.load(name);
        let class = self.noted(class);
        self.tree.apply(class, &[], &[])
    }

    pub(super) fn class(&mut self, out: &mut Vec<NodeId>) {
        let name = self.fresh(b'c');
        let id = self.tree.ast.table_len() as u16;
        let kind = self.concrete();
        let field = self.fresh(kind.letter());
        let value = self.operand(kind);
        let target = self.tree.store(field);
        let body = self.enclosed(Code::Class, Type::Nothing, |maker| {
            let mut body = vec![maker.tree.assign(&[target], value)];
            maker.log_statement(&mut body);
            body
        });
        let level = self.frames.len();
        let class = Class { id, name, fields: vec![(field, kind)], level };
        self.classes.push(class);
        self.lines -= 3;
        let (body, empty) = (self.tree.list(&body), Ast::EMPTY);
        out.push(self.tree.add(ClassDef {
            name,
            bases: empty,
            keywords: empty,
            body,
            decorator_list: empty,
            type_params: empty,
        }));
    }

    pub(super) fn object_statement(&mut self, out: &mut Vec<NodeId>) {
        let Some(class) = self.classes.last().cloned() else { return };
        let object = self.operand(Type::Object(class.id));
        let (field, kind) = self.dice.pick(&class.fields);
        let name = self.tree.ast.names.text(field).to_owned();
        let target = self.tree.attribute(object, &name);
        let value = self.bounded(kind);
        out.push(self.tree.assign(&[target], value));
    }

    pub(super) fn dynamic_statement(&mut self, out: &mut Vec<NodeId>) {
        let value = self.operand(Type::Any);
        let class = self.tree.call("type", &[value]);
        let name = self.tree.attribute(class, "__name__");
        let call = self.tree.call("log", &[name]);
        self.push_expr(call, out);
    }
}
