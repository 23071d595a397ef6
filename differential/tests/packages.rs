//! The front end on the sources of popular packages, which are downloaded for it.

use differential::front_end::oracle::Oracle;
use differential::front_end::packages::{PACKAGES, fetch};
use differential::front_end::{check_tables, check_trees, files};
use std::path::{Path, PathBuf};

#[test]
#[ignore = "downloads 20 packages: cargo test --release -p gradus-differential --test packages -- --ignored"]
fn popular_packages_have_cpythons_trees_and_symbol_tables() {
    let Some(oracle) = Oracle::find_or_say() else { return };
    let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("packages");
    let (folders, missing) = fetch(&oracle.python, &cache, &PACKAGES, &|_| ());
    if let Some(first) = missing.first() {
        eprintln!("skipped: {} packages, the first because of {}", missing.len(), first.reason);
    }
    let files: Vec<PathBuf> = folders.iter().flat_map(|folder| files::python_files(folder)).collect();
    let trees = check_trees(&files, &oracle, 2, &|_| ());
    assert!(trees.differences.is_empty(), "{:#?}", trees.differences);
    let tables = check_tables(&files, &oracle, 2, &|_| ());
    assert!(tables.differences.is_empty(), "{:#?}", tables.differences);
}

#[test]
fn a_package_that_cannot_be_downloaded_is_reported() {
    let Some(oracle) = Oracle::find_or_say() else { return };
    let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join("packages");
    // No index has a name with a space.
    let (folders, missing) = fetch(&oracle.python, &cache, &["no package", "six==1.17.0"], &|_| ());
    assert!(folders.is_empty());
    assert_eq!(missing.len(), 2);
    assert_eq!(missing[1].reason, "not tried after the first failure");
    assert!(!cache.join("no package.partial").exists());
}
