//! Compound statements: chapter 8 of the Language Reference (functions and classes have a file of their own).

use super::names::*;
use super::questions::*;
use crate::primitives::*;
use crate::protocols::*;
use semantics_macros::rules;

rules! { pub static RULES;
    /// If the condition is true the suite is executed, otherwise the `else` suite.
    rule "stmt.if" exec If(test, body, orelse) [ref "8.1"] {
        if test test { exec body; }
        else { exec orelse; }
    }

    /// While the condition is true the suite is executed. `break` skips the `else` suite, which is no
    /// part of the loop: a `break` there leaves the loop around it. `continue` returns to the condition.
    rule "stmt.while" exec While(test, body, orelse) [ref "8.2"] {
        scope Finished {
            scope Exhausted {
                scope Break {
                    loop {
                        if test test { scope Continue { exec body; } }
                        else { leave Exhausted; }
                    }
                }
                leave Finished;
            }
            exec orelse;
        }
    }

    /// The iterable is evaluated once and an iterator made of it. For each item the target is bound and the suite
    /// executed; when there is no next item, the `else` suite, which is no part of the loop: a `break` there leaves the
    /// loop around it. `break` skips it; `continue` goes on with the next item.
    rule "stmt.for" exec For(target, iter, body, orelse) [ref "8.3"] {
        let iterable = eval iter;
        let iterator = iter(iterable) at iter;
        scope Finished {
            scope Exhausted {
                scope Break {
                    loop {
                        let item = next(iterator) at iter;
                        if is_nothing(item) { leave Exhausted; }
                        bind target from item;
                        scope Continue { exec body; }
                    }
                }
                leave Finished;
            }
            exec orelse;
        }
    }

    /// The `finally` suite is executed on every way out of the rest; then what was on its way goes on, unless the
    /// suite itself leaves in another way.
    rule "stmt.try" exec Try(body, handlers, orelse, finalbody) [ref "8.4"] {
        when is_empty(finalbody) {
            do try_except(body, handlers, orelse;);
        } else {
            let handled = handled_exception();
            protect {
                protect {
                    do try_except(body, handlers, orelse;);
                } catch e {
                    begin_handling(e);
                    reraise(e);
                }
            } finally {
                protect {
                    exec finalbody;
                } finally {
                    end_handling(handled);
                }
            }
        }
    }

    /// An exception from the suite goes to the first `except` clause that matches it; the `else` suite is executed if
    /// the suite came to its end. While a clause runs, the exception is the one being handled.
    clause "stmt.try.except" try_except(body, handlers, orelse;) [ref "8.4.1"] {
        when is_empty(handlers) { exec body; }
        else {
            scope Handled {
                protect {
                    exec body;
                } catch e {
                    let handled = handled_exception();
                    begin_handling(e);
                    protect {
                        do find_handler(handlers; e);
                    } finally {
                        end_handling(handled);
                    }
                    leave Handled;
                }
                exec orelse;
            }
        }
    }

    /// The clauses are inspected in turn; without a match the exception goes on.
    clause "stmt.try.handlers" find_handler(handlers; e) [ref "8.4.1"] {
        each handler in handlers {
            let ExceptHandler(type_, body) = handler;
            when is_present(type_) {
                let class = eval type_;
                if exception_matches(e, class) {
                    do handle(handler; e);
                    return;
                }
            } else {
                exec body;
                return;
            }
        }
        reraise(e);
    }

    /// The exception is bound to the name of the clause, and the name unbound when the clause is left.
    clause "stmt.try.handler" handle(handler; e) [ref "8.4.1"] {
        let ExceptHandler(name, body) = handler;
        when is_present(name) {
            do bind_name(handler; e);
            protect {
                exec body;
            } finally {
                do bind_name(handler; None);
                do delete_name(handler;);
            }
        } else {
            exec body;
        }
    }

    /// Several managers are nested as if by several `with` statements.
    rule "stmt.with" exec With(items, body) [ref "8.5"] {
        do with_items(items, body;);
    }

    /// The context expression is evaluated, `__enter__` and `__exit__` are looked up, and `__enter__` is called; the
    /// target is bound to its result. Then the suite is executed. However it is left, `__exit__` is called: with the
    /// exception, which it swallows by a true result, or with three times `None`.
    clause "stmt.with.item" with_items(items, body;) [ref "8.5"] {
        when is_empty(items) { exec body; }
        else {
            let item = first(items);
            let withitem(context_expr, optional_vars) = item;
            let manager = eval context_expr;
            let enter = context_method(manager, "__enter__") at context_expr;
            let exit = context_method(manager, "__exit__") at context_expr;
            let value = call(enter, no_arguments(), Nothing) at context_expr;
            let others = rest(items);
            let failed = False;
            protect {
                scope Swallowed {
                    protect {
                        when is_present(optional_vars) { bind optional_vars from value; }
                        do with_items(others, body;);
                    } catch e {
                        let failed = True;
                        let handled = handled_exception();
                        begin_handling(e);
                        protect {
                            let answer = call(exit, exit_arguments(e), Nothing) at context_expr;
                            let swallowed = truth(answer);
                            if not swallowed { reraise(e); }
                        } finally {
                            end_handling(handled);
                        }
                    }
                }
            } finally {
                if not failed {
                    call(exit, exit_arguments(None), Nothing) at context_expr;
                }
            }
        }
    }
}
