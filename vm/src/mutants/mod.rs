//! Seeded bugs: what a fuzzer must find.
//!
//! Each mutant is one mistake that an implementation could have, switched on for the code that a thread compiles and runs
//! inside of [`with`]. Many are a rule that the VM sees changed ([`edits`]): the reference machine goes by the rule as it is.
//! The others are in the VM's own parts, its compiler, caches and fast paths: there `mutant!(Name)` asks whether one is on.
//!
//! All this is there only with the feature `mutants`, which is never on by default.

mod edits;
pub(crate) mod hooks;
mod primitives;

use edits::Edit::{self, *};
use primitives::*;
use semantics::primitives as own;
use semantics::rules::language::{Arg, Operation, RuleDef};
use semantics::rules::link::RULES;
use std::cell::Cell;
use std::sync::LazyLock;

/// Where a mutant is.
pub enum Place {
    /// A rule, as the VM sees it.
    Rule(&'static str, &'static [Edit]),
    /// A part of the VM.
    Vm(&'static str),
}

macro_rules! mutants {
    ($($(#[doc = $doc:literal])+ $name:ident = $place:expr;)*) => {
        /// A seeded bug.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum Mutant { $($(#[doc = $doc])+ $name,)* }

        impl Mutant {
            pub const ALL: &[Mutant] = &[$(Mutant::$name,)*];

            pub fn name(self) -> &'static str {
                match self { $(Mutant::$name => stringify!($name),)* }
            }

            /// The mistake, in a sentence.
            pub fn doc(self) -> &'static str {
                match self { $(Mutant::$name => concat!($($doc),+).trim_ascii(),)* }
            }

            pub fn place(self) -> Place {
                match self { $(Mutant::$name => $place,)* }
            }
        }
    };
}

mutants! {
    // ---- The order of evaluation

    /// The right operand of a binary operator is evaluated first.
    RightOperandFirst = Place::Rule("expr.binop", &[Before("let b", "let a")]);
    /// A subscript is evaluated before what is subscripted.
    SubscriptFirst = Place::Rule("expr.subscript", &[Before("let key", "let object")]);
    /// The same in an assignment to an item.
    TargetSubscriptFirst = Place::Rule("bind.subscript", &[Before("let key", "let object")]);
    /// `x += e` evaluates `e` before it reads `x`.
    AugmentedOperandFirst = Place::Rule("augment.name", &[Before("let operand", "let old")]);
    /// `x[k] += e` evaluates `e` before it reads the item.
    AugmentedItemLate = Place::Rule("augment.subscript", &[Before("let operand", "let old")]);
    /// `x.a += e` evaluates `e` before it reads the attribute.
    AugmentedAttributeLate = Place::Rule("augment.attribute", &[Before("let operand", "let old")]);
    /// `x[k] += e` evaluates `k` twice.
    AugmentedSubscriptTwice = Place::Rule("augment.subscript", &[Twice("let key")]);
    /// A dictionary's value is evaluated before its key.
    DictValueFirst = Place::Rule("expr.dict", &[Before("let v", "let k")]);
    /// The same in a comprehension.
    DictComprehensionValueFirst = Place::Rule("expr.dictcomp.element", &[Before("let v", "let k")]);
    /// A slice's stride is evaluated before its bounds.
    StrideFirst = Place::Rule("expr.slice", &[Before("let stride", "let start")]);
    /// Defaults of keyword-only parameters are evaluated before the others.
    NamedDefaultsFirst = Place::Rule("stmt.def", &[Before("let named", "let positional")]);
    /// Defaults are evaluated before decorators.
    DecoratorsLast = Place::Rule("stmt.def", &[Before("let positional", "let decorators")]);
    /// A format specifier is evaluated before the value.
    FormatSpecFirst = Place::Rule("expr.formattedvalue", &[Before("let spec", "let v")]);

    // ---- Truth

    /// `and` and `or` test an operand twice.
    OperandTestedTwice = Place::Rule("expr.boolop", &[Twice("convert.truth")]);
    /// A condition is tested twice.
    ConditionTestedTwice = Place::Rule("expr.test", &[Twice("convert.truth")]);
    /// A chained comparison as a condition tests its results twice.
    ChainTestedTwice = Place::Rule("expr.compare.test", &[Twice("convert.truth")]);
    /// A chained comparison evaluates its middle operand twice.
    ChainEvaluatesTwice = Place::Rule("expr.compare", &[Twice("let b")]);
    /// `__bool__` is not asked, only `__len__`.
    BoolNotAsked = Place::Rule("convert.truth", &[Nth(0, &Answer("special", Arg::Nothing))]);
    /// `__len__` does not make an object false.
    LengthNotAsked = Place::Rule("convert.truth", &[Nth(1, &Answer("special", Arg::Nothing))]);

    // ---- Operators

    /// Operators in place don't look for their own methods.
    InPlaceLost = Place::Vm("compile/select.rs");
    /// A subclass's reflected method does not go first.
    ReflectedPriorityLost = Place::Rule("operator.binary", &[Answer("reflected_goes_first", Arg::False)]);
    /// The reflected method is never tried.
    ReflectedNotTried = Place::Rule("operator.binary", &[Answer("reflected_method", Arg::Nothing)]);
    /// The same after an operator in place.
    ReflectedNotTriedInPlace =
        Place::Rule("operator.inplace.binary", &[Answer("reflected_method", Arg::Nothing)]);
    /// `NotImplemented` is taken for a result.
    NotImplementedTaken = Place::Rule("operator.binary", &[Answer("is_implemented", Arg::True)]);
    /// The same of comparisons.
    NotImplementedTakenInComparison = Place::Rule("operator.rich", &[Answer("is_implemented", Arg::True)]);
    /// The reflected method of `<` is `__lt__`.
    ReflectedComparisonNotSwapped =
        Place::Rule("operator.rich", &[Replace("swapped_name", own::comparison_name)]);
    /// A subclass's comparison does not go first.
    ComparisonPriorityLost = Place::Rule("operator.rich", &[Answer("is_proper_subclass", Arg::False)]);
    /// `__ne__` gives what `__eq__` gives.
    NotEqualNotNegated = Place::Rule("object.ne", &[Pass("negation")]);
    /// Containers don't ask whether objects are identical before they compare them.
    IdentityNotAsked = Place::Rule("operator.equal", &[Answer("identical", Arg::False)]);
    /// `x in y` gives what `__contains__` gives.
    ContainsNotTested = Place::Rule("container.contains", &[Pass("convert.truth")]);
    /// `not in` with `__contains__` gives what `in` gives.
    NotInNotNegated = Place::Rule("operator.compare", &[Operand("membership", 0, Arg::Kind(spec::ast::Kind::In))]);

    // ---- Numbers

    /// Sums, differences and products of small ints wrap where they are no longer small.
    SmallIntsWrap = Place::Vm("run/operators.rs");
    /// Ints wrap at 2 to the power of 63.
    IntsWrap = Place::Vm("run/operators.rs");
    /// `//` of small ints rounds to zero.
    FloorDivisionTruncates = Place::Vm("run/operators.rs");
    /// `%` of small ints has the sign of the dividend.
    ModuloKeepsSign = Place::Vm("run/operators.rs");
    /// Counts of shifts are taken modulo 64.
    ShiftCountWraps = Place::Vm("run/operators.rs");
    /// A division of floats by zero gives infinity.
    DivisionByZeroPasses = Place::Vm("run/operators.rs");
    /// A product of floats that is zero has no sign.
    ZeroProductUnsigned = Place::Vm("run/operators.rs");
    /// The constants `-0.0` and `0.0` of one function are the same.
    ZerosMerged = Place::Vm("compile/registers.rs");
    /// The constants `True` and `1`, `False` and `0`, of one function are the same.
    TrueAndOneMerged = Place::Vm("compile/registers.rs");
    /// What is no number is equal to itself.
    NanEqualsItself = Place::Vm("run/dispatch.rs");
    /// Ints are compared with floats as floats.
    IntsComparedAsFloats = Place::Vm("run/operators.rs");

    // ---- Attributes

    /// A method that was found is used although a class has changed.
    StaleMethods = Place::Vm("run/attributes.rs");
    /// The same of other attributes.
    StaleAttributes = Place::Vm("run/attributes.rs");
    /// The same of what all places share.
    StaleSharedCaches = Place::Vm("run/attributes.rs");
    /// The `__init__` of a class is not looked up again when it has changed.
    StaleInitializers = Place::Vm("run/calls.rs");
    /// A built-in name is not looked up again when there is a global variable of that name.
    StaleBuiltins = Place::Vm("run/attributes.rs");
    /// An object's own attribute does not hide a method.
    MethodHidesAttribute = Place::Vm("run/attributes.rs");
    /// A new attribute at a place that has seen one is lost.
    NewAttributeLost = Place::Vm("run/attributes.rs");
    /// An object's own attribute goes before a data descriptor.
    DataDescriptorPriorityLost =
        Place::Rule("attribute.get.object", &[Answer("is_data_descriptor", Arg::False)]);
    /// `__getattr__` is not asked.
    GetattrNotAsked = Place::Rule("attribute.get", &[Nth(1, &Answer("special", Arg::Nothing))]);
    /// `__setattr__` of a class is not asked.
    SetattrNotAsked = Place::Rule("attribute.set", &[Answer("is_default_setter", Arg::True)]);
    /// Setting an attribute does not ask a descriptor.
    SetIgnoresDescriptors = Place::Rule("attribute.set.object", &[Answer("class_attribute", Arg::Nothing)]);
    /// Deleting an attribute does not ask a descriptor.
    DeleteIgnoresDescriptors =
        Place::Rule("attribute.delete.object", &[Answer("class_attribute", Arg::Nothing)]);
    /// `__get__` is given the class for the instance, and the instance for the class.
    DescriptorArgumentsExchanged = Place::Rule("attribute.descriptor.get", &[Exchange("tuple2", 0, 1)]);

    // ---- Classes

    /// `__set_name__` is not called.
    SetNameSkipped = Place::Rule("type.new", &[Answer("list_ends", Arg::True)]);
    /// `__init_subclass__` is not called.
    InitSubclassSkipped = Place::Rule("type.new", &[Drop("let ignored")]);
    /// The resolution order goes through the bases from right to left.
    BasesReversed = Place::Rule("class.build", &[Through("tuple3", 1, reversed)]);
    /// `__prepare__` of a metaclass is not asked.
    PrepareSkipped = Place::Rule("class.build", &[Answer("builtin.getattr", Arg::None)]);
    /// A name in a class body is not looked for in the function around.
    ClassBodySkipsFunction = Place::Rule("name.class", &[Nth(1, &Answer("is_something", Arg::False))]);
    /// `__init__` is called on any object that `__new__` makes.
    InitOnAnyObject = Place::Rule("call.class", &[Answer("is_instance_of_class", Arg::True)]);

    // ---- Functions and scopes

    /// Missing arguments are taken from the first defaults, not the last.
    DefaultsFromTheFront = Place::Vm("run/calls.rs");
    /// Lists and dictionaries that are defaults are made anew for each call.
    DefaultsMadeAnew = Place::Vm("run/calls.rs");
    /// Keyword arguments come in the opposite order.
    KeywordsReversed = Place::Rule("expr.call", &[Nth(1, &Through("call", 2, reversed))]);
    /// A comprehension that runs again has the cells of the last time.
    CellsReused = Place::Rule("expr.comprehension", &[Replace("start_scope", start_scope_once)]);
    /// A function sees the variables around it as they were when it was made.
    ClosuresCopy = Place::Rule("stmt.def", &[Replace("make_function", make_function_with_copies)]);
    /// The same of `lambda`.
    LambdasCopy = Place::Rule("expr.lambda", &[Replace("make_function", make_function_with_copies)]);
    /// A variable without a value is `None`.
    UnboundIsNone = Place::Vm("run/dispatch.rs");
    /// `del` of a local variable does nothing.
    DeletedLocalStays = Place::Rule("name.delete", &[Drop("delete_local")]);
    /// `del` of a global variable does nothing.
    DeletedGlobalStays = Place::Rule("name.delete", &[Drop("delete_global")]);
    /// The variable of an `except` clause is not deleted.
    ExceptionNameStays = Place::Rule("stmt.try.handler", &[Drop("name.delete")]);
    /// `:=` binds nothing.
    WalrusBindsNothing = Place::Rule("expr.namedexpr", &[Drop("bind target")]);

    // ---- Ways out

    /// `return` skips `finally`.
    FinallySkippedOnReturn = Place::Vm("compile/protect.rs");
    /// `break` skips `finally`.
    FinallySkippedOnBreak = Place::Vm("compile/protect.rs");
    /// `continue` skips `finally`.
    FinallySkippedOnContinue = Place::Vm("compile/protect.rs");
    /// An exception ends with `finally`.
    FinallySwallows = Place::Vm("compile/protect.rs");
    /// `continue` leaves the loop.
    ContinueIsBreak = Place::Vm("compile/protect.rs");
    /// The last instruction of a protected part is not protected.
    ProtectedPartsEndEarly = Place::Vm("compile/mod.rs");
    /// `break` in a `while` loop runs its `else` suite.
    WhileElseAfterBreak = Place::Rule("stmt.while", &[Drop("leave Finished")]);
    /// `break` in a `for` loop runs its `else` suite.
    ForElseAfterBreak = Place::Rule("stmt.for", &[Drop("leave Finished")]);
    /// The `else` suite of a `for` loop never runs.
    ForElseSkipped = Place::Rule("stmt.for", &[Drop("exec orelse")]);
    /// `__exit__` can't swallow an exception.
    ExitSwallowsNothing = Place::Rule("stmt.with.item", &[Answer("convert.truth", Arg::False)]);
    /// `__exit__` swallows any exception.
    ExitSwallowsAll = Place::Rule("stmt.with.item", &[Answer("convert.truth", Arg::True)]);
    /// `__exit__` is not called if there was no exception.
    ExitOnlyAfterExceptions = Place::Rule("stmt.with.item", &[Nth(2, &Drop("call"))]);
    /// `__exit__` is not told of the exception.
    ExitIsToldNothing = Place::Rule("stmt.with.item", &[Operand("exit_arguments", 0, Arg::None)]);

    // ---- Exceptions

    /// The `else` suite of `try` runs after a handler, too.
    ElseAfterHandler = Place::Rule("stmt.try.except", &[Drop("leave Handled")]);
    /// Any handler takes any exception.
    HandlersTakeAll = Place::Rule("stmt.try.handlers", &[Answer("exception_matches", Arg::True)]);
    /// A handler takes no exceptions of derived classes.
    HandlersTakeExactly = Place::Rule("stmt.try.handlers", &[Replace("exception_matches", matches_exactly)]);
    /// An exception raised in a handler has no `__context__`.
    ContextLost = Place::Rule("stmt.try.except", &[Drop("begin_handling")]);
    /// An exception raised in `finally` has no `__context__`.
    FinallyContextLost = Place::Rule("stmt.try", &[Drop("begin_handling")]);
    /// An exception is still being handled when its handler has ended.
    HandledForever = Place::Rule("stmt.try.except", &[Drop("end_handling")]);
    /// `raise ... from` sets no `__cause__`.
    CauseLost = Place::Rule("stmt.raise", &[Drop("set_cause")]);

    // ---- Generators and iteration

    /// Closing a generator does not run its `finally` suites.
    CloseSkipsFinally = Place::Rule("generator.close", &[Answer("has_not_started", Arg::True)]);
    /// A generator may yield while it is closed.
    CloseIgnoresYield = Place::Rule("generator.close", &[Drop("raise")]);
    /// What is thrown into a generator is sent into it.
    ThrowSends = Place::Rule("generator.throw", &[Replace("throw_into", resume)]);
    /// What is sent is lost.
    SentValueLost = Place::Rule("generator.send", &[Operand("resume", 1, Arg::None)]);
    /// The result of `yield from` is lost.
    DelegateResultLost = Place::Rule("expr.yieldfrom", &[Answer("delegate_result", Arg::None)]);
    /// `yield from` does not hand on what is thrown.
    ThrowNotDelegated = Place::Rule(
        "generator.delegate.throw",
        &[Answer("is_generator_object", Arg::False), Answer("builtin.getattr", Arg::None)],
    );
    /// `yield from` does not close what it delegates to.
    CloseNotDelegated =
        Place::Rule("generator.delegate.throw", &[Nth(0, &Answer("builtin.getattr", Arg::None))]);
    /// `StopIteration` comes out of a generator as it is.
    StopIterationEscapes = Place::Rule("run.generator.stop", &[Answer("is_instance_of", Arg::False)]);
    /// A list's iterator goes on when the list has grown after its end.
    IteratorRevives = Place::Vm("run/items.rs");
    /// A loop goes over a copy of a list.
    LoopCopiesList = Place::Vm("run/items.rs");
    /// A loop over a dictionary ends silently when that has changed.
    DictChangeUnnoticed = Place::Vm("run/items.rs");
    /// Values that are too many for the targets are dropped.
    TooManyValuesDropped = Place::Vm("run/items.rs");
    /// What stands before a starred target is taken for what stands after it.
    StarCountsExchanged = Place::Rule("bind.elements", &[Exchange("iteration.unpack.star", 1, 2)]);

    // ---- Containers and strings

    /// Indices before the start of a list count from its end again.
    NegativeIndexWraps = Place::Vm("run/items.rs");
    /// A negative step is taken for a positive one.
    StepSignLost = Place::Vm("run/items.rs");
    /// Strings are indexed in UTF-16.
    StringsInUtf16 = Place::Vm("run/items.rs");
    /// The last key takes the place of one that is deleted.
    DeletionMovesLastKey = Place::Rule("container.delitem", &[Start(move_last_key)]);
    /// Dictionaries with the same items in another order are not equal.
    DictsEqualInOrder = Place::Vm("run/operators.rs");
    /// `in` asks only whether objects are identical.
    MembershipByIdentity = Place::Vm("run/operators.rs");
    /// `!r` in an f-string is lost.
    ConversionLost = Place::Rule("expr.formattedvalue", &[Pass("convert.repr")]);
    /// The format specifier of an f-string is lost.
    FormatSpecLost = Place::Rule("expr.formattedvalue", &[Operand("convert.format", 1, Arg::Nothing)]);
}

thread_local! {
    static ON: Cell<Option<Mutant>> = const { Cell::new(None) };
}

/// Does something with a mutant switched on, or with none.
pub fn with<T>(mutant: Option<Mutant>, work: impl FnOnce() -> T) -> T {
    /// Switches back, even if the work panics.
    struct Restore(Option<Mutant>);
    impl std::ops::Drop for Restore {
        fn drop(&mut self) {
            ON.set(self.0);
        }
    }
    let _restore = Restore(ON.replace(mutant));
    work()
}

/// Whether this mutant is switched on.
#[inline]
pub fn is_on(mutant: Mutant) -> bool {
    ON.get() == Some(mutant)
}

/// By mutant: the rule that it changes, as it then is.
static REWRITTEN: LazyLock<Vec<Option<&'static RuleDef>>> = LazyLock::new(|| {
    let rewrite = |mutant: &Mutant| match mutant.place() {
        Place::Rule(id, edits) => {
            let Some(rule) = RULES.named(id) else { panic!("{}: there is no rule {id}", mutant.name()) };
            Some(edits::rewrite(RULES.get(rule).definition, edits))
        }
        Place::Vm(_) => None,
    };
    Mutant::ALL.iter().map(rewrite).collect()
});

/// The rule as the mutant at hand has it, where that is another one.
pub(crate) fn rewritten(definition: &RuleDef) -> Option<&'static RuleDef> {
    let rule = REWRITTEN[ON.get()? as usize]?;
    (rule.id == definition.id).then_some(rule)
}

/// Primitives that only mutants use.
pub(crate) fn extra_primitives() -> &'static [&'static Operation] {
    EXTRA
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_edit_fits_its_rule() {
        // An edit that is nowhere to be made panics.
        let changed = REWRITTEN.iter().flatten().count();
        let rules = Mutant::ALL.iter().filter(|mutant| matches!(mutant.place(), Place::Rule(..))).count();
        assert_eq!(changed, rules);
    }

    #[test]
    fn nothing_is_on_outside_of_with() {
        assert!(with(Some(Mutant::InPlaceLost), || is_on(Mutant::InPlaceLost)));
        assert!(Mutant::ALL.iter().all(|&mutant| !is_on(mutant)));
    }
}
