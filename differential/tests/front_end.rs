//! The front end gives CPython's trees, symbol tables and errors for every file of its standard library.

use differential::front_end::oracle::Oracle;
use differential::front_end::{Difference, check_tables, check_trees, early, files};
use std::path::{Path, PathBuf};

fn library() -> Option<(Oracle, Vec<PathBuf>)> {
    let oracle = Oracle::find_or_say()?;
    let files = files::library_files(&oracle.library);
    assert!(files.len() > 100, "{} has only {} files", oracle.library.display(), files.len());
    Some((oracle, files))
}

fn assert_none(differences: &[Difference]) {
    let shown: Vec<String> = differences.iter().take(20).map(|found| format!("{found:#?}")).collect();
    assert!(differences.is_empty(), "{} differences: {}", differences.len(), shown.join("\n"));
}

fn ignore(_: &Path) {}

#[test]
fn both_parsers_give_cpythons_trees_and_errors_and_trees_survive_unparsing() {
    let Some((oracle, files)) = library() else { return };
    let report = check_trees(&files, &oracle, 2, &ignore);
    assert_none(&report.differences);
    assert_eq!(report.programs + report.rejected.len(), files.len());
    // Files that are wrong on purpose.
    for path in &report.rejected {
        let name = Path::new(path).file_name().unwrap_or_default().to_string_lossy().into_owned();
        assert!(name.starts_with("bad"), "{path} is rejected");
    }
}

#[test]
fn scopes_are_cpythons_symbol_tables() {
    let Some((oracle, files)) = library() else { return };
    let report = check_tables(&files, &oracle, 2, &ignore);
    assert_none(&report.differences);
    assert!(report.tables > files.len() && report.names > report.tables);
}

/// The cases of early errors: those of the suite, and the table of this crate.
fn early_cases() -> Vec<early::Case> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folders = ["spec/conformance/early", "differential/programs/early"];
    folders.iter().flat_map(|folder| early::load(&project.join(folder)).expect("readable cases")).collect()
}

#[test]
fn early_errors_are_cpythons_in_type_message_and_place() {
    let Some(oracle) = Oracle::find_or_say() else { return };
    let report = early::check(&early_cases(), &oracle, 2, &|| ());
    assert!(report.problems.is_empty(), "{:#?}", report.problems);
    assert!(report.differences.is_empty(), "{:#?}", report.differences);
    assert!(report.other_ends.is_empty(), "{:#?}", report.other_ends);
    assert_eq!(report.known.len(), early::KNOWN.len(), "a known difference is none any more");
    assert!(report.all.cases > 3000);
    // Errors of bytes have no texts.
    let unreached: Vec<_> = report.unreached.iter().filter(|id| !id.starts_with("early.source.")).collect();
    assert!(unreached.is_empty(), "{unreached:?}");
}
