//! `gradus fuzz --mutants`

use crate::style::{BAD, GOOD, paint};
use crate::{Outcome, source};
use comfy_table::{CellAlignment, Table};
use differential::generate::Generated;
use differential::machine::isolated;
use differential::mutants::{Hunt, Hunter};
use serde_json::json;
use std::time::Duration;
use vm::mutants::Mutant;

/// Looks for each seeded bug on one core, and tells how many programs and how much time that took.
pub fn hunt_all(limit: Duration, as_json: bool, program: &(dyn Fn(u64) -> Generated + Sync)) -> Outcome {
    let hunts = isolated(|| -> Result<Vec<Hunt>, String> {
        let mut hunter = Hunter::start()?;
        let hunt = |&mutant: &Mutant| {
            let hunt = hunter.hunt(mutant, limit, program);
            if hunt.detection.is_none() {
                anstream::eprintln!("{} {}", paint(BAD, "not found:"), mutant.name());
            }
            hunt
        };
        Ok(Mutant::ALL.iter().map(hunt).collect())
    })
    .flatten()?;
    if as_json {
        source::print_json(&report(&hunts))?;
    } else {
        source::print(&format!("{}\n\n{}", table(&hunts), summary(&hunts)));
    }
    Ok(if hunts.iter().all(|hunt| hunt.detection.is_some()) { 0 } else { 1 })
}

fn table(hunts: &[Hunt]) -> Table {
    let mut table = Table::new();
    table.load_style(crate::style::TABLE);
    table.set_header(["mutant", "found by", "programs", "seconds"]);
    for hunt in hunts {
        let found = hunt.detection.as_ref().map(|detection| detection.difference.signature().to_string());
        table.add_row([
            hunt.mutant.name().to_owned(),
            found.unwrap_or_else(|| "not found".to_owned()),
            hunt.programs.to_string(),
            format!("{:.3}", hunt.time.as_secs_f64()),
        ]);
    }
    for column in table.column_iter_mut().skip(2) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

fn summary(hunts: &[Hunt]) -> String {
    let found: Vec<&Hunt> = hunts.iter().filter(|hunt| hunt.detection.is_some()).collect();
    let mut programs: Vec<u64> = found.iter().map(|hunt| hunt.programs).collect();
    programs.sort_unstable();
    let median = programs.get(programs.len() / 2).copied().unwrap_or(0);
    let worst = found.iter().map(|hunt| hunt.time).max().unwrap_or_default();
    let verdict = format!("{} of {} found", found.len(), hunts.len());
    format!(
        "{}; programs to detection: median {median}, most {}; time: most {:.1} s\n",
        paint(if found.len() == hunts.len() { GOOD } else { BAD }, verdict),
        programs.last().unwrap_or(&0),
        worst.as_secs_f64()
    )
}

fn report(hunts: &[Hunt]) -> serde_json::Value {
    let line = |hunt: &Hunt| {
        json!({
            "mutant": hunt.mutant.name(),
            "mistake": hunt.mutant.doc(),
            "found": hunt.detection.as_ref().map(|detection| detection.difference.signature().to_string()),
            "program": hunt.detection.as_ref().map(|detection| &detection.source),
            "programs": hunt.programs,
            "seconds": hunt.time.as_secs_f64(),
        })
    };
    json!(hunts.iter().map(line).collect::<Vec<_>>())
}
