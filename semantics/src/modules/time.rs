//! The module `time` (Library Reference, "Time access and conversions"): the clocks and `sleep`.

use crate::data::int::Int;
use crate::state::{Machine, Outcome, Thrown, Type, Value};
use std::sync::LazyLock;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Makes the module.
pub fn make(machine: &mut Machine) {
    let module = machine.new_module("time");
    let dict = machine.attribute_dict(module);
    super::add_functions(machine, dict, FUNCTIONS);
    LazyLock::force(&START);
}

builtins! { FUNCTIONS, "time";
    "monotonic" "" leaf(monotonic) "Monotonic clock, cannot go backward.";
    "monotonic_ns" "" leaf(monotonic_ns) "Monotonic clock, cannot go backward, as nanoseconds.";
    "perf_counter" "" leaf(monotonic) "Performance counter for benchmarking.";
    "perf_counter_ns" "" leaf(monotonic_ns) "Performance counter for benchmarking as nanoseconds.";
    "process_time" "" leaf(process_time) "Process time for profiling.";
    "process_time_ns" "" leaf(process_time_ns) "Process time for profiling as nanoseconds.";
    "sleep" "seconds:index, /" leaf(sleep) "Delay execution for a given number of seconds.";
    "thread_time" "" leaf(process_time) "Thread time for profiling.";
    "thread_time_ns" "" leaf(process_time_ns) "Thread time for profiling as nanoseconds.";
    "time" "" leaf(time) "Return the current time in seconds since the Epoch.";
    "time_ns" "" leaf(time_ns) "Return the current time in nanoseconds since the Epoch.";
}

/// When the clocks that have no beginning of their own began.
static START: LazyLock<Instant> = LazyLock::new(Instant::now);

fn since_epoch() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

/// The processor time that the threads of the process have used, where the system tells it.
fn used() -> Duration {
    let Ok(threads) = std::fs::read_dir("/proc/self/task") else { return START.elapsed() };
    let used_by = |thread: std::fs::DirEntry| -> Option<u64> {
        let text = std::fs::read_to_string(thread.path().join("schedstat")).ok()?;
        text.split(' ').next()?.parse().ok()
    };
    Duration::from_nanos(threads.flatten().filter_map(used_by).sum())
}

fn nanoseconds(m: &mut Machine, duration: Duration) -> Outcome {
    Ok(m.heap.new_integer(Int::from(duration.as_nanos() as i128)))
}

fn time(_: &mut Machine, _: &[Value]) -> Outcome {
    Ok(Value::float(since_epoch().as_secs_f64()))
}

fn time_ns(m: &mut Machine, _: &[Value]) -> Outcome {
    nanoseconds(m, since_epoch())
}

fn monotonic(_: &mut Machine, _: &[Value]) -> Outcome {
    Ok(Value::float(START.elapsed().as_secs_f64()))
}

fn monotonic_ns(m: &mut Machine, _: &[Value]) -> Outcome {
    nanoseconds(m, START.elapsed())
}

fn process_time(_: &mut Machine, _: &[Value]) -> Outcome {
    Ok(Value::float(used().as_secs_f64()))
}

fn process_time_ns(m: &mut Machine, _: &[Value]) -> Outcome {
    nanoseconds(m, used())
}

fn sleep(m: &mut Machine, arguments: &[Value]) -> Outcome {
    let Some(duration) = length_of_sleep(m, arguments[0])? else { return Ok(Value::NOTHING) };
    m.flush_output();
    std::thread::sleep(duration);
    Ok(Value::NONE)
}

fn length_of_sleep(m: &mut Machine, value: Value) -> Result<Option<Duration>, Thrown> {
    let seconds = match (m.float(value), m.integer(value)) {
        (Some(float), _) => float,
        (None, Some(int)) => m.lift(int.to_f64())?,
        (None, None) => return Ok(None),
    };
    if seconds.is_nan() {
        return Err(m.value_error("Invalid value NaN (not a number)"));
    }
    if seconds < 0.0 {
        return Err(m.value_error("sleep length must be non-negative"));
    }
    match Duration::try_from_secs_f64(seconds) {
        Ok(duration) => Ok(Some(duration)),
        Err(_) => Err(m.exception(Type::OverflowError, "timestamp too large to convert to C PyTime_t")),
    }
}
