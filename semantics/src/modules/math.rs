//! The module `math` (Library Reference, "Mathematical functions").
//!
//! What takes floats is done in one step for floats and ints; for anything else the prelude asks the arguments for
//! `__float__` or `__index__` first, and comes back.

mod integers;
mod rounding;
mod sums;

use crate::data::int::Int;
use crate::state::{Data, Machine, Outcome, Thrown, Type, Value};
use num_bigint::BigInt;
use num_traits::ToPrimitive;

/// Makes the module.
pub fn make(machine: &mut Machine) {
    let module = machine.new_module("math");
    let dict = machine.attribute_dict(module);
    let doc = machine
        .heap
        .new_str("This module provides access to the mathematical functions\ndefined by the C standard.");
    machine.dict_set_str(dict, "__doc__", doc);
    for table in [FLOATS, INTEGERS, SEVERAL] {
        super::add_functions(machine, dict, table);
    }
    let constants = [
        ("pi", std::f64::consts::PI),
        ("e", std::f64::consts::E),
        ("tau", std::f64::consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ];
    for (name, constant) in constants {
        machine.dict_set_str(dict, name, Value::float(constant));
    }
}

builtins! { FLOATS, "math";
    "acos" "x:real, /" leaf(acos) "The angle whose cosine is x, in radians.";
    "acosh" "x:real, /" leaf(acosh) "The number whose hyperbolic cosine is x.";
    "asin" "x:real, /" leaf(asin) "The angle whose sine is x, in radians.";
    "asinh" "x:real, /" leaf(asinh) "The number whose hyperbolic sine is x.";
    "atan" "x:real, /" leaf(atan) "The angle whose tangent is x, in radians.";
    "atan2" "y:real, x:real, /" leaf(atan2) "The angle of the point (x, y), in radians.";
    "atanh" "x:real, /" leaf(atanh) "The number whose hyperbolic tangent is x.";
    "cbrt" "x:real, /" leaf(cbrt) "The cube root.";
    "ceil" "x, /" leaf_or(ceil, "math_ceil") "The least int that is not below x.";
    "copysign" "x:real, y:real, /" leaf(copysign) "The size of x with the sign of y.";
    "cos" "x:real, /" leaf(cos) "The cosine of an angle in radians.";
    "cosh" "x:real, /" leaf(cosh) "The hyperbolic cosine.";
    "degrees" "x:real, /" leaf(degrees) "An angle in degrees that is given in radians.";
    "erf" "x:real, /" leaf(erf) "The error function.";
    "erfc" "x:real, /" leaf(erfc) "One minus the error function.";
    "exp" "x:real, /" leaf(exp) "The power of e.";
    "exp2" "x:real, /" leaf(exp2) "The power of 2.";
    "expm1" "x:real, /" leaf(expm1) "The power of e less 1, exact also for small x.";
    "fabs" "x:real, /" leaf(fabs) "The size of x as a float.";
    "floor" "x, /" leaf_or(floor, "math_floor") "The greatest int that is not above x.";
    "fma" "x:real, y:real, z:real, /" leaf(fma) "x * y + z, rounded once.";
    "fmod" "x:real, y:real, /" leaf(fmod) "What is left of x after division by y, with the sign of x.";
    "frexp" "x:real, /" leaf(frexp) "A fraction from 0.5 up to 1, and the power of 2 that it is to be multiplied by.";
    "gamma" "x:real, /" leaf(gamma) "The gamma function.";
    "isfinite" "x:real, /" leaf(isfinite) "Whether x is a number and not infinite.";
    "isinf" "x:real, /" leaf(isinf) "Whether x is infinite.";
    "isnan" "x:real, /" leaf(isnan) "Whether x is no number.";
    "ldexp" "x:real, i, /" leaf(ldexp) "x times a power of 2.";
    "lgamma" "x:real, /" leaf(lgamma) "The natural logarithm of the size of the gamma function.";
    "log" "x:real, base:real=, /" leaf(log) "The logarithm to a base, without one the natural logarithm.";
    "log10" "x:real, /" leaf(log10) "The logarithm to the base 10.";
    "log1p" "x:real, /" leaf(log1p) "The natural logarithm of 1 + x, exact also for small x.";
    "log2" "x:real, /" leaf(log2) "The logarithm to the base 2.";
    "modf" "x:real, /" leaf(modf) "The parts behind and before the point.";
    "nextafter" "x:real, y:real, /, *, steps:index=" leaf(rounding::nextafter) "The float some steps from x towards y.";
    "pow" "x:real, y:real, /" leaf(pow) "x to the power of y, as a float.";
    "radians" "x:real, /" leaf(radians) "An angle in radians that is given in degrees.";
    "remainder" "x:real, y:real, /" leaf(remainder) "The distance of x from the nearest multiple of y.";
    "sin" "x:real, /" leaf(sin) "The sine of an angle in radians.";
    "sinh" "x:real, /" leaf(sinh) "The hyperbolic sine.";
    "sqrt" "x:real, /" leaf(sqrt) "The square root.";
    "tan" "x:real, /" leaf(tan) "The tangent of an angle in radians.";
    "tanh" "x:real, /" leaf(tanh) "The hyperbolic tangent.";
    "trunc" "x, /" leaf_or(trunc, "math_trunc") "The int without what is behind the point.";
    "ulp" "x:real, /" leaf(rounding::ulp) "The distance to the next float of greater size.";
}

builtins! { INTEGERS, "math";
    "comb" "n:index, k:index, /" leaf(integers::comb) "How many choices of k out of n there are.";
    "factorial" "n:index, /" leaf(integers::factorial) "The product of the ints from 1 to n.";
    "gcd" "*integers:index" leaf(integers::gcd) "The greatest int that divides all.";
    "isqrt" "n:index, /" leaf(integers::isqrt) "The greatest int whose square is not above n.";
    "lcm" "*integers:index" leaf(integers::lcm) "The least positive int that all divide.";
    "perm" "n:index, k:index=, /" leaf(integers::perm) "How many arrangements of k out of n there are.";
}

builtins! { SEVERAL, "math";
    "dist" "p, q, /" leaf_or(sums::dist, "math_dist") "The distance of two points.";
    "fsum" "seq, /" leaf_or(sums::fsum, "math_fsum") "The sum, rounded once.";
    "hypot" "*coordinates:real" leaf(sums::hypot) "The distance of a point from the origin.";
    "isclose" "a:real, b:real, *, rel_tol:real=, abs_tol:real=" leaf(isclose) "Whether two numbers differ by little.";
    "prod" "iterable, /, *, start=" leaf_or(sums::prod, "math_prod") "The product of the items and the start.";
    "sumprod" "p, q, /" leaf_or(sums::sumprod, "math_sumprod") "The sum of the products of pairs.";
}

/// The float that an argument is. A subclass of `float` is the float in it, whatever its `__float__` says.
fn real(m: &mut Machine, value: Value) -> Result<Option<f64>, Thrown> {
    if let Some(float) = m.float(value) {
        return Ok(Some(float));
    }
    match m.integer(value) {
        Some(int) => m.lift(int.to_f64()).map(Some),
        None => Ok(None),
    }
}

/// The floats that all arguments are; `None` if one is no number.
fn reals(m: &mut Machine, values: &[Value]) -> Result<Option<Vec<f64>>, Thrown> {
    let mut floats = Vec::with_capacity(values.len());
    for &value in values {
        match real(m, value)? {
            Some(float) => floats.push(float),
            None => return Ok(None),
        }
    }
    Ok(Some(floats))
}

#[cold]
fn domain_error(m: &mut Machine) -> Thrown {
    m.value_error("math domain error")
}

#[cold]
fn range_error(m: &mut Machine) -> Thrown {
    m.overflow_error("math range error")
}

/// What an infinite result of finite arguments means.
#[derive(Clone, Copy, PartialEq)]
enum Infinity {
    /// The function has a pole there.
    Pole,
    /// The result is too large.
    Overflow,
}

/// A result is an error if it is NaN and no argument was, or infinite and all arguments were finite.
fn checked(m: &mut Machine, arguments: &[f64], result: f64, infinity: Infinity) -> Outcome {
    if result.is_nan() && !arguments.iter().any(|x| x.is_nan()) {
        return Err(domain_error(m));
    }
    if result.is_infinite() && arguments.iter().all(|x| x.is_finite()) {
        return Err(if infinity == Infinity::Pole { domain_error(m) } else { range_error(m) });
    }
    Ok(Value::float(result))
}

/// Functions of floats that give a float.
macro_rules! functions {
    ($($infinity:ident $name:ident($($x:ident),+) $result:expr;)*) => {$(
        fn $name(m: &mut Machine, arguments: &[Value]) -> Outcome {
            let Some(floats) = reals(m, arguments)? else { return Ok(Value::NOTHING) };
            let &[$($x),+] = &floats[..] else { return Ok(Value::NOTHING) };
            checked(m, &floats, $result, Infinity::$infinity)
        }
    )*};
}

functions! {
    Pole acos(x) x.acos();
    Pole acosh(x) libm::acosh(x);
    Pole asin(x) x.asin();
    Pole asinh(x) libm::asinh(x);
    Pole atan(x) x.atan();
    Pole atanh(x) libm::atanh(x);
    Pole atan2(y, x) y.atan2(x);
    Pole cbrt(x) x.cbrt();
    Pole copysign(x, y) x.copysign(y);
    Pole cos(x) x.cos();
    Overflow cosh(x) x.cosh();
    Pole erf(x) libm::erf(x);
    Pole erfc(x) libm::erfc(x);
    Overflow exp(x) x.exp();
    Overflow exp2(x) x.exp2();
    Overflow expm1(x) x.exp_m1();
    Pole fabs(x) x.abs();
    Pole log1p(x) x.ln_1p();
    Pole sin(x) x.sin();
    Overflow sinh(x) x.sinh();
    Pole sqrt(x) x.sqrt();
    Pole tan(x) x.tan();
    Pole tanh(x) x.tanh();
}

/// Functions of floats that can't fail.
macro_rules! total_functions {
    ($($name:ident($x:ident) $result:expr;)*) => {$(
        fn $name(m: &mut Machine, arguments: &[Value]) -> Outcome {
            let Some($x) = real(m, arguments[0])? else { return Ok(Value::NOTHING) };
            Ok($result)
        }
    )*};
}

total_functions! {
    degrees(x) Value::float(x * (180.0 / std::f64::consts::PI));
    radians(x) Value::float(x * (std::f64::consts::PI / 180.0));
    isfinite(x) Value::bool(x.is_finite());
    isinf(x) Value::bool(x.is_infinite());
    isnan(x) Value::bool(x.is_nan());
}

/// Functions of an int of any size or a float that give an int.
macro_rules! roundings {
    ($($name:ident($x:ident) $result:expr;)*) => {$(
        fn $name(m: &mut Machine, arguments: &[Value]) -> Outcome {
            let value = arguments[0];
            if m.is_exact(value, Type::Int) {
                return Ok(value);
            }
            if value.is_bool() {
                return Ok(Value::small(value.is_true() as i64));
            }
            if !m.is_exact(value, Type::Float) {
                return Ok(Value::NOTHING);
            }
            let Some($x) = m.float(value) else { return Ok(Value::NOTHING) };
            let int = m.lift(Int::from_f64($result))?;
            Ok(m.heap.new_integer(int))
        }
    )*};
}

roundings! {
    ceil(x) x.ceil();
    floor(x) x.floor();
    trunc(x) x.trunc();
}

fn fma(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let Some(floats) = reals(m, arguments)? else { return Ok(Value::NOTHING) };
    let &[x, y, z] = &floats[..] else { return Ok(Value::NOTHING) };
    let result = x.mul_add(y, z);
    if result.is_nan() && !floats.iter().any(|x| x.is_nan()) {
        return Err(m.value_error("invalid operation in fma"));
    }
    if result.is_infinite() && floats.iter().all(|x| x.is_finite()) {
        return Err(m.overflow_error("overflow in fma"));
    }
    Ok(Value::float(result))
}

fn fmod(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let Some(floats) = reals(m, arguments)? else { return Ok(Value::NOTHING) };
    let (x, y) = (floats[0], floats[1]);
    checked(m, &floats, x % y, Infinity::Pole)
}

/// The difference from the nearest multiple, of two the even one (IEEE 754 `remainder`).
fn remainder(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let Some(floats) = reals(m, arguments)? else { return Ok(Value::NOTHING) };
    let (x, y) = (floats[0], floats[1]);
    let result = if x.is_finite() && y.is_infinite() { x } else { libm::remquo(x, y).0 };
    checked(m, &floats, result, Infinity::Pole)
}

fn pow(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let Some(floats) = reals(m, arguments)? else { return Ok(Value::NOTHING) };
    let (x, y) = (floats[0], floats[1]);
    let infinity = if x == 0.0 { Infinity::Pole } else { Infinity::Overflow };
    checked(m, &floats, x.powf(y), infinity)
}

fn gamma(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let Some(x) = real(m, arguments[0])? else { return Ok(Value::NOTHING) };
    let is_pole = x == f64::NEG_INFINITY || x <= 0.0 && x == x.floor();
    if is_pole {
        return Err(domain_error(m));
    }
    checked(m, &[x], libm::tgamma(x), Infinity::Overflow)
}

fn lgamma(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let Some(x) = real(m, arguments[0])? else { return Ok(Value::NOTHING) };
    if x.is_infinite() {
        return Ok(Value::float(f64::INFINITY));
    }
    let infinity = if x <= 0.0 && x == x.floor() { Infinity::Pole } else { Infinity::Overflow };
    checked(m, &[x], libm::lgamma(x), infinity)
}

fn modf(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let Some(x) = real(m, arguments[0])? else { return Ok(Value::NOTHING) };
    let (fraction, whole) = match x {
        _ if x.is_infinite() => (0.0f64.copysign(x), x),
        _ => (x.fract().copysign(x), x.trunc()),
    };
    Ok(m.heap.new_tuple([Value::float(fraction), Value::float(whole)]))
}

fn frexp(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let Some(x) = real(m, arguments[0])? else { return Ok(Value::NOTHING) };
    let (significand, exponent) = if x.is_finite() { libm::frexp(x) } else { (x, 0) };
    Ok(m.heap.new_tuple([Value::float(significand), Value::small(exponent as i64)]))
}

fn ldexp(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let Some(x) = real(m, arguments[0])? else { return Ok(Value::NOTHING) };
    let Some(exponent) = m.integer(arguments[1]) else {
        return Err(m.type_error("Expected an int as second argument to ldexp."));
    };
    if x == 0.0 || !x.is_finite() {
        return Ok(Value::float(x));
    }
    // Beyond this nothing changes any more.
    let exponent = exponent.to_i64_saturating().clamp(-5000, 5000) as i32;
    checked(m, &[x], libm::ldexp(x, exponent), Infinity::Overflow)
}

/// A logarithm of a positive number: an int may be larger than any float.
fn logarithm(m: &mut Machine, value: Value, function: fn(f64) -> f64) -> Result<Option<f64>, Thrown> {
    if m.is_integer(value)
        && let Some(Int::Big(big)) = m.integer(value)
    {
        if big.sign() == num_bigint::Sign::Minus {
            return Err(domain_error(m));
        }
        let (significand, exponent) = frexp_big(&big);
        return Ok(Some(match Int::Big(big).to_f64() {
            Ok(float) => function(float),
            Err(_) => function(significand) + function(2.0) * exponent as f64,
        }));
    }
    let small = m.small_integer(value).map(|int| int as f64);
    let Some(x) = small.map_or_else(|| real(m, value), |x| Ok(Some(x)))? else { return Ok(None) };
    if x.is_nan() || x > 0.0 { Ok(Some(function(x))) } else { Err(domain_error(m)) }
}

/// The float from 0.5 on and below 1, and the power of 2, whose product is nearest to a positive int.
fn frexp_big(big: &BigInt) -> (f64, u64) {
    let bits = big.bits();
    let shift = bits.saturating_sub(60);
    let has_rest = big.trailing_zeros().is_some_and(|zeros| zeros < shift);
    let top = (big >> shift).to_u64().unwrap_or(u64::MAX) | has_rest as u64;
    let significand = top as f64 / (1u64 << (bits - shift)) as f64;
    if significand == 1.0 { (0.5, bits + 1) } else { (significand, bits) }
}

fn log(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let Some(numerator) = logarithm(m, arguments[0], f64::ln)? else { return Ok(Value::NOTHING) };
    if arguments[1].is_nothing() {
        return Ok(Value::float(numerator));
    }
    let Some(denominator) = logarithm(m, arguments[1], f64::ln)? else { return Ok(Value::NOTHING) };
    if denominator == 0.0 {
        return Err(m.exception(Type::ZeroDivisionError, "float division by zero"));
    }
    Ok(Value::float(numerator / denominator))
}

fn log2(m: &mut Machine, arguments: &[Value]) -> Outcome {
    Ok(logarithm(m, arguments[0], f64::log2)?.map_or(Value::NOTHING, Value::float))
}

fn log10(m: &mut Machine, arguments: &[Value]) -> Outcome {
    Ok(logarithm(m, arguments[0], f64::log10)?.map_or(Value::NOTHING, Value::float))
}

fn isclose(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let Some(pair) = reals(m, &arguments[..2])? else { return Ok(Value::NOTHING) };
    let mut tolerances = [1e-9, 0.0];
    for (tolerance, &value) in tolerances.iter_mut().zip(&arguments[2..]) {
        if value.is_present() {
            let Some(given) = real(m, value)? else { return Ok(Value::NOTHING) };
            *tolerance = given;
        }
    }
    let ([a, b], [relative, absolute]) = ([pair[0], pair[1]], tolerances);
    if relative < 0.0 || absolute < 0.0 {
        return Err(m.value_error("tolerances must be non-negative"));
    }
    if a == b {
        return Ok(Value::TRUE);
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(Value::FALSE);
    }
    let difference = (b - a).abs();
    let is_close =
        difference <= (relative * b).abs() || difference <= (relative * a).abs() || difference <= absolute;
    Ok(Value::bool(is_close))
}

/// The items of an exact list or tuple: iterating them runs no Python code.
fn plain_items(m: &Machine, value: Value) -> Option<Vec<Value>> {
    let is_plain = m.is_exact(value, Type::List) || m.is_exact(value, Type::Tuple);
    match m.heap.get(value) {
        Some(Data::List(items)) if is_plain => Some(items.clone()),
        Some(data) if is_plain => data.tuple().map(<[Value]>::to_vec),
        _ => None,
    }
}
