//! Making exceptions.

use crate::data::error::{DataError, ErrorKind};
use crate::state::{Data, Exception, Machine, ShapeId, Stop, Thrown, Type, Value};

/// So many products of digits take about as long as a step.
const A_STEP: f64 = 16.0;

impl Machine {
    /// An exception of a built-in class with one argument, a message.
    #[cold]
    pub fn exception(&mut self, class: Type, message: &str) -> Thrown {
        let message = self.heap.new_str(message);
        self.exception_with(class, vec![message])
    }

    /// An exception of a built-in class with these arguments.
    #[cold]
    pub fn exception_with(&mut self, class: Type, args: Vec<Value>) -> Thrown {
        self.reached_a_limit |= matches!(class, Type::MemoryError | Type::RecursionError);
        let args = self.heap.new_tuple(args);
        let data = Data::Exception(Box::new(Exception::new(args)));
        Thrown(self.heap.allocate(ShapeId(class as u32), data))
    }

    #[cold]
    pub fn type_error(&mut self, message: &str) -> Thrown {
        self.exception(Type::TypeError, message)
    }

    #[cold]
    pub fn value_error(&mut self, message: &str) -> Thrown {
        self.exception(Type::ValueError, message)
    }

    #[cold]
    pub fn index_error(&mut self, message: &str) -> Thrown {
        self.exception(Type::IndexError, message)
    }

    #[cold]
    pub fn overflow_error(&mut self, message: &str) -> Thrown {
        self.exception(Type::OverflowError, message)
    }

    #[cold]
    pub fn key_error(&mut self, key: Value) -> Thrown {
        self.exception_with(Type::KeyError, vec![key])
    }

    /// The exception that a failed data operation stands for.
    #[cold]
    pub fn data_error(&mut self, error: DataError) -> Thrown {
        let class = match error.kind {
            ErrorKind::TypeError => Type::TypeError,
            ErrorKind::ValueError => Type::ValueError,
            ErrorKind::OverflowError => Type::OverflowError,
            ErrorKind::ZeroDivisionError => Type::ZeroDivisionError,
            ErrorKind::IndexError => Type::IndexError,
            ErrorKind::KeyError => Type::KeyError,
            ErrorKind::LookupError => Type::LookupError,
            ErrorKind::MemoryError => {
                return self.exception_with(Type::MemoryError, Vec::new());
            }
            ErrorKind::UnicodeEncodeError(_) => Type::UnicodeEncodeError,
            ErrorKind::UnicodeDecodeError(_) => Type::UnicodeDecodeError,
        };
        self.exception(class, &error.message)
    }

    /// Makes sure that an operation may take that many bytes; otherwise the run stops at its memory limit.
    #[inline]
    pub fn allow(&mut self, bytes: usize) -> Result<(), Thrown> {
        if bytes < 1 << 20 || bytes.saturating_add(self.heap.bytes) < self.limits.memory {
            return Ok(());
        }
        Err(self.exception_with(Type::MemoryError, Vec::new()))
    }

    /// Takes from the fuel what an operation costs that multiplies so many digits of 64 bits: long ones count as more than
    /// the step that they are. The run stops if there is not enough.
    pub fn spend(&mut self, products: f64) -> Result<(), Thrown> {
        if products < A_STEP || self.limits.fuel == u64::MAX {
            return Ok(());
        }
        let steps = (products / A_STEP) as u64;
        if self.steps.saturating_add(steps) < self.limits.fuel {
            self.limits.fuel -= steps;
            return Ok(());
        }
        self.stopped = Some(Stop::Fuel);
        Err(self.exception_with(Type::MemoryError, Vec::new()))
    }

    /// How many bytes an operation may still take.
    pub fn allowance(&self) -> usize {
        self.limits.memory.saturating_sub(self.heap.bytes)
    }

    /// A further attribute that an exception's class provides for (`name`, `obj`, ...); nothing if it is not set.
    pub fn exception_member(&self, exception: Value, name: Value) -> Value {
        let members = self.exception_data(exception).map_or(&[][..], |data| &data.members);
        members.iter().find(|(own, _)| *own == name).map_or(Value::NOTHING, |(_, value)| *value)
    }

    /// Sets such an attribute; [`Value::NOTHING`] takes it away.
    pub fn set_exception_member(&mut self, exception: Value, name: Value, value: Value) {
        let Some(data) = self.exception_data_mut(exception) else { return };
        data.members.retain(|(own, _)| *own != name);
        if value.is_present() {
            data.members.push((name, value));
        }
    }

    /// The run stops: there is no rule for this construct.
    pub fn stop_unsupported(&mut self, node: spec::ast::NodeId, construct: &str) {
        let (line, _) = self.program.source.position(self.program.ast.span(node).start as usize);
        let form = self.program.ast.kind(node).schema().name;
        self.stopped = Some(crate::state::Stop::Unsupported {
            construct: construct.to_owned(),
            line: line as u32,
            rule: form.to_owned(),
        });
    }

    /// Whether an exception is of a built-in class or one derived from it.
    pub fn is_exception_of(&self, exception: Value, class: Type) -> bool {
        self.is_instance(exception, class)
    }

    pub fn exception_data(&self, exception: Value) -> Option<&Exception> {
        match self.heap.get(exception) {
            Some(Data::Exception(data)) => Some(data),
            _ => None,
        }
    }

    pub fn exception_data_mut(&mut self, exception: Value) -> Option<&mut Exception> {
        match self.heap.get_mut(exception) {
            Some(Data::Exception(data)) => Some(data),
            _ => None,
        }
    }

    /// The first argument of an exception, if it is a string.
    pub fn first_text(&self, exception: Value) -> String {
        let args = self.exception_data(exception).map_or(Value::NONE, |data| data.args);
        self.tuple_items(args).first().map(|&first| self.text_of(first)).unwrap_or_default()
    }
}
