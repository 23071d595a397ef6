//! The front end gives CPython's trees, symbol tables and errors for every file of its standard library.

use differential::front_end::oracle::Oracle;
use differential::front_end::{Difference, check_tables, check_trees, files};
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
