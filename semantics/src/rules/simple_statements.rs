//! Simple statements: chapter 7 of the Language Reference.

use super::names::*;
use super::questions::*;
use crate::primitives::*;
use crate::protocols::*;
use semantics_macros::rules;

rules! { pub static RULES;
    /// An expression statement evaluates the expression and drops its value.
    rule "stmt.expr" exec Expr(value) [ref "7.1"] {
        let dropped = eval value;
    }

    /// The value is evaluated once; then the targets are bound to it from left to right.
    rule "stmt.assign" exec Assign(targets, value) [ref "7.2"] {
        let v = eval value;
        each target in targets { bind target from v; }
    }

    /// Binding a name sets its variable.
    rule "bind.name" bind Name() from value [ref "7.2"] {
        do bind_name(self; value);
    }

    /// Binding an attribute: the primary is evaluated, then asked to set the attribute.
    rule "bind.attribute" bind Attribute(value, attr) from new_value [ref "7.2"] {
        let object = eval value;
        setattr(object, attr, new_value);
    }

    /// Binding a subscription: the primary and the subscript are evaluated, then the item is set.
    rule "bind.subscript" bind Subscript(value, slice) from new_value [ref "7.2"] {
        let object = eval value;
        let key = eval slice;
        setitem(object, key, new_value);
    }

    /// A tuple of targets takes the items of an iterable apart: there must be as many, unless one target is starred.
    rule "bind.tuple" bind Tuple(elts) from value [ref "7.2"] {
        do bind_elements(elts; value);
    }

    /// A list of targets does the same.
    rule "bind.list" bind List(elts) from value [ref "7.2"] {
        do bind_elements(elts; value);
    }

    /// All items are taken before the first target is bound; a starred target gets a list of those left over.
    clause "bind.elements" bind_elements(elts; value) [ref "7.2"] {
        when has_starred(elts) {
            let items = unpack_starred(value, count_before_star(elts), count_after_star(elts));
        } else {
            let items = unpack(value, count(elts));
        }
        each target in elts {
            bind target from tuple_item(items, index_in(target, elts));
        }
    }

    /// A starred target is bound to the list.
    rule "bind.starred" bind Starred(value) from items [ref "7.2"] {
        bind value from items;
    }

    /// The target is evaluated as far as needed to read and to bind it, then the operand is evaluated; the result of
    /// the in-place operator is bound to the target.
    rule "stmt.augassign" exec AugAssign(target, op, value) [ref "7.2.1"] {
        augment target from op, value;
    }

    /// A name is looked up, and bound to the result.
    rule "augment.name" augment Name() from op, value [ref "7.2.1"] {
        let old = eval self;
        let operand = eval value;
        do bind_name(self; inplace(op, old, operand));
    }

    /// The primary is evaluated once.
    rule "augment.attribute" augment Attribute(value: primary, attr) from op, value [ref "7.2.1"] {
        let object = eval primary;
        let old = getattr(object, attr);
        let operand = eval value;
        setattr(object, attr, inplace(op, old, operand));
    }

    /// The primary and the subscript are evaluated once.
    rule "augment.subscript" augment Subscript(value: primary, slice) from op, value [ref "7.2.1"] {
        let object = eval primary;
        let key = eval slice;
        let old = getitem(object, key);
        let operand = eval value;
        setitem(object, key, inplace(op, old, operand));
    }

    /// If there is a value, the target is bound to it. The annotation is evaluated outside of functions; that of a
    /// plain name is kept in `__annotations__`.
    rule "stmt.annassign" exec AnnAssign(target, annotation, value, simple) [ref "7.2.2"] {
        when is_present(value) {
            let v = eval value;
            bind target from v;
        } else when not is_true(simple) {
            do evaluate_target(target;);
        }
        when keeps_annotations(self) {
            let a = eval annotation;
            when is_true(simple) {
                when is_global_scope(self) { annotate_global(name_of(target), a); }
                else {
                    let annotations = load_name(namespace(), "__annotations__");
                    setitem(annotations, name_of(target), a);
                }
            }
        }
    }

    /// A target that is only annotated is evaluated as far as binding it would, but not bound.
    clause "stmt.annassign.target" evaluate_target(target;) [ref "7.2.2"] {
        when is_form(target, Attribute) {
            let Attribute(value) = target;
            let object = eval value;
        } else when is_form(target, Subscript) {
            let Subscript(value, slice) = target;
            let object = eval value;
            let key = eval slice;
        }
    }

    /// Nothing happens if the condition is true. Otherwise `AssertionError` is raised, with the message if there is one.
    rule "stmt.assert" exec Assert(test, msg) [ref "7.3"] {
        if not test test {
            let message = eval msg;
            raise assertion_error(message);
        }
    }

    /// Nothing happens.
    rule "stmt.pass" exec Pass() [ref "7.4"] {
    }

    /// The targets are deleted from left to right.
    rule "stmt.delete" exec Delete(targets) [ref "7.5"] {
        each target in targets { delete target; }
    }

    /// Deleting a name unbinds its variable.
    rule "delete.name" delete Name() [ref "7.5"] {
        do delete_name(self;);
    }

    /// Deleting an attribute asks the primary's value to do it.
    rule "delete.attribute" delete Attribute(value, attr) [ref "7.5"] {
        let object = eval value;
        delattr(object, attr);
    }

    /// Deleting a subscription asks the primary's value to do it.
    rule "delete.subscript" delete Subscript(value, slice) [ref "7.5"] {
        let object = eval value;
        let key = eval slice;
        delitem(object, key);
    }

    /// Each element of a tuple of targets is deleted.
    rule "delete.tuple" delete Tuple(elts) [ref "7.5"] {
        each target in elts { delete target; }
    }

    /// Each element of a list of targets is deleted.
    rule "delete.list" delete List(elts) [ref "7.5"] {
        each target in elts { delete target; }
    }

    /// The value, or `None`, is evaluated; the function's body is left with it.
    rule "stmt.return" exec Return(value) [ref "7.6"] {
        let v = eval value;
        leave Return(or_none(v));
    }

    /// The expression, and after it the cause, are evaluated; a class is instantiated. Without an expression the
    /// exception that is being handled is raised again.
    rule "stmt.raise" exec Raise(exc, cause) [ref "7.8"] {
        when not is_present(exc) { reraise(exception_to_reraise()); }
        let what = eval exc;
        when is_present(cause) {
            let reason = eval cause;
            let exception = exception_from(what);
            set_cause(exception, cause_from(reason));
            raise exception;
        }
        raise exception_from(what);
    }

    /// The innermost loop is left, without its `else` suite.
    rule "stmt.break" exec Break() [ref "7.9"] {
        leave Break;
    }

    /// The innermost loop goes on with its next cycle.
    rule "stmt.continue" exec Continue() [ref "7.10"] {
        leave Continue;
    }

    /// Each module is found and initialized; the name is bound to it, or to the top-level package without `as`.
    rule "stmt.import" exec Import(names) [ref "7.11"] {
        each clause_here in names {
            let alias(name, asname) = clause_here;
            let module = import_module(name);
            when is_present(asname) { do bind_name(clause_here; submodule(module, name)); }
            else { do bind_name(clause_here; module); }
        }
    }

    /// The module is found and initialized; each name is looked up in it and bound here.
    rule "stmt.importfrom" exec ImportFrom(module, names, level) [ref "7.11"] {
        when is_true(level) { unsupported(self, "a relative import"); }
        let source = submodule(import_module(module), module);
        each clause_here in names {
            let alias(name) = clause_here;
            when is_star(name) { import_all(source); }
            else { do bind_name(clause_here; import_name(source, name, module)); }
        }
    }

    /// A directive for the whole block; there is nothing to do when it is met.
    rule "stmt.global" exec Global() [ref "7.12"] {
    }

    /// A directive for the whole block; there is nothing to do when it is met.
    rule "stmt.nonlocal" exec Nonlocal() [ref "7.13"] {
    }
}
