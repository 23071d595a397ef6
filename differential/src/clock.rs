//! Processor time: what a computation took, however many others run beside it.

/// The processor time of this thread, in seconds.
#[cfg(unix)]
pub fn thread_seconds() -> f64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

/// Elsewhere the time that has passed has to do.
#[cfg(not(unix))]
pub fn thread_seconds() -> f64 {
    use std::time::Instant;
    static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    START.elapsed().as_secs_f64()
}
