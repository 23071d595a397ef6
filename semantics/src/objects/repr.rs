//! `repr` of values of built-in types, where no code of the program can be involved.
//!
//! The answers are `None` where that is not certain, or where containers are nested deeply: then the protocol decides.

use super::equality::MOST_NESTED;
use crate::data::int::{DEFAULT_MAX_DIGITS, Int};
use crate::data::text::{Text, TextBuilder};
use crate::data::{bytes, float};
use crate::state::{Data, Handle, Machine, Thrown, Type, Value, names};
use compact_str::CompactString;

/// A text being written, and the containers whose text is in progress.
#[derive(Default)]
struct Writer {
    out: TextBuilder,
    inside: Vec<Value>,
}

/// Whether the text could be written.
type Written = Result<Option<()>, Thrown>;

const DONE: Written = Ok(Some(()));

impl Machine {
    /// `repr(value)`, if it is certain without running code of the program.
    pub fn repr_value(&mut self, value: Value) -> Result<Option<Text>, Thrown> {
        let mut writer = Writer::default();
        let written = self.write_repr(&mut writer, value)?;
        Ok(written.map(|()| writer.out.finish()))
    }

    /// As [`Machine::repr_value`] for messages: what is not certain is shown as a plain object.
    pub fn repr_for_message(&mut self, value: Value) -> String {
        match self.repr_value(value) {
            Ok(Some(text)) => text.to_string_lossy().into_owned(),
            _ => self.plain_repr(value),
        }
    }

    fn write_repr(&mut self, writer: &mut Writer, value: Value) -> Written {
        if self.write_leaf(writer, value)? {
            return DONE;
        }
        let class = self.heap.class_of(value);
        let method = self.lookup(class, names::__repr__);
        let Some(Data::Builtin(builtin)) = self.heap.get(method) else { return Ok(None) };
        match (builtin.owner, self.heap.get(value)) {
            ("object", _) => {
                let text = self.plain_repr(value);
                writer.out.push_str(&text);
                DONE
            }
            (owner, Some(_)) => self.write_by_owner(writer, owner, value),
            _ => Ok(None),
        }
    }

    /// Values of which exactly the built-in types are common.
    fn write_leaf(&mut self, writer: &mut Writer, value: Value) -> Result<bool, Thrown> {
        if let Some(int) = value.as_int() {
            writer.out.push_text(&Text::of_int(int));
        } else if let Some(float) = value.as_float() {
            writer.out.push_str(&float::repr(float));
        } else if value.is_object() {
            let class = self.heap.class_of(value);
            match (self.builtin_type(class), self.heap.get(value)) {
                (Some(Type::Str), Some(Data::Str(text))) => writer.out.push_text(&text.repr()),
                _ => return Ok(false),
            }
        } else {
            let texts = ["", "None", "False", "True", "NotImplemented", "Ellipsis"];
            writer.out.push_str(texts[(value.bits() & 7) as usize]);
        }
        Ok(true)
    }

    /// The text that the `__repr__` of a built-in class gives.
    fn write_by_owner(&mut self, writer: &mut Writer, owner: &str, value: Value) -> Written {
        match owner {
            "int" => {
                let text = self.int_text(value)?;
                writer.out.push_str(&text);
            }
            "float" => writer.out.push_str(&float::repr(self.float(value).unwrap_or_default())),
            "complex" => writer.out.push_str(&self.complex(value).map(|it| it.repr()).unwrap_or_default()),
            "str" => writer.out.push_text(&self.text(value).map(Text::repr).unwrap_or_else(Text::empty)),
            "bytes" => writer.out.push_text(&bytes::repr(self.bytes_of(value).unwrap_or_default())),
            "bytearray" => self.write_bytearray(writer, value),
            "list" => return self.write_items(writer, value, ("[", "]"), "[...]"),
            "tuple" => return self.write_items(writer, value, ("(", ")"), "(...)"),
            "dict" => return self.write_dict(writer, value),
            "set" | "frozenset" => return self.write_set(writer, value),
            "range" => return self.write_range(writer, value),
            "slice" => return self.write_slice(writer, value),
            "type" => {
                let text = self.class_repr(value);
                writer.out.push_str(&text);
            }
            _ => return self.write_callable(writer, value),
        }
        DONE
    }

    /// The decimal digits of an int, also of a subclass.
    pub fn int_text(&mut self, value: Value) -> Result<CompactString, Thrown> {
        let int = self.integer(value).unwrap_or(Int::ZERO);
        let text = int.to_decimal(DEFAULT_MAX_DIGITS);
        self.lift(text)
    }

    fn write_bytearray(&mut self, writer: &mut Writer, value: Value) {
        let name = self.type_name(value);
        let text = bytes::repr_bytearray(self.bytes_of(value).unwrap_or_default());
        // In a subclass's place stands its own name.
        let known = "bytearray".len();
        writer.out.push_str(&name);
        writer.out.push_text(&text.range(known..text.len()));
    }

    /// Notes that the text of a container is in progress; `None` if containers are nested too deeply here. `false`: it
    /// was in progress already, and `recursive` is written instead.
    fn enter(&mut self, writer: &mut Writer, value: Value, recursive: &str) -> Option<bool> {
        if writer.inside.contains(&value) || self.in_repr.contains(&value) {
            writer.out.push_str(recursive);
            return Some(false);
        }
        if writer.inside.len() as u32 >= MOST_NESTED {
            return None;
        }
        writer.inside.push(value);
        Some(true)
    }

    fn write_items(
        &mut self,
        writer: &mut Writer,
        value: Value,
        ends: (&str, &str),
        recursive: &str,
    ) -> Written {
        match self.enter(writer, value, recursive) {
            None => return Ok(None),
            Some(false) => return DONE,
            Some(true) => {}
        }
        writer.out.push_str(ends.0);
        let mut index = 0;
        while let Some(&item) = self.sequence_items(value).get(index) {
            if index > 0 {
                writer.out.push_str(", ");
            }
            if self.write_repr(writer, item)?.is_none() {
                return Ok(None);
            }
            index += 1;
        }
        let is_single = index == 1 && ends.0 == "(";
        writer.out.push_str(if is_single { "," } else { "" });
        writer.out.push_str(ends.1);
        writer.inside.pop();
        DONE
    }

    fn write_dict(&mut self, writer: &mut Writer, value: Value) -> Written {
        match self.enter(writer, value, "{...}") {
            None => return Ok(None),
            Some(false) => return DONE,
            Some(true) => {}
        }
        writer.out.push_str("{");
        let mut at = 0;
        let mut is_first = true;
        while let Some((index, entry)) = self.dict(value).and_then(|dict| dict.next_from(at)) {
            writer.out.push_str(if is_first { "" } else { ", " });
            if self.write_repr(writer, entry.key)?.is_none() {
                return Ok(None);
            }
            writer.out.push_str(": ");
            if self.write_repr(writer, entry.value)?.is_none() {
                return Ok(None);
            }
            is_first = false;
            at = index + 1;
        }
        writer.out.push_str("}");
        writer.inside.pop();
        DONE
    }

    fn write_set(&mut self, writer: &mut Writer, value: Value) -> Written {
        let name = self.type_name(value);
        let members: Vec<Value> = match self.heap.get(value) {
            Some(Data::Set(table)) => table.iter().map(|(_, member)| *member).collect(),
            _ => return Ok(None),
        };
        if members.is_empty() {
            writer.out.push_str(&format!("{name}()"));
            return DONE;
        }
        match self.enter(writer, value, &format!("{name}(...)")) {
            None => return Ok(None),
            Some(false) => return DONE,
            Some(true) => {}
        }
        let is_plain = self.is_exact(value, Type::Set);
        writer.out.push_str(&if is_plain { "{".to_owned() } else { format!("{name}({{") });
        for (index, member) in members.into_iter().enumerate() {
            writer.out.push_str(if index > 0 { ", " } else { "" });
            if self.write_repr(writer, member)?.is_none() {
                return Ok(None);
            }
        }
        writer.out.push_str(if is_plain { "}" } else { "})" });
        writer.inside.pop();
        DONE
    }

    fn write_range(&mut self, writer: &mut Writer, value: Value) -> Written {
        let Some(Data::Range(range)) = self.heap.get(value) else { return Ok(None) };
        let (start, stop, step) = (range.start, range.stop, range.step);
        let text = format!("range({}, {}", self.int_text(start)?, self.int_text(stop)?);
        writer.out.push_str(&text);
        if step != Value::small(1) {
            let step = self.int_text(step)?;
            writer.out.push_str(&format!(", {step}"));
        }
        writer.out.push_str(")");
        DONE
    }

    fn write_slice(&mut self, writer: &mut Writer, value: Value) -> Written {
        let Some(Data::Slice(parts)) = self.heap.get(value) else { return Ok(None) };
        let parts = **parts;
        // Parts can be any objects; a slice inside of a slice ends somewhere, as slices can't be changed.
        if writer.inside.len() as u32 >= MOST_NESTED {
            return Ok(None);
        }
        writer.inside.push(value);
        for (part, before) in parts.into_iter().zip(["slice(", ", ", ", "]) {
            writer.out.push_str(before);
            if self.write_repr(writer, part)?.is_none() {
                return Ok(None);
            }
        }
        writer.out.push_str(")");
        writer.inside.pop();
        DONE
    }

    /// `<class 'module.name'>`.
    pub fn class_repr(&mut self, class: Value) -> String {
        match class.as_handle() {
            Some(handle) if self.class(class).is_some() => {
                format!("<class '{}'>", self.full_class_name(handle))
            }
            _ => self.plain_repr(class),
        }
    }

    /// The name of a class with its module; of a built-in class without.
    pub fn full_class_name(&mut self, class: Handle) -> String {
        let name = self.text_of(self.class_data(class).qualified_name);
        let module = self.own_class_attribute(class, names::__module__);
        match self.text(module) {
            Some(module) if *module != "builtins" => format!("{}.{name}", module.to_string_lossy()),
            _ => name,
        }
    }

    /// `object.__repr__`.
    pub fn plain_repr(&mut self, value: Value) -> String {
        let class = self.heap.class_of(value);
        let name = self.full_class_name(class);
        format!("<{name} object at {}>", self.address(value))
    }

    /// What stands for the address of an object.
    pub fn address(&mut self, value: Value) -> String {
        format!("{:#x}", self.heap.identity(value))
    }

    fn write_callable(&mut self, writer: &mut Writer, value: Value) -> Written {
        let class = self.heap.class_of(value);
        let kind = self.builtin_type(class);
        let text = match (self.heap.get(value), kind) {
            (Some(Data::Function(function)), Some(Type::Function) | None) if !function.is_builtin => {
                let name = self.text_of(function.qualified_name);
                format!("<function {name} at {}>", self.address(value))
            }
            (Some(Data::Function(_) | Data::Builtin(_)), Some(kind)) => {
                self.builtin_function_text(value, kind)
            }
            (Some(&Data::Method(function, object)), Some(kind)) => {
                return self.write_method(writer, kind, function, object);
            }
            (Some(Data::Generator(generator)), _) => {
                let name = self.text_of(generator.qualified_name);
                format!("<generator object {name} at {}>", self.address(value))
            }
            _ => return Ok(None),
        };
        writer.out.push_str(&text);
        DONE
    }

    /// The name of a built-in function, and of the class that it is a method of.
    fn builtin_function_names(&self, function: Value) -> (String, String) {
        if let Some(builtin) = self.builtin(function) {
            return (builtin.name.to_owned(), builtin.owner.to_owned());
        }
        let Some(data) = self.function(function) else { return Default::default() };
        let (module, path) = (self.text_of(data.module), self.text_of(data.qualified_name));
        let owner = path.rsplit_once('.').map_or("", |(owner, _)| owner);
        let owner = if module == "builtins" { owner.to_owned() } else { format!("{module}.{owner}") };
        (self.text_of(data.name), owner)
    }

    fn builtin_function_text(&mut self, function: Value, kind: Type) -> String {
        let (name, owner) = self.builtin_function_names(function);
        match kind {
            Type::MethodDescriptor | Type::ClassMethodDescriptor => {
                format!("<method '{name}' of '{owner}' objects>")
            }
            Type::WrapperDescriptor => format!("<slot wrapper '{name}' of '{owner}' objects>"),
            _ if name == "__new__" => {
                format!("<built-in method __new__ of type object at {}>", self.address(function))
            }
            _ => format!("<built-in function {name}>"),
        }
    }

    fn write_method(&mut self, writer: &mut Writer, kind: Type, function: Value, object: Value) -> Written {
        let class = self.heap.class_of(object);
        let (class_name, address) = (self.full_class_name(class), self.address(object));
        let text = match self.heap.get(function) {
            Some(Data::Builtin(_) | Data::Function(_)) if kind != Type::Method => {
                let (name, _) = self.builtin_function_names(function);
                let is_wrapper = kind == Type::MethodWrapper;
                let start = if is_wrapper { "method-wrapper '" } else { "built-in method " };
                let end = if is_wrapper { "'" } else { "" };
                let text = format!("<{start}{name}{end} of {class_name} object at {address}>");
                writer.out.push_str(&text);
                return DONE;
            }
            Some(Data::Function(data)) if kind == Type::Method => {
                format!("<bound method {} of ", self.text_of(data.qualified_name))
            }
            _ => return Ok(None),
        };
        writer.out.push_str(&text);
        if kind == Type::Method {
            if self.write_repr(writer, object)?.is_none() {
                return Ok(None);
            }
            writer.out.push_str(">");
        }
        DONE
    }
}
