//! About how many digits of 64 bits an operation multiplies with each other: what it takes from the fuel.

use super::Int;

/// The work to multiply factors until the product has so many bits.
pub fn of_product(bits: f64) -> f64 {
    let digits = bits / 64.0;
    digits * digits.sqrt()
}

impl Int {
    fn digits(&self) -> f64 {
        (self.bit_length() / 64 + 1) as f64
    }

    /// Multiplication of long numbers takes them apart, so that less than each with each is needed.
    pub fn work_to_multiply(&self, other: &Int) -> f64 {
        let (a, b) = (self.digits(), other.digits());
        a.max(b) * a.min(b).sqrt()
    }

    /// Each digit of the quotient is multiplied by the divisor.
    pub fn work_to_divide(&self, divisor: &Int) -> f64 {
        let divisor = divisor.digits();
        (self.digits() - divisor).max(1.0) * divisor
    }

    /// Each digit of one number with each of the other: greatest common divisors, roots.
    pub fn work_in_full(&self, other: &Int) -> f64 {
        self.digits() * other.digits()
    }

    /// As much as for the last multiplication, which makes the result.
    pub fn work_to_raise(&self, exponent: &Int) -> f64 {
        of_product(self.bit_length() as f64 * exponent.to_f64().unwrap_or(f64::INFINITY).max(0.0))
    }

    /// A multiplication and a division for each bit of the exponent.
    pub fn work_to_raise_modulo(&self, exponent: &Int, modulus: &Int) -> f64 {
        let digits = modulus.digits();
        self.work_to_divide(modulus) + exponent.bit_length() as f64 * 2.0 * digits * digits
    }
}
