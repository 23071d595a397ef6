//! The built-in functions (Library Reference, "Built-in Functions").

mod folding;
mod numbers;
mod output;
mod questions;
mod scopes;

use crate::protocols;
use crate::rules::language::Operation;
use crate::state::{Builtin, Machine, Outcome, Type, Value};

pub fn tables() -> Vec<&'static [Builtin]> {
    vec![FUNCTIONS]
}

builtins! { FUNCTIONS, "";
    "__build_class__" "func, name, /, *bases, **kwds" rule(protocols::builtin_build_class) "Makes a class, as the class statement does.";
    "abs" "x, /" leaf_or(numbers::abs, "abs") "The absolute value.";
    "all" "iterable, /" leaf_or(folding::all, "all") "Whether all items are true.";
    "any" "iterable, /" leaf_or(folding::any, "any") "Whether an item is true.";
    "ascii" "obj, /" rule(protocols::ascii) "The repr in ASCII.";
    "bin" "number:index, /" leaf(numbers::bin) "The binary digits of an int.";
    "callable" "obj, /" leaf(questions::callable) "Whether the object can be called.";
    "chr" "i:index, /" leaf(numbers::chr) "The character of a code point.";
    "delattr" "obj, name, /" rule(protocols::builtin_delattr) "Deletes an attribute.";
    "dir" "object=, /" leaf_or(scopes::dir, "dir") "The names in the scope, or those of an object's attributes.";
    "divmod" "x, y, /" leaf_or(numbers::divmod, "divmod") "Quotient and rest.";
    "format" "value, format_spec=, /" leaf_or(format, "format") "The value as text, laid out by a specification.";
    "getattr" "object, name, default=, /" leaf_or_rule(getattr, protocols::builtin_getattr) "An attribute, or the default.";
    "globals" "" leaf(scopes::globals) "The dictionary of global variables.";
    "hasattr" "obj, name, /" rule(protocols::builtin_hasattr) "Whether the object has an attribute.";
    "hash" "obj, /" leaf_or_rule(questions::hash, protocols::hash) "The hash.";
    "hex" "number:index, /" leaf(numbers::hex) "The hexadecimal digits of an int.";
    "id" "obj, /" leaf(questions::id) "The identity of an object.";
    "isinstance" "obj, class_or_tuple, /" rule(protocols::builtin_isinstance) "Whether the object is an instance of the class.";
    "issubclass" "cls, class_or_tuple, /" rule(protocols::builtin_issubclass) "Whether the class is derived from another.";
    "iter" "object, sentinel=, /" leaf_or_rule(iter, protocols::builtin_iter) "An iterator.";
    "len" "obj, /" leaf_or_rule(questions::len, protocols::len) "The number of items.";
    "locals" "" leaf(scopes::locals) "A dictionary of the local variables.";
    "max" "*args, key=, default=" leaf_or(folding::max, "max") "The greatest item.";
    "min" "*args, key=, default=" leaf_or(folding::min, "min") "The least item.";
    "next" "iterator, default=, /" leaf_or_rule(next, protocols::builtin_next) "The next item of an iterator, or the default at its end.";
    "oct" "number:index, /" leaf(numbers::oct) "The octal digits of an int.";
    "ord" "c, /" leaf(numbers::ord) "The code point of a character.";
    "pow" "base, exp, mod=" leaf_or(numbers::pow, "pow") "The power, modulo a number if there is one.";
    "print" "*args, sep=, end=, file=, flush:truth=" leaf_or(output::print, "print") "Writes objects as text.";
    "repr" "obj, /" leaf_or_rule(repr, protocols::repr) "The object as text for programmers.";
    "round" "number, ndigits=" leaf_or(numbers::round, "round") "The number rounded, half to even.";
    "setattr" "obj, name, value, /" rule(protocols::builtin_setattr) "Sets an attribute.";
    "sorted" "iterable, /, *, key=, reverse:truth=" leaf_or(super::sequences::sorted, "sorted") "A sorted list of the items.";
    "sum" "iterable, /, start=" leaf_or_rule(folding::sum, protocols::builtin_sum) "The sum of the items.";
    "vars" "object=, /" leaf_or(scopes::vars, "vars") "The local variables, or the dictionary of an object's attributes.";
}

/// An attribute that is found without running Python code.
fn getattr(machine: &mut Machine, args: &[Value]) -> Outcome {
    if !machine.is_exact(args[1], Type::Str) {
        return Ok(Value::NOTHING);
    }
    let name = machine.heap.intern_value(args[1]);
    // Where that fails, the default or `__getattr__` may have an answer.
    Ok(machine.attribute_without_code(args[0], name).unwrap_or(Value::NOTHING))
}

/// Runs a primitive that gives nothing where it does not know.
fn primitive(machine: &mut Machine, operation: &Operation, args: &[Value]) -> Outcome {
    match operation {
        Operation::Primitive(primitive) => (primitive.run)(machine, args),
        _ => Ok(Value::NOTHING),
    }
}

fn format(machine: &mut Machine, args: &[Value]) -> Outcome {
    if args[1].is_present() && !machine.is_exact(args[1], Type::Str) {
        return Ok(Value::NOTHING);
    }
    primitive(machine, crate::primitives::format_builtin(), args)
}

fn iter(machine: &mut Machine, args: &[Value]) -> Outcome {
    if args[1].is_present() {
        if machine.special(args[0], crate::state::names::__call__).is_nothing() {
            return Err(machine.type_error("iter(v, w): v must be callable"));
        }
        return Ok(Value::NOTHING);
    }
    primitive(machine, crate::primitives::iter_builtin(), &args[..1])
}

fn next(machine: &mut Machine, args: &[Value]) -> Outcome {
    let &[iterator, default] = args else { return Ok(Value::NOTHING) };
    if !machine.is_builtin_iterator(iterator) {
        return Ok(Value::NOTHING);
    }
    match machine.next_item(iterator)?.present().or(default.present()) {
        Some(item) => Ok(item),
        None => Err(machine.exception_with(Type::StopIteration, Vec::new())),
    }
}

fn repr(machine: &mut Machine, args: &[Value]) -> Outcome {
    machine.repr_text(args[0])
}
