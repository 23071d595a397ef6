//! The heap: an arena of slots, handled by index.
//!
//! There are no reference counts. Garbage is collected by mark and sweep, between steps only and never inside an
//! allocation, so that nothing in Rust needs to be registered as a root. Don't keep a reference into the heap across a
//! change of it: copy the handle and look again.

use super::dict::Dict;
use super::object::Data;
use super::shape::{ShapeId, Shapes};
use super::types::{TYPE_COUNT, Type};
use super::value::{Handle, Value};
use crate::data::text::Text;
use rustc_hash::FxHashMap;

/// One object.
#[derive(Clone, Debug)]
pub struct Slot {
    /// The object's class, and the layout of its attributes.
    pub shape: ShapeId,
    /// The dictionary of its attributes where they are not laid out by the shape; 0 if there is none.
    pub dict: u32,
    pub data: Data,
}

/// All objects, the shapes that they have, and the interned strings.
#[derive(Clone, Debug)]
pub struct Heap {
    slots: Vec<Slot>,
    free: Vec<u32>,
    marks: Vec<bool>,
    pub shapes: Shapes,
    interned: FxHashMap<Text, Handle>,
    /// One-character ASCII strings, made in advance.
    characters: Vec<Value>,
    /// The empty string, and its text.
    empty: Value,
    pub empty_text: Text,
    /// The empty tuple, once it has been made.
    empty_tuple: Value,
    /// Bytes in use, by estimate: what `--memory` limits.
    pub bytes: usize,
    /// Those of them that belong to objects whose size never changes: the collector need not look at each of these.
    leaf_bytes: usize,
    /// Collect when `bytes` gets here.
    pub threshold: usize,
    /// How far the threshold may be raised for what texts will take only when somebody asks for their contents.
    promisable: usize,
    /// Rises whenever a class changes in a way that cached lookups must notice.
    pub epoch: u32,
    /// Names by which `id()` has been asked so far: handles are reused, identities are not.
    identities: FxHashMap<Handle, i64>,
    next_identity: i64,
    /// How many objects that are no numbers `float` has made.
    nans: u64,
    /// How often garbage has been collected.
    pub collections: u64,
    /// Objects with handles below this one are noted before they change; 0 if nothing is ever gone back to.
    frozen: u32,
    /// The frozen objects that have changed, as they were; and by handle whether an object is among them.
    changed: Vec<(Handle, Slot)>,
    is_changed: Vec<bool>,
    /// Strings that were interned since.
    newly_interned: Vec<Handle>,
}

/// What a heap goes back to, beside its objects: see [`Heap::freeze`].
pub struct Frozen {
    shapes: usize,
    bytes: usize,
    leaf_bytes: usize,
    threshold: usize,
    promisable: usize,
    identities: FxHashMap<Handle, i64>,
    next_identity: i64,
    nans: u64,
    collections: u64,
}

/// What a slot costs beside the data behind it, in bytes.
const SLOT_BYTES: usize = std::mem::size_of::<Slot>();
/// How many bytes are made at least between two collections.
const LEAST_GARBAGE: usize = 4 << 20;
/// So much of what is only promised is made at most between two collections.
const MOST_PROMISED: usize = 64 << 20;

impl Heap {
    /// A heap in which the built-in classes have their handles, but nothing in them yet.
    pub fn new() -> Heap {
        let placeholder = Slot { shape: ShapeId(Type::Type as u32), dict: 0, data: Data::Free };
        let mut heap = Heap {
            slots: vec![placeholder; TYPE_COUNT],
            free: Vec::new(),
            marks: Vec::new(),
            shapes: Shapes::for_builtin_types(),
            interned: FxHashMap::default(),
            characters: Vec::new(),
            empty: Value::NOTHING,
            empty_text: Text::empty(),
            empty_tuple: Value::NOTHING,
            bytes: 0,
            leaf_bytes: 0,
            threshold: LEAST_GARBAGE,
            promisable: 0,
            epoch: 1,
            identities: FxHashMap::default(),
            next_identity: 0x7000_0000_0000,
            nans: 0,
            collections: 0,
            frozen: 0,
            changed: Vec::new(),
            is_changed: Vec::new(),
            newly_interned: Vec::new(),
        };
        heap.characters =
            (0..128u8).map(|byte| heap.intern(std::str::from_utf8(&[byte]).unwrap_or(""))).collect();
        heap.empty = heap.intern("");
        heap
    }

    #[inline(always)]
    pub fn slot(&self, handle: Handle) -> &Slot {
        &self.slots[handle.0 as usize]
    }

    #[inline(always)]
    pub fn slot_mut(&mut self, handle: Handle) -> &mut Slot {
        if handle.0 < self.frozen {
            self.note(handle);
        }
        &mut self.slots[handle.0 as usize]
    }

    #[inline(always)]
    pub fn data(&self, handle: Handle) -> &Data {
        &self.slots[handle.0 as usize].data
    }

    #[inline(always)]
    pub fn data_mut(&mut self, handle: Handle) -> &mut Data {
        &mut self.slot_mut(handle).data
    }

    /// The data of a value that is an object of the heap.
    #[inline(always)]
    pub fn get(&self, value: Value) -> Option<&Data> {
        value.as_handle().map(|handle| self.data(handle))
    }

    #[inline(always)]
    pub fn get_mut(&mut self, value: Value) -> Option<&mut Data> {
        value.as_handle().map(|handle| self.data_mut(handle))
    }

    /// The shape of a value: of an object its own, of anything else that of its class.
    #[inline(always)]
    pub fn shape_of(&self, value: Value) -> ShapeId {
        match value.as_handle() {
            Some(handle) => self.slot(handle).shape,
            None => ShapeId(Type::of_immediate(value) as u32),
        }
    }

    /// The class of a value.
    #[inline(always)]
    pub fn class_of(&self, value: Value) -> Handle {
        self.shapes.class(self.shape_of(value))
    }

    /// A new object of a built-in class.
    #[inline]
    pub fn new_object(&mut self, class: Type, data: Data) -> Value {
        self.allocate(ShapeId(class as u32), data)
    }

    /// A new object with this shape.
    #[inline(always)]
    pub fn allocate(&mut self, shape: ShapeId, data: Data) -> Value {
        // Inlined, the size follows from the kind of the data, which callers know.
        let size = data.bytes();
        self.bytes += SLOT_BYTES + size;
        if data.is_leaf() {
            self.leaf_bytes += size;
        }
        self.place(Slot { shape, dict: 0, data })
    }

    /// Puts an object into a slot.
    #[inline(never)]
    fn place(&mut self, slot: Slot) -> Value {
        let index = match self.free.pop() {
            Some(index) => {
                self.slots[index as usize] = slot;
                index
            }
            None => self.add_slot(slot),
        };
        Value::object(Handle(index))
    }

    #[inline(never)]
    fn add_slot(&mut self, slot: Slot) -> u32 {
        self.slots.push(slot);
        self.slots.len() as u32 - 1
    }

    /// Counts memory that an existing object took more.
    #[inline]
    pub fn grew(&mut self, bytes: usize) {
        self.bytes += bytes;
    }

    pub fn new_list(&mut self, items: Vec<Value>) -> Value {
        self.new_object(Type::List, Data::List(items))
    }

    /// From now on there is one empty tuple.
    pub fn share_empty_tuple(&mut self) {
        self.empty_tuple = self.new_tuple([]);
    }

    /// A new tuple; the empty one is shared.
    #[inline]
    pub fn new_tuple(&mut self, items: impl AsRef<[Value]> + Into<Box<[Value]>>) -> Value {
        if items.as_ref().is_empty() && self.empty_tuple.is_present() {
            return self.empty_tuple;
        }
        self.new_object(Type::Tuple, Data::new_tuple(items))
    }

    pub fn new_dict(&mut self) -> Value {
        self.new_object(Type::Dict, Data::Dict(Box::default()))
    }

    /// A new float that is no number, not identical with any other.
    pub fn new_nan(&mut self) -> Value {
        self.nans += 1;
        Value::distinct_nan(self.nans)
    }

    /// A new string. The empty one and those of one ASCII character are shared.
    pub fn new_text(&mut self, text: Text) -> Value {
        if text.len() < 2 && text.is_ascii() {
            return text.code_point(0).map_or(self.empty, |point| self.characters[point as usize]);
        }
        let promised = text.promised();
        if promised > 0 {
            self.postpone(promised);
        }
        self.new_object(Type::Str, Data::Str(text))
    }

    /// Bytes that are counted but not taken yet don't hasten the next collection, unless they get too many.
    fn postpone(&mut self, promised: usize) {
        let promised = promised.min(self.promisable);
        self.promisable -= promised;
        self.threshold = self.threshold.saturating_add(promised);
    }

    pub fn new_str(&mut self, text: &str) -> Value {
        self.new_text(Text::from(text))
    }

    /// The one-character string of an ASCII character.
    #[inline]
    pub fn ascii_character(&self, byte: u8) -> Value {
        self.characters[byte as usize]
    }

    /// The one-character string of a code point.
    pub fn character(&mut self, point: u32) -> Value {
        match self.characters.get(point as usize) {
            Some(&value) => value,
            None => self.new_text(Text::from_code_point(point)),
        }
    }

    /// The string of this text that all names share. It is never collected.
    pub fn intern(&mut self, text: &str) -> Value {
        self.intern_text(Text::from(text))
    }

    pub fn intern_text(&mut self, text: Text) -> Value {
        if let Some(&handle) = self.interned.get(&text) {
            return Value::object(handle);
        }
        let value = self.new_object(Type::Str, Data::Str(text.as_name()));
        if let Some(handle) = value.as_handle() {
            self.interned.insert(text, handle);
            if self.frozen > 0 {
                self.newly_interned.push(handle);
            }
        }
        value
    }

    /// The shared string equal to this one.
    pub fn intern_value(&mut self, value: Value) -> Value {
        match self.get(value) {
            Some(Data::Str(text)) if !text.is_name() => {
                let text = text.clone();
                self.intern_text(text)
            }
            _ => value,
        }
    }

    /// The interned string with this text, if there is one: no attribute of another name exists.
    pub fn find_interned(&self, text: &Text) -> Option<Value> {
        self.interned.get(text).map(|&handle| Value::object(handle))
    }

    /// What `id()` gives. Handles are reused after a collection, so identities are numbered when asked for.
    pub fn identity(&mut self, value: Value) -> i64 {
        let Some(handle) = value.as_handle() else {
            return (value.bits() >> 1 & 0x7FFF_FFFF_FFFF) as i64;
        };
        let next = &mut self.next_identity;
        *self.identities.entry(handle).or_insert_with(|| {
            *next += 64;
            *next
        })
    }

    pub fn dict_of(&self, handle: Handle) -> Option<&Dict> {
        match self.data(handle) {
            Data::Dict(dict) => Some(dict),
            _ => None,
        }
    }

    pub fn dict_of_mut(&mut self, handle: Handle) -> Option<&mut Dict> {
        match self.data_mut(handle) {
            Data::Dict(dict) => Some(dict),
            _ => None,
        }
    }

    /// Whether it is time to collect garbage.
    #[inline(always)]
    pub fn is_full(&self) -> bool {
        self.bytes >= self.threshold
    }

    /// The next collection is due before so many bytes are in use.
    pub fn stay_below(&mut self, limit: usize) {
        self.threshold = self.threshold.min(limit.max(1));
        self.promisable = MOST_PROMISED.min((limit - self.threshold.min(limit)) / 2);
    }

    /// Frees what can't be reached from the roots, the classes, and the interned strings.
    pub fn collect(&mut self, roots: impl FnOnce(&mut dyn FnMut(Value))) {
        let mut marks = std::mem::take(&mut self.marks);
        marks.clear();
        marks.resize(self.slots.len(), false);
        let mut pending: Vec<Handle> = (0..TYPE_COUNT as u32).map(Handle).collect();
        pending.extend(self.interned.values());
        pending.extend(self.empty_tuple.as_handle());
        for handle in &pending {
            marks[handle.0 as usize] = true;
        }
        let reach = |value: Value, pending: &mut Vec<Handle>, marks: &mut Vec<bool>| {
            if let Some(handle) = value.as_handle()
                && !std::mem::replace(&mut marks[handle.0 as usize], true)
            {
                pending.push(handle);
            }
        };
        roots(&mut |value| reach(value, &mut pending, &mut marks));
        self.bytes = 0;
        while let Some(handle) = pending.pop() {
            let slot = &self.slots[handle.0 as usize];
            self.bytes += SLOT_BYTES;
            if slot.dict != 0 {
                reach(Value::object(Handle(slot.dict)), &mut pending, &mut marks);
            }
            // The built-in classes are marked already.
            if slot.shape.0 >= TYPE_COUNT as u32 {
                reach(Value::object(self.shapes.class(slot.shape)), &mut pending, &mut marks);
            }
            if !slot.data.is_leaf() {
                self.bytes += slot.data.bytes();
                slot.data.for_each_value(&mut |value| reach(value, &mut pending, &mut marks));
            }
        }
        self.sweep(&marks);
        self.marks = marks;
        self.collections += 1;
    }

    /// From now on the heap notes what changes, so that [`Heap::thaw`] can undo it.
    pub fn freeze(&mut self) -> Frozen {
        // A free slot that is used again would not be noted.
        self.free.clear();
        self.frozen = self.slots.len() as u32;
        self.changed.clear();
        self.is_changed = vec![false; self.slots.len()];
        self.newly_interned.clear();
        Frozen {
            shapes: self.shapes.freeze(),
            bytes: self.bytes,
            leaf_bytes: self.leaf_bytes,
            threshold: self.threshold,
            promisable: self.promisable,
            identities: self.identities.clone(),
            next_identity: self.next_identity,
            nans: self.nans,
            collections: self.collections,
        }
    }

    /// Undoes all that has changed since the last [`Heap::freeze`], which gave `frozen`.
    pub fn thaw(&mut self, frozen: &Frozen) {
        for handle in self.newly_interned.drain(..) {
            if let Data::Str(text) = &self.slots[handle.0 as usize].data {
                self.interned.remove(text);
            }
        }
        for (handle, slot) in self.changed.drain(..) {
            self.slots[handle.0 as usize] = slot;
            self.is_changed[handle.0 as usize] = false;
        }
        self.slots.truncate(self.frozen as usize);
        self.free.clear();
        self.shapes.thaw(frozen.shapes);
        self.bytes = frozen.bytes;
        self.leaf_bytes = frozen.leaf_bytes;
        self.threshold = frozen.threshold;
        self.promisable = frozen.promisable;
        // Not the epoch of then: what was learnt since must not be taken for what will be learnt in the same epoch again.
        self.epoch += 1;
        self.identities.clone_from(&frozen.identities);
        self.next_identity = frozen.next_identity;
        self.nans = frozen.nans;
        self.collections = frozen.collections;
    }

    #[cold]
    #[inline(never)]
    fn note(&mut self, handle: Handle) {
        let index = handle.0 as usize;
        if !std::mem::replace(&mut self.is_changed[index], true) {
            self.changed.push((handle, self.slots[index].clone()));
        }
    }

    fn sweep(&mut self, marks: &[bool]) {
        self.free.clear();
        for (index, &marked) in marks.iter().enumerate().rev() {
            if marked {
                continue;
            }
            let data = &self.slots[index].data;
            if let Data::Class(_) | Data::Module = data {
                // What was cached by its handle must not be taken for that of the next object there.
                self.epoch += 1;
            }
            if data.is_leaf() {
                self.leaf_bytes = self.leaf_bytes.saturating_sub(data.bytes());
            }
            if !matches!(data, Data::Free) {
                self.slot_mut(Handle(index as u32)).data = Data::Free;
            }
            self.free.push(index as u32);
        }
        self.bytes += self.leaf_bytes;
        self.identities.retain(|handle, _| marks[handle.0 as usize]);
        self.threshold = self.bytes + LEAST_GARBAGE.max(self.bytes / 2);
    }
}

impl Default for Heap {
    fn default() -> Self {
        Heap::new()
    }
}
