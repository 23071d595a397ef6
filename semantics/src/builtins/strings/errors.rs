//! What `str()` of the errors of encoding and decoding gives.

use super::subject;
use crate::data::text::{TextBuilder, write_escape};
use crate::state::{Machine, Outcome, Value, names};

builtins! { ENCODE, "UnicodeEncodeError";
    "__str__" "self, /" leaf(|machine, args| character_error(machine, args[0], "encode")) "What could not be encoded, where and why.";
}

builtins! { DECODE, "UnicodeDecodeError";
    "__str__" "self, /" leaf(decode_error) "What could not be decoded, where and why.";
}

builtins! { TRANSLATE, "UnicodeTranslateError";
    "__str__" "self, /" leaf(|machine, args| character_error(machine, args[0], "translate")) "What could not be translated, where and why.";
}

/// What an error says of itself.
struct Parts {
    /// The codec, as the message begins with it.
    codec: String,
    object: Value,
    start: i64,
    end: i64,
    reason: String,
}

/// The parts of an error; `None` if it was made without them.
fn parts(machine: &mut Machine, exception: Value) -> Option<Parts> {
    let get = |name| machine.exception_member(exception, name);
    let object = get(names::object).present()?;
    let (encoding, reason) = (get(names::encoding), machine.text_of(get(names::reason)));
    let codec = match encoding.present() {
        Some(encoding) => format!("'{}' codec ", machine.text_of(encoding)),
        None => String::new(),
    };
    let bound = |name| machine.clamped(get(name)).unwrap_or(0);
    Some(Parts { codec, object, start: bound(names::start), end: bound(names::end), reason })
}

fn message(machine: &mut Machine, parts: &Parts, doing: &str, one: Option<String>, many: &str) -> Outcome {
    let Parts { codec, start, end, reason, .. } = parts;
    let text = match one {
        Some(one) if *end == start + 1 => format!("{codec}can't {doing} {one} in position {start}: {reason}"),
        _ => format!("{codec}can't {doing} {many} in position {start}-{}: {reason}", end - 1),
    };
    Ok(machine.heap.new_str(&text))
}

fn character_error(machine: &mut Machine, exception: Value, doing: &str) -> Outcome {
    let Some(parts) = parts(machine, exception) else { return Ok(machine.heap.new_str("")) };
    let point =
        usize::try_from(parts.start).ok().and_then(|at| subject(machine, parts.object).code_point(at));
    let one = point.map(|point| {
        let mut escape = TextBuilder::default();
        write_escape(point, &mut escape);
        format!("character '{}'", escape.finish().to_string_lossy())
    });
    message(machine, &parts, doing, one, "characters")
}

fn decode_error(machine: &mut Machine, args: &[Value]) -> Outcome {
    let Some(parts) = parts(machine, args[0]) else { return Ok(machine.heap.new_str("")) };
    let bytes = machine.bytes_of(parts.object).unwrap_or_default();
    let byte = usize::try_from(parts.start).ok().and_then(|at| bytes.get(at));
    let one = byte.map(|byte| format!("byte 0x{byte:02x}"));
    message(machine, &parts, "decode", one, "bytes")
}
