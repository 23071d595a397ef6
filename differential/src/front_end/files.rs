//! Which files are compared.

use std::path::{Path, PathBuf};

/// The Python files below a folder, or the file itself, in order. Links to folders are not followed.
pub fn python_files(place: &Path) -> Vec<PathBuf> {
    python_files_but(place, |_| false)
}

/// The files of a standard library, its tests included, without the packages that were installed beside it.
pub fn library_files(library: &Path) -> Vec<PathBuf> {
    python_files_but(library, |folder| folder.ends_with("site-packages"))
}

fn python_files_but(place: &Path, is_left_out: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    if place.is_file() {
        return vec![place.to_owned()];
    }
    let mut files = Vec::new();
    let mut folders = vec![place.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                if !is_left_out(&path) {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|extension| extension == "py") && path.is_file() {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}
