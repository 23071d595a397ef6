//! Shapes: which class an object is of, and where in it each attribute lies.
//!
//! Objects that got the same attributes in the same order share a shape, so that a cached lookup has one number to
//! compare. Each built-in class has the shape with its own number.

use super::types::TYPE_COUNT;
use super::value::{Handle, Value};
use rustc_hash::FxHashMap;

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct ShapeId(pub u32);

/// A class, and the names of the attributes that lie in the object, in the order in which they were first set.
#[derive(Clone, Debug)]
pub struct Shape {
    pub class: Handle,
    /// Fields before the attributes: those of `__slots__`, which are no part of `__dict__`.
    pub reserved: u16,
    pub names: Vec<Value>,
    indices: FxHashMap<Value, u16>,
    extensions: FxHashMap<Value, ShapeId>,
    /// The attributes are in a dictionary instead (somebody took hold of `__dict__`, or there are very many).
    pub in_dict: bool,
}

/// An object with more attributes than this keeps them in a dictionary.
const MOST_LAID_OUT: usize = 64;

#[derive(Clone, Debug)]
pub struct Shapes {
    shapes: Vec<Shape>,
    /// How many shapes are gone back to, and which of them got extensions since, by which names.
    frozen: usize,
    newly_extended: Vec<(ShapeId, Value)>,
}

impl Shape {
    fn empty(class: Handle, reserved: u16, in_dict: bool) -> Shape {
        Shape {
            class,
            reserved,
            names: Vec::new(),
            indices: FxHashMap::default(),
            extensions: FxHashMap::default(),
            in_dict,
        }
    }

    /// The index of the field that holds the attribute.
    #[inline]
    pub fn index(&self, name: Value) -> Option<usize> {
        self.indices.get(&name).map(|&index| index as usize)
    }

    /// How many fields an object of this shape uses.
    pub fn field_count(&self) -> usize {
        self.reserved as usize + self.names.len()
    }
}

impl Shapes {
    /// For each built-in class the shape of the same number.
    pub fn for_builtin_types() -> Shapes {
        let shapes = (0..TYPE_COUNT as u32).map(|class| Shape::empty(Handle(class), 0, true)).collect();
        Shapes { shapes, frozen: 0, newly_extended: Vec::new() }
    }

    /// From now on what is added is noted; the result is what [`Shapes::thaw`] needs to drop it again.
    pub fn freeze(&mut self) -> usize {
        self.newly_extended.clear();
        self.frozen = self.shapes.len();
        self.frozen
    }

    pub fn thaw(&mut self, frozen: usize) {
        for (shape, name) in self.newly_extended.drain(..) {
            self.shapes[shape.0 as usize].extensions.remove(&name);
        }
        self.shapes.truncate(frozen);
    }

    #[inline(always)]
    pub fn class(&self, shape: ShapeId) -> Handle {
        self.shapes[shape.0 as usize].class
    }

    #[inline(always)]
    pub fn get(&self, shape: ShapeId) -> &Shape {
        &self.shapes[shape.0 as usize]
    }

    /// A shape for the new objects of a class.
    pub fn add_root(&mut self, class: Handle, reserved: u16, in_dict: bool) -> ShapeId {
        self.shapes.push(Shape::empty(class, reserved, in_dict));
        ShapeId(self.shapes.len() as u32 - 1)
    }

    /// The shape with one attribute more, or `None` if the attributes had better go into a dictionary.
    pub fn extended(&mut self, shape: ShapeId, name: Value) -> Option<ShapeId> {
        let old = &self.shapes[shape.0 as usize];
        if let Some(&extended) = old.extensions.get(&name) {
            return Some(extended);
        }
        if old.names.len() >= MOST_LAID_OUT {
            return None;
        }
        let mut new = Shape { extensions: FxHashMap::default(), ..old.clone() };
        new.indices.insert(name, new.field_count() as u16);
        new.names.push(name);
        self.shapes.push(new);
        let id = ShapeId(self.shapes.len() as u32 - 1);
        self.shapes[shape.0 as usize].extensions.insert(name, id);
        if (shape.0 as usize) < self.frozen {
            self.newly_extended.push((shape, name));
        }
        Some(id)
    }
}
