//! Functions and classes: sections 8.7 and 8.8 of the Language Reference.

use super::expressions::*;
use super::names::*;
use super::questions::*;
use crate::primitives::*;
use crate::protocols::*;
use semantics_macros::rules;

rules! { pub static RULES;
    /// The decorators are evaluated, then the defaults, those of positional parameters first, then the annotations;
    /// then the function object is made and passed through the decorators, the last one first. The name is bound to
    /// the result.
    rule "stmt.def" exec FunctionDef(args, decorator_list, returns, type_params) [ref "8.7"] {
        when not is_empty(type_params) { unsupported(self, "a type parameter list"); }
        let decorators = eval* decorator_list;
        let positional = do positional_defaults(args;);
        let named = do named_defaults(args;);
        let annotations = do annotations(args, returns;);
        let function = make_function(self, positional, named, annotations);
        do decorate_and_bind(decorator_list; decorators, function);
    }

    /// Decorators are applied in the order opposite to that in which they are written.
    clause "stmt.def.decorators" decorate_and_bind(decorator_list; decorators, value) [ref "8.7"] {
        let result = value;
        when not is_empty(decorator_list) {
            let left = tuple_len(decorators);
            scope Applied {
                loop {
                    if is_zero(left) { leave Applied; }
                    let left = minus_one(left);
                    let result = call(tuple_item(decorators, left), tuple1(result), Nothing);
                }
            }
        }
        do bind_name(self; result);
    }

    /// Defaults are evaluated once, from left to right, when the definition is carried out.
    clause "expr.function.defaults" positional_defaults(args;) [ref "8.7"] {
        let arguments(defaults) = args;
        let values = eval* defaults;
        return values;
    }

    /// The defaults of keyword-only parameters, by name.
    clause "expr.function.named" named_defaults(args;) [ref "8.7"] {
        let arguments(kwonlyargs, kw_defaults) = args;
        let named = new_dict();
        each parameter, value in kwonlyargs, kw_defaults {
            when is_present(value) {
                let v = eval value;
                dict_set_name(named, parameter_name(parameter), v);
            }
        }
        return named;
    }

    /// Annotations are evaluated in the order of the parameters, that of the result last.
    clause "stmt.def.annotations" annotations(args, returns;) [ref "8.7"] {
        when not has_annotations(self) { return Nothing; }
        let arguments(posonlyargs, args: positional, vararg, kwonlyargs, kwarg) = args;
        let result = new_dict();
        each parameter in posonlyargs { do annotation(parameter; result); }
        each parameter in positional { do annotation(parameter; result); }
        when is_present(vararg) { do annotation(vararg; result); }
        each parameter in kwonlyargs { do annotation(parameter; result); }
        when is_present(kwarg) { do annotation(kwarg; result); }
        when is_present(returns) {
            let value = eval returns;
            dict_set_name(result, "return", value);
        }
        return result;
    }

    /// A parameter without an annotation has no entry.
    clause "stmt.def.annotation" annotation(parameter; result) [ref "8.7"] {
        let arg(annotation) = parameter;
        when is_present(annotation) {
            when is_starred(annotation) {
                let Starred(value: starred) = annotation;
                let items = eval starred;
                let value = only_item(items);
            } else {
                let value = eval annotation;
            }
            dict_set_name(result, parameter_name(parameter), value);
        }
    }

    /// The body of a function: `return` ends it; at its end it returns `None`.
    rule "run.function" run FunctionDef(body) [ref "8.7"] {
        when is_generator(self) {
            protect {
                scope Return(value) {
                    exec body;
                    let value = None;
                }
                return value;
            } catch e {
                do generator_failed(; e);
            }
        } else {
            scope Return(value) {
                exec body;
                let value = None;
            }
            return value;
        }
    }

    /// The body of a lambda is an expression; its value is what is returned.
    rule "run.lambda" run Lambda(body) [ref "6.14"] {
        when is_generator(self) {
            protect {
                let value = eval body;
                return value;
            } catch e {
                do generator_failed(; e);
            }
        } else {
            let value = eval body;
            return value;
        }
    }

    /// A `StopIteration` that comes out of a generator becomes a `RuntimeError` (PEP 479).
    clause "run.generator.stop" generator_failed(; e) [ref "6.2.9"] {
        if is_instance_of(e, "StopIteration") {
            raise generator_stop_error(e);
        }
        reraise(e);
    }

    /// A module: its statements are carried out in order.
    rule "run.module" run Module(body) [ref "9"] {
        start_module(self);
        when has_annotations(self) { do start_annotations(;); }
        exec body;
        return None;
    }

    /// Variable annotations are collected in `__annotations__`, which the namespace has from the start.
    clause "run.annotations" start_annotations(;) [ref "7.2.2"] {
        when is_global_scope(self) { start_module_annotations(); }
        else {
            let found = load_name(namespace(), "__annotations__");
            if is_nothing(found) { store_name(namespace(), "__annotations__", new_dict()); }
        }
    }

    /// The decorators are evaluated, then the bases and the keyword arguments. The class is made from them and the
    /// body; the name is bound to what the decorators make of it.
    rule "stmt.class" exec ClassDef(bases, keywords, decorator_list, type_params) [ref "8.8"] {
        when not is_empty(type_params) { unsupported(self, "a type parameter list"); }
        let decorators = eval* decorator_list;
        let function = make_function(self, None, None, None);
        when has_starred(bases) {
            let values = do starred_arguments(bases; function);
        } else {
            let values = eval* bases;
        }
        let named = do keyword_arguments(keywords; function);
        let class = build_class(function, function_name(function), values, named);
        do decorate_and_bind(decorator_list; decorators, class);
    }

    /// The body of a class: its namespace first gets `__module__` and `__qualname__`, and the doc string if there is one.
    rule "run.class" run ClassDef(body) [ref "8.8"] {
        store_name(namespace(), "__module__", global_name("__name__"));
        store_name(namespace(), "__qualname__", qualified_name());
        store_name(namespace(), "__firstlineno__", first_line(self));
        when has_annotations(self) { do start_annotations(;); }
        when has_docstring(self) { store_name(namespace(), "__doc__", docstring(self)); }
        exec body;
        store_name(namespace(), "__static_attributes__", static_attributes(self));
        when has_class_cell(self) { store_name(namespace(), "__classcell__", slot_value(class_cell(self))); }
        return None;
    }
}
