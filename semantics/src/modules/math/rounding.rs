//! Neighbours of a float.

use super::real;
use crate::state::{Machine, Outcome, Value};

/// The float that many floats away from `x`, in the direction of `y` and not beyond it.
fn steps_towards(x: f64, y: f64, steps: u64) -> f64 {
    if steps == 0 || x.is_nan() {
        return x;
    }
    if y.is_nan() || x == y {
        return y;
    }
    // Floats ordered as integers: -0.0 and 0.0 are both 0.
    let place = |x: f64| {
        let magnitude = (x.to_bits() & (u64::MAX >> 1)) as i128;
        if x.is_sign_negative() { -magnitude } else { magnitude }
    };
    let (from, to) = (place(x), place(y));
    let distance = (to - from).unsigned_abs();
    if distance <= steps as u128 {
        return y;
    }
    let at = if to > from { from + steps as i128 } else { from - steps as i128 };
    let size = f64::from_bits(at.unsigned_abs() as u64);
    if at < 0 || at == 0 && x.is_sign_negative() { -size } else { size }
}

pub fn nextafter(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let (Some(x), Some(y)) = (real(m, arguments[0])?, real(m, arguments[1])?) else {
        return Ok(Value::NOTHING);
    };
    let steps = arguments[2];
    if steps.is_nothing() || steps.is_none() {
        return Ok(Value::float(steps_towards(x, y, 1)));
    }
    let Some(steps) = m.integer(steps) else { return Ok(Value::NOTHING) };
    if steps.is_negative() {
        return Err(m.value_error("steps must be a non-negative integer"));
    }
    let steps = steps.to_i64().map_or(u64::MAX, |steps| steps as u64);
    Ok(Value::float(steps_towards(x, y, steps)))
}

pub fn ulp(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let Some(x) = real(m, arguments[0])? else { return Ok(Value::NOTHING) };
    let x = x.abs();
    if !x.is_finite() {
        return Ok(Value::float(x));
    }
    let above = steps_towards(x, f64::INFINITY, 1);
    let unit = if above.is_infinite() { x - steps_towards(x, 0.0, 1) } else { above - x };
    Ok(Value::float(unit))
}
