//! Exceptions: sections 4.3 and 7.8 of the Language Reference.

use super::*;
use crate::primitives::*;
use semantics_macros::rules;

rules! { pub static EXCEPTIONS;
    /// What is raised must be an exception, or a class of exceptions, which is then called without arguments.
    protocol "exception.raise" exception_from(what) [ref "7.8"] {
        let quick = raised_builtin(what);
        if is_something(quick) { return quick; }
        if is_instance_of(what, "BaseException") { return what; }
        if not is_exception_class(what) { raise not_an_exception(); }
        let exception = call(what, no_arguments(), Nothing);
        if not is_instance_of(exception, "BaseException") { raise class_made_no_exception(what, exception); }
        return exception;
    }

    /// The cause is an exception, a class of exceptions, or `None`.
    protocol "exception.cause" cause_from(what) [ref "7.8"] {
        if is_none(what) { return None; }
        if is_instance_of(what, "BaseException") { return what; }
        if not is_exception_class(what) { raise cause_is_no_exception(); }
        return call(what, no_arguments(), Nothing);
    }

    /// `__enter__` or `__exit__` of a context manager.
    protocol "context.method" context_method(manager, name) [ref "8.5"] {
        let quick = bound_special_builtin(manager, name);
        if is_something(quick) { return quick; }
        let method = special(manager, name);
        if is_nothing(method) { raise no_context_manager(manager, name); }
        return descriptor_get(method, manager, type_of(manager));
    }

    /// `str(e)`: nothing, the only argument, or the tuple of the arguments.
    protocol "exception.str" exception_str(exception) [ref "4.3"] {
        let arguments = exception_args(exception);
        if tuple_ends(arguments, 0) { return or_empty_text(Nothing); }
        if tuple_ends(arguments, 1) { return str(tuple_item(arguments, 0)); }
        return repr(arguments);
    }

    /// `str(KeyError(x))` is `repr(x)`, so that an empty key is seen.
    protocol "exception.str.key" key_error_str(exception) [ref "4.3"] {
        let arguments = exception_args(exception);
        if tuple_ends(arguments, 0) { return or_empty_text(Nothing); }
        if tuple_ends(arguments, 1) { return repr(tuple_item(arguments, 0)); }
        return repr(arguments);
    }

    /// `str(OSError(...))`: number and text of the error, and the files that it is about.
    protocol "exception.str.os" os_error_str(exception) [ref "4.3"] {
        let number = exception_member(exception, "errno");
        let text = exception_member(exception, "strerror");
        let file = exception_member(exception, "filename");
        if is_none_or_nothing(file) {
            if is_nothing(number) { return exception_str(exception); }
            if is_nothing(text) { return exception_str(exception); }
            return os_error_text(str(number), str(text), Nothing, Nothing);
        }
        let other = exception_member(exception, "filename2");
        if is_none_or_nothing(other) {
            return os_error_text(str(or_none(number)), str(or_none(text)), repr(file), Nothing);
        }
        return os_error_text(str(or_none(number)), str(or_none(text)), repr(file), repr(other));
    }

    /// `str(ImportError(...))`: the message, if it is a string.
    protocol "exception.str.import" import_error_str(exception) [ref "4.3"] {
        let message = exception_member(exception, "msg");
        if is_text(message) { return message; }
        return exception_str(exception);
    }

    /// `str(SyntaxError(...))`: the message, and where in which file.
    protocol "exception.str.syntax" syntax_error_str(exception) [ref "4.3"] {
        return located_text(exception, str(or_none(exception_member(exception, "msg"))));
    }

    /// `repr(e)`: the class's name and the arguments in parentheses.
    protocol "exception.repr" exception_repr(exception) [ref "4.3"] {
        let arguments = exception_args(exception);
        if tuple_ends(arguments, 0) { return exception_call_text(exception, Nothing); }
        if tuple_ends(arguments, 1) { return exception_call_text(exception, repr(tuple_item(arguments, 0))); }
        return exception_call_text(exception, repr(arguments));
    }
}
