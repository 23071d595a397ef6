//! Exceptions: making, matching, chaining (Language Reference 4.3, 7.8, 8.4).

use crate::primitives;
use crate::state::{Data, Machine, Thrown, Type, Value, names};

impl Machine {
    /// Whether a value is a class derived from `BaseException`.
    pub fn is_exception_class(&self, value: Value) -> bool {
        match value.as_handle() {
            Some(handle) if self.class(value).is_some() => {
                self.is_subclass(handle, Type::BaseException.handle())
            }
            _ => false,
        }
    }

    /// Whether an exception is of the class, or of one of the classes in a tuple (of tuples ...).
    pub fn matches(&mut self, exception: Value, class: Value, depth: usize) -> Result<bool, Thrown> {
        if self.is_exception_class(class) {
            let own = self.heap.class_of(exception);
            return Ok(class.as_handle().is_some_and(|class| self.is_subclass(own, class)));
        }
        if self.heap.get(class).and_then(Data::tuple).is_some() && depth < 64 {
            for item in self.tuple_items(class).to_vec() {
                if self.matches(exception, item, depth + 1)? {
                    return Ok(true);
                }
            }
            return Ok(false);
        }
        Err(self.type_error("catching classes that do not inherit from BaseException is not allowed"))
    }
}

primitives! { EXCEPTIONS;
    /// Whether a value is an instance of the built-in exception class of this name.
    fn is_instance_of(m, value, class) {
        let class = m.exception_names.get(&class).copied();
        Ok(Value::bool(class.is_some_and(|class| m.is_instance(value, class))))
    }
    /// Whether a value is a class of exceptions.
    fn is_exception_class(m, value) { Ok(Value::bool(m.is_exception_class(value))) }
    /// A new exception of the built-in class of this name, without arguments.
    fn new_exception(m, class) {
        let class = m.exception_names.get(&class).copied().unwrap_or(Type::Exception);
        Ok(m.exception_with(class, Vec::new()).0)
    }
    /// The exception, which has come about while another is handled.
    fn in_context(m, exception) {
        m.set_context(exception);
        Ok(exception)
    }
    /// A `RuntimeError` with this message.
    fn runtime_error(m, message) { Ok(m.exception_with(Type::RuntimeError, vec![message]).0) }
    /// `AssertionError`, with the message if there is one.
    fn assertion_error(m, message) {
        Ok(m.exception_with(Type::AssertionError, message.present().into_iter().collect()).0)
    }
    /// `NameError` for a name that is not bound.
    fn name_error(m, name) { Ok(m.undefined_name(name).0) }

    /// The exception that this frame is handling, to be put back later.
    fn handled_exception(m) { Ok(m.frame().handling) }
    /// From now on this frame is handling an exception.
    fn begin_handling(m, exception) {
        m.frame_mut().handling = exception;
        Ok(Value::NONE)
    }
    /// The exception handled before is the one handled again.
    fn end_handling(m, before) {
        m.frame_mut().handling = before;
        Ok(Value::NONE)
    }
    /// The exception that a `raise` without an expression raises again.
    fn exception_to_reraise(m) {
        match m.handled().present() {
            Some(exception) => Ok(exception),
            None => Err(m.exception(Type::RuntimeError, "No active exception to reraise")),
        }
    }
    /// What is raised for an exception, or for a class whose instances are made without code of the program; otherwise
    /// nothing.
    fn raised_builtin(m, what) {
        if let Some(Data::Exception(_)) = m.heap.get(what) {
            return Ok(what);
        }
        if m.is_exception_class(what) { m.made_by_leaves(what) } else { Ok(Value::NOTHING) }
    }
    /// Whether an `except` clause with this class, or tuple of classes, takes the exception.
    fn exception_matches(m, exception, class) { Ok(Value::bool(m.matches(exception, class, 0)?)) }
    /// Sets what `raise ... from` says.
    fn set_cause(m, exception, cause) {
        if let Some(data) = m.exception_data_mut(exception) {
            data.cause = cause;
            data.suppress_context = true;
        }
        Ok(Value::NONE)
    }
    /// The three arguments of `__exit__`.
    fn exit_arguments(m, exception) {
        if exception.is_none() {
            return Ok(m.heap.new_tuple([Value::NONE; 3]));
        }
        let class = Value::object(m.heap.class_of(exception));
        let traceback = m.exception_data(exception).map_or(Value::NONE, |data| data.traceback);
        Ok(m.heap.new_tuple([class, exception, traceback]))
    }
    /// What a `StopIteration` that came out of a generator becomes.
    fn generator_stop_error(m, stop) {
        let error = m.exception(Type::RuntimeError, "generator raised StopIteration").0;
        if let Some(data) = m.exception_data_mut(error) {
            data.cause = stop;
            data.context = stop;
            data.suppress_context = true;
        }
        Ok(error)
    }
    /// An exception with another traceback, if there is one.
    fn with_traceback(m, exception, traceback) {
        if traceback.is_present() && !traceback.is_none()
            && let Some(data) = m.exception_data_mut(exception)
        {
            data.traceback = traceback;
        }
        Ok(exception)
    }
    /// The arguments of an exception.
    fn exception_args(m, exception) {
        match m.exception_data(exception) {
            Some(data) => Ok(data.args),
            None => Ok(m.heap.new_tuple([])),
        }
    }
    /// A further attribute of an exception; nothing if it is not set.
    fn exception_member(m, exception, name) { Ok(m.exception_member(exception, name)) }
    /// What is said of a syntax error, with the name of the file and the line where these are known.
    fn located_text(m, exception, text) {
        let [file, line] = ["filename", "lineno"].map(|name| {
            let name = m.heap.intern(name);
            m.exception_member(exception, name)
        });
        let file = m.text(file).map(|file| file.to_string_lossy().into_owned());
        let file = file.as_deref().and_then(|path| path.rsplit('/').next()).map(str::to_owned);
        let line = line.as_int().map(|line| format!("line {line}"));
        let place: Vec<String> = file.into_iter().chain(line).collect();
        if place.is_empty() {
            return Ok(text);
        }
        let text = format!("{} ({})", m.text_of(text), place.join(", "));
        Ok(m.heap.new_str(&text))
    }
    /// The name of an exception's class, and in parentheses what its arguments look like.
    fn exception_call_text(m, exception, arguments) {
        let name = m.type_name(exception);
        let text = m.text_of(arguments);
        let is_tuple = m.exception_data(exception).is_some_and(|data| m.tuple_items(data.args).len() > 1);
        let text = if is_tuple { format!("{name}{text}") } else { format!("{name}({text})") };
        Ok(m.heap.new_str(&text))
    }
    /// What went wrong with the system, and with which files.
    fn os_error_text(m, number, text, file, other) {
        let mut message = format!("[Errno {}] {}", m.text_of(number), m.text_of(text));
        if file.is_present() {
            message += &format!(": {}", m.text_of(file));
        }
        if other.is_present() {
            message += &format!(" -> {}", m.text_of(other));
        }
        Ok(m.heap.new_str(&message))
    }
    /// Something was raised that is no exception.
    fn not_an_exception(m) { Ok(m.type_error("exceptions must derive from BaseException").0) }
    /// Something was given as a cause that is no exception.
    fn cause_is_no_exception(m) { Ok(m.type_error("exception causes must derive from BaseException").0) }
    /// A class of exceptions was called and gave something else.
    fn class_made_no_exception(m, class, value) {
        let class = class.as_handle().map(|class| m.class_name(class)).unwrap_or_default();
        let message = format!(
            "calling <class '{class}'> should have returned an instance of BaseException, not <class '{}'>",
            m.type_name(value)
        );
        Ok(m.type_error(&message).0)
    }
    /// A `with` statement got something that is no context manager.
    fn no_context_manager(m, value, name) {
        let name = m.text_of(name);
        let which = if name == "__exit__" { " (missed __exit__ method)" } else { "" };
        let message =
            format!("'{}' object does not support the context manager protocol{which}", m.type_name(value));
        Ok(m.type_error(&message).0)
    }
    /// A note on where `__set_name__` failed.
    fn note_set_name(m, exception, attribute, name, class) {
        let class = class.as_handle().map(|class| m.class_name(class)).unwrap_or_default();
        let text = format!(
            "Error calling __set_name__ on '{}' instance '{}' in '{class}'",
            m.type_name(attribute),
            m.text_of(name)
        );
        let note = m.heap.new_str(&text);
        m.add_note(exception, note);
        Ok(Value::NONE)
    }
}

impl Machine {
    /// Adds a note to an exception (PEP 678).
    pub fn add_note(&mut self, exception: Value, note: Value) {
        let dict = self.attribute_dict(exception);
        let notes = self.dict_get_name(dict, names::__notes__);
        if notes.is_present() {
            self.list_push(notes, note);
        } else {
            let notes = self.heap.new_list(vec![note]);
            self.dict_set_name(dict, names::__notes__, notes);
        }
    }
}
