//! `memoryview` (Library Reference 4.8.4): the bytes of another object as items, without a copy.

use crate::data::error::DataError;
use crate::data::hash;
use crate::data::memory::{Format, Item};
use crate::state::{Builtin, Data, GetSet, Machine, MemoryView, Outcome, Thrown, Type, Value};

pub fn tables() -> Vec<&'static [Builtin]> {
    vec![VIEW]
}

pub fn attribute_tables() -> Vec<&'static [GetSet]> {
    vec![ATTRIBUTES]
}

builtins! { VIEW, "memoryview";
    "__new__" "cls, object" leaf(new) "A view of the bytes of an object.";
    "__repr__" "self, /" leaf(repr) "The identity.";
    "__hash__" "self, /" leaf(hash_of) "The hash of the bytes, if they can't change.";
    "__eq__" "self, value, /" leaf(|machine, args| equal(machine, args, true)) "Whether both have equal items.";
    "__ne__" "self, value, /" leaf(|machine, args| equal(machine, args, false)) "Whether the items differ.";
    "__lt__" "self, value, /" leaf(not_ordered) "Not implemented.";
    "__le__" "self, value, /" leaf(not_ordered) "Not implemented.";
    "__gt__" "self, value, /" leaf(not_ordered) "Not implemented.";
    "__ge__" "self, value, /" leaf(not_ordered) "Not implemented.";
    "__len__" "self, /" leaf(len) "The number of items.";
    "__iter__" "self, /" leaf(iter) "An iterator over the items.";
    "__getitem__" "self, key:index, /" leaf_or(get_item, "memoryview___getitem__") "The item at an index, or a view of a slice.";
    "__setitem__" "self, key:index, value:index, /" leaf_or(set_item, "memoryview___setitem__") "Changes an item, or those of a slice.";
    "__delitem__" "self, key, /" leaf(delete_item) "Memory can't be deleted.";
    "__enter__" "self, /" leaf(enter) "The view itself.";
    "__exit__" "self, *exc_info" leaf(release) "Releases the view.";
    "release" "self, /" leaf(release) "Ends the use of the object's memory.";
    "tobytes" "self, /, order=" leaf(to_bytes) "The bytes.";
    "tolist" "self, /" leaf(to_list) "The items.";
    "toreadonly" "self, /" leaf(to_readonly) "A view that can't be changed.";
    "hex" "self, /, sep=, bytes_per_sep:index=" leaf(to_hex) "The bytes as hexadecimal digits.";
    "cast" "self, /, format, shape=" leaf(cast) "The same bytes as other items.";
}

attributes! { ATTRIBUTES, "memoryview";
    "obj" get(|machine, args| Ok(view(machine, args[0])?.exporter)) set(none) "The object whose memory it is.";
    "nbytes" get(|machine, args| Ok(Value::small(view(machine, args[0])?.byte_len() as i64))) set(none) "The number of bytes.";
    "readonly" get(|machine, args| Ok(Value::bool(view(machine, args[0])?.is_readonly))) set(none) "Whether it can't be changed.";
    "itemsize" get(|machine, args| Ok(Value::small(view(machine, args[0])?.format.size() as i64))) set(none) "The size of an item in bytes.";
    "format" get(format) set(none) "What the items are.";
    "ndim" get(|machine, args| Ok(Value::small(view(machine, args[0])?.shape.len() as i64))) set(none) "The number of dimensions.";
    "shape" get(|machine, args| numbers(machine, args, |view| view.shape.iter().map(|&n| n as i64).collect())) set(none) "The number of items in each dimension.";
    "strides" get(|machine, args| numbers(machine, args, MemoryView::strides)) set(none) "How many bytes the items of each dimension are apart.";
    "suboffsets" get(|machine, args| numbers(machine, args, |_| Vec::new())) set(none) "Always empty.";
    "c_contiguous" get(is_contiguous) set(none) "Whether the items follow one another.";
    "f_contiguous" get(is_contiguous_by_column) set(none) "Whether they do, column by column.";
    "contiguous" get(is_contiguous) set(none) "Whether the items follow one another.";
}

/// The view, unless it has been released.
fn view(machine: &mut Machine, value: Value) -> Result<MemoryView, Thrown> {
    match machine.heap.get(value) {
        Some(Data::MemoryView(view)) if !view.is_released => Ok((**view).clone()),
        _ => Err(machine.value_error("operation forbidden on released memoryview object")),
    }
}

fn new_view(machine: &mut Machine, view: MemoryView) -> Value {
    machine.heap.new_object(Type::MemoryView, Data::MemoryView(Box::new(view)))
}

fn new(machine: &mut Machine, args: &[Value]) -> Outcome {
    let exporter = args[1];
    let (len, is_readonly) = match machine.heap.get(exporter) {
        Some(Data::MemoryView(_)) => {
            let view = view(machine, exporter)?;
            return Ok(new_view(machine, view));
        }
        Some(Data::Bytes(bytes)) => (bytes.len(), true),
        Some(Data::ByteArray(bytes)) => (bytes.len(), false),
        _ => {
            let given = machine.type_name(exporter);
            let message = format!("memoryview: a bytes-like object is required, not '{given}'");
            return Err(machine.type_error(&message));
        }
    };
    let format = Format::BYTES;
    let shape = vec![len];
    let view = MemoryView { exporter, format, start: 0, step: 1, shape, is_readonly, is_released: false };
    Ok(new_view(machine, view))
}

/// The bytes of the item at a place of the memory. The object may have become shorter since.
fn item_bytes(machine: &mut Machine, view: &MemoryView, at: usize) -> Result<Vec<u8>, Thrown> {
    let bytes = machine.bytes_of(view.exporter).and_then(|bytes| bytes.get(at..at + view.format.size()));
    match bytes.map(<[u8]>::to_vec) {
        Some(bytes) => Ok(bytes),
        None => Err(machine.exception(Type::BufferError, "the object behind the view has become shorter")),
    }
}

/// All bytes that a memoryview shows, if the value is one.
pub fn bytes_of_view(machine: &mut Machine, value: Value) -> Result<Option<Vec<u8>>, Thrown> {
    if !matches!(machine.heap.get(value), Some(Data::MemoryView(_))) {
        return Ok(None);
    }
    let view = view(machine, value)?;
    content(machine, &view).map(Some)
}

/// All bytes of a view, item after item.
fn content(machine: &mut Machine, view: &MemoryView) -> Result<Vec<u8>, Thrown> {
    let mut content = Vec::with_capacity(view.byte_len());
    for at in view.places() {
        content.extend(item_bytes(machine, view, at)?);
    }
    Ok(content)
}

fn items(machine: &mut Machine, view: &MemoryView) -> Result<Vec<Item>, Thrown> {
    let (content, size) = (content(machine, view)?, view.format.size());
    Ok(content.chunks_exact(size).map(|bytes| view.format.unpack(bytes)).collect())
}

fn value_of(machine: &mut Machine, item: Item) -> Value {
    match item {
        Item::Int(int) => machine.heap.new_integer(int),
        Item::Float(float) => Value::float(float),
        Item::Bool(truth) => Value::bool(truth),
        Item::Byte(byte) => machine.heap.new_bytes(vec![byte]),
    }
}

fn repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    let address = machine.address(args[0]);
    let kind = if view(machine, args[0]).is_ok() { "memory" } else { "released memory" };
    Ok(machine.heap.new_str(&format!("<{kind} at {address}>")))
}

fn hash_of(machine: &mut Machine, args: &[Value]) -> Outcome {
    let view = view(machine, args[0])?;
    if !view.is_readonly {
        return Err(machine.value_error("cannot hash writable memoryview object"));
    }
    if !view.format.is_byte() {
        return Err(machine.value_error("memoryview: hashing is restricted to formats 'B', 'b' or 'c'"));
    }
    let content = content(machine, &view)?;
    Ok(machine.heap.new_int(hash::of_bytes(&content)))
}

/// The view of an object that is one or has bytes; `None` for anything else, and for a view that has been released.
fn view_of(machine: &mut Machine, value: Value) -> Option<MemoryView> {
    match machine.heap.get(value)? {
        Data::MemoryView(_) => view(machine, value).ok(),
        Data::Bytes(_) | Data::ByteArray(_) => {
            let made = new(machine, &[Type::MemoryView.value(), value]).ok()?;
            view(machine, made).ok()
        }
        _ => None,
    }
}

fn equal(machine: &mut Machine, args: &[Value], wanted: bool) -> Outcome {
    if args[0] == args[1] {
        return Ok(Value::bool(wanted));
    }
    let is_view = matches!(machine.heap.get(args[1]), Some(Data::MemoryView(_)));
    let (Some(left), Some(right)) = (view_of(machine, args[0]), view_of(machine, args[1])) else {
        let is_like = is_view || machine.bytes_of(args[1]).is_some();
        return Ok(if is_like { Value::bool(!wanted) } else { Value::NOT_IMPLEMENTED });
    };
    let is_equal = left.shape == right.shape && items(machine, &left)? == items(machine, &right)?;
    Ok(Value::bool(is_equal == wanted))
}

fn not_ordered(_: &mut Machine, _: &[Value]) -> Outcome {
    Ok(Value::NOT_IMPLEMENTED)
}

fn len(machine: &mut Machine, args: &[Value]) -> Outcome {
    let view = view(machine, args[0])?;
    Ok(Value::small(view.shape[0] as i64))
}

fn iter(machine: &mut Machine, args: &[Value]) -> Outcome {
    view(machine, args[0])?;
    Ok(machine.new_iterator(Type::SequenceIterator, args[0], 0, 0, Value::NONE))
}

/// What a key means.
enum Place {
    /// Where in the memory an item is.
    Item(usize),
    View(MemoryView),
    /// Objects among the bounds must be asked.
    Ask,
}

fn place(machine: &mut Machine, view: &MemoryView, key: Value) -> Result<Place, Thrown> {
    if machine.is_integer(key) {
        if view.shape.len() != 1 {
            return Err(machine.exception(Type::NotImplementedError, "sub-views are not implemented"));
        }
        return Ok(Place::Item(item_place(machine, view, &[key])?));
    }
    if let Some(keys) = machine.heap.get(key).and_then(Data::tuple) {
        let keys = keys.to_vec();
        if keys.iter().all(|&key| machine.is_integer(key)) {
            return Ok(Place::Item(tuple_place(machine, view, &keys)?));
        }
    }
    if !machine.is_instance(key, Type::Slice) {
        return Err(machine.type_error("memoryview: invalid slice key"));
    }
    if view.shape.len() != 1 {
        let message = "multi-dimensional slicing is not implemented";
        return Err(machine.exception(Type::NotImplementedError, message));
    }
    let Some(indices) = machine.slice_indices(key, view.shape[0]) else { return Ok(Place::Ask) };
    let indices = indices?;
    let start = view.start as i64 + indices.start * view.step;
    let len = indices.len();
    let start = if len == 0 { view.start } else { start as usize };
    Ok(Place::View(MemoryView { start, step: view.step * indices.step, shape: vec![len], ..view.clone() }))
}

fn tuple_place(machine: &mut Machine, view: &MemoryView, keys: &[Value]) -> Result<usize, Thrown> {
    let (dimensions, count) = (view.shape.len(), keys.len());
    if count > dimensions {
        let message = format!("cannot index {dimensions}-dimension view with {count}-element tuple");
        return Err(machine.type_error(&message));
    }
    if count < dimensions {
        return Err(machine.exception(Type::NotImplementedError, "sub-views are not implemented"));
    }
    item_place(machine, view, keys)
}

fn item_place(machine: &mut Machine, view: &MemoryView, keys: &[Value]) -> Result<usize, Thrown> {
    let mut at = view.start as i64;
    for (dimension, (&key, stride)) in keys.iter().zip(view.strides()).enumerate() {
        let index = machine.clamped(key).and_then(|key| Machine::position(key, view.shape[dimension]));
        let Some(index) = index else {
            let message = format!("index out of bounds on dimension {}", dimension + 1);
            return Err(machine.index_error(&message));
        };
        at += index as i64 * stride;
    }
    Ok(at as usize)
}

fn get_item(machine: &mut Machine, args: &[Value]) -> Outcome {
    let view = view(machine, args[0])?;
    match place(machine, &view, args[1])? {
        Place::Item(at) => {
            let bytes = item_bytes(machine, &view, at)?;
            Ok(value_of(machine, view.format.unpack(&bytes)))
        }
        Place::View(part) => Ok(new_view(machine, part)),
        Place::Ask => Ok(Value::NOTHING),
    }
}

/// The item that a value is in a format.
fn item_of(machine: &mut Machine, format: Format, value: Value) -> Result<Item, DataError> {
    if format.is_bool() {
        return Ok(Item::Bool(machine.truth_value(value).unwrap_or(true)));
    }
    if format.is_int() {
        return machine.integer(value).map(Item::Int).ok_or_else(|| format.wrong_type());
    }
    if format.is_float() {
        let int = machine.integer(value).and_then(|int| int.to_f64().ok());
        return machine.float(value).or(int).map(Item::Float).ok_or_else(|| format.wrong_type());
    }
    match machine.bytes_of(value).filter(|_| machine.is_instance(value, Type::Bytes)) {
        Some(&[byte]) => Ok(Item::Byte(byte)),
        Some(_) => Err(format.wrong_value()),
        None => Err(format.wrong_type()),
    }
}

fn set_item(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[object, key, value] = args else { return Ok(Value::NONE) };
    let view = view(machine, object)?;
    if view.is_readonly {
        return Err(machine.type_error("cannot modify read-only memory"));
    }
    let target = match place(machine, &view, key)? {
        Place::Ask => return Ok(Value::NOTHING),
        Place::Item(at) => {
            let packed = item_of(machine, view.format, value).and_then(|item| view.format.pack(&item));
            let packed = machine.lift(packed)?;
            write(machine, &view, [at].into_iter(), &packed)?;
            return Ok(Value::NONE);
        }
        Place::View(target) => target,
    };
    let Some(source) = view_of(machine, value) else {
        return Err(machine.type_error_about("a bytes-like object is required, not ", value, ""));
    };
    if source.format != target.format || source.shape != target.shape {
        let message = "memoryview assignment: lvalue and rvalue have different structures";
        return Err(machine.value_error(message));
    }
    let content = content(machine, &source)?;
    write(machine, &target, target.places(), &content)?;
    Ok(Value::NONE)
}

/// Overwrites the items at these places.
fn write(
    machine: &mut Machine,
    view: &MemoryView,
    places: impl Iterator<Item = usize>,
    content: &[u8],
) -> Result<(), Thrown> {
    let size = view.format.size();
    let Some(Data::ByteArray(bytes)) = machine.heap.get_mut(view.exporter) else { return Ok(()) };
    for (at, item) in places.zip(content.chunks_exact(size)) {
        match bytes.get_mut(at..at + size) {
            Some(place) => place.copy_from_slice(item),
            None => {
                let message = "the object behind the view has become shorter";
                return Err(machine.exception(Type::BufferError, message));
            }
        }
    }
    Ok(())
}

fn delete_item(machine: &mut Machine, args: &[Value]) -> Outcome {
    let view = view(machine, args[0])?;
    let message = if view.is_readonly { "cannot modify read-only memory" } else { "cannot delete memory" };
    Err(machine.type_error(message))
}

fn enter(machine: &mut Machine, args: &[Value]) -> Outcome {
    view(machine, args[0])?;
    Ok(args[0])
}

fn release(machine: &mut Machine, args: &[Value]) -> Outcome {
    if let Some(Data::MemoryView(view)) = machine.heap.get_mut(args[0]) {
        view.is_released = true;
    }
    Ok(Value::NONE)
}

fn to_bytes(machine: &mut Machine, args: &[Value]) -> Outcome {
    let view = view(machine, args[0])?;
    if args[1].is_present() && !args[1].is_none() {
        if machine.text(args[1]).is_none() {
            let given = machine.type_name(args[1]);
            let message = format!("tobytes() argument 'order' must be str or None, not {given}");
            return Err(machine.type_error(&message));
        }
        if !matches!(machine.text_of(args[1]).as_str(), "C" | "F" | "A") {
            return Err(machine.value_error("order must be 'C', 'F' or 'A'"));
        }
    }
    let content = content(machine, &view)?;
    Ok(machine.heap.new_bytes(content))
}

fn to_list(machine: &mut Machine, args: &[Value]) -> Outcome {
    let view = view(machine, args[0])?;
    let items = items(machine, &view)?;
    let mut values: Vec<Value> = items.into_iter().map(|item| value_of(machine, item)).collect();
    for &count in view.shape[1..].iter().rev() {
        let rows = values.chunks(count.max(1)).map(<[Value]>::to_vec).collect::<Vec<_>>();
        values = rows.into_iter().map(|row| machine.heap.new_list(row)).collect();
    }
    Ok(machine.heap.new_list(values))
}

fn to_readonly(machine: &mut Machine, args: &[Value]) -> Outcome {
    let view = view(machine, args[0])?;
    Ok(new_view(machine, MemoryView { is_readonly: true, ..view }))
}

fn to_hex(machine: &mut Machine, args: &[Value]) -> Outcome {
    let view = view(machine, args[0])?;
    let content = content(machine, &view)?;
    let content = machine.heap.new_bytes(content);
    super::bytes::to_hex(machine, &[content, args[1], args[2]])
}

fn cast(machine: &mut Machine, args: &[Value]) -> Outcome {
    let view = view(machine, args[0])?;
    if machine.text(args[1]).is_none() {
        let given = machine.type_name(args[1]);
        return Err(machine.type_error(&format!("cast() argument 'format' must be str, not {given}")));
    }
    let shape = match args[2].present() {
        Some(shape) => Some(shape_of(machine, shape)?),
        None => None,
    };
    let cast = view.cast(&machine.text_of(args[1]), shape);
    let cast = machine.lift(cast)?;
    Ok(new_view(machine, cast))
}

/// A shape that is given as a list or tuple of ints.
fn shape_of(machine: &mut Machine, shape: Value) -> Result<Vec<usize>, Thrown> {
    if !matches!(machine.heap.get(shape), Some(Data::List(_) | Data::Tuple(_) | Data::Pair(_))) {
        return Err(machine.type_error("shape must be a list or a tuple"));
    }
    let mut sizes = Vec::new();
    for size in machine.sequence_items(shape).to_vec() {
        match machine.clamped(size) {
            Some(size) if size > 0 => sizes.push(size as usize),
            Some(_) => {
                let message = "memoryview.cast(): elements of shape must be integers > 0";
                return Err(machine.value_error(message));
            }
            None => {
                return Err(machine.type_error("memoryview.cast(): elements of shape must be integers"));
            }
        }
    }
    Ok(sizes)
}

fn format(machine: &mut Machine, args: &[Value]) -> Outcome {
    let view = view(machine, args[0])?;
    Ok(machine.heap.intern(&view.format.name().to_string()))
}

fn numbers(machine: &mut Machine, args: &[Value], of: fn(&MemoryView) -> Vec<i64>) -> Outcome {
    let view = view(machine, args[0])?;
    let numbers: Vec<Value> = of(&view).into_iter().map(Value::small).collect();
    Ok(machine.heap.new_tuple(numbers))
}

fn is_contiguous(machine: &mut Machine, args: &[Value]) -> Outcome {
    Ok(Value::bool(view(machine, args[0])?.is_contiguous()))
}

fn is_contiguous_by_column(machine: &mut Machine, args: &[Value]) -> Outcome {
    let view = view(machine, args[0])?;
    let rows = view.shape.iter().filter(|&&count| count > 1).count();
    Ok(Value::bool(view.is_contiguous() && rows <= 1))
}
