//! Prints generated programs, one JSON object a line: `programs PROFILE|all FIRST COUNT`.

use differential::generate::{Profile, program};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [profile, first, count] = &arguments[..] else { return Err("PROFILE|all FIRST COUNT".into()) };
    let profile: Option<Profile> = if profile == "all" { None } else { Some(profile.parse()?) };
    let (first, count): (u64, u64) = (first.parse()?, count.parse()?);
    let mut lines = 0;
    let started = std::time::Instant::now();
    for seed in first..first + count {
        let made = program(profile, seed);
        lines += made.source.lines().count();
        let line = serde_json::json!({
            "profile": made.profile.name(), "seed": seed, "since": made.since, "source": made.source
        });
        println!("{line}");
    }
    let time = started.elapsed().as_secs_f64();
    eprintln!("{:.0} programs/s, {:.1} lines", count as f64 / time, lines as f64 / count as f64);
    Ok(())
}
