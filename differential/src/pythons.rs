//! The Pythons on this computer.

use crate::command::{Engine, run};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// A version of the language.
pub type Version = (u32, u32);

/// An installed CPython.
#[derive(Clone, Debug)]
pub struct Python {
    pub version: Version,
    /// The version in full: `3.13.0`.
    pub full_version: String,
    pub path: PathBuf,
}

impl Python {
    pub fn engine(&self) -> Engine {
        Engine { words: vec![self.path.to_string_lossy().into_owned()] }
    }

    pub fn name(&self) -> String {
        format!("CPython {}.{}", self.version.0, self.version.1)
    }
}

/// Asks a Python what it is.
const QUESTION: &str = "import sys; i = sys.version_info; \
    print(getattr(getattr(sys, 'implementation', None), 'name', 'cpython'), i[0], i[1], i[2], sys.executable)";

/// All CPythons of version 3.8 and later in PATH and under pyenv, one a version, the oldest first.
pub fn find() -> Vec<Python> {
    let mut found: BTreeMap<Version, Python> = BTreeMap::new();
    let mut asked: Vec<PathBuf> = Vec::new();
    for place in places() {
        let Ok(real) = place.canonicalize() else { continue };
        if asked.contains(&real) {
            continue;
        }
        asked.push(real);
        if let Some(python) = probe(&place) {
            found.entry(python.version).or_insert(python);
        }
    }
    found.into_values().collect()
}

/// The CPython of one version.
pub fn find_version(version: Version) -> Option<Python> {
    let (major, minor) = version;
    let likely = format!("{major}.{minor}.");
    let first = places().into_iter().find(|place| place.to_string_lossy().contains(&likely));
    let quick = first.as_deref().and_then(probe).filter(|python| python.version == version);
    quick.or_else(|| find().into_iter().find(|python| python.version == version))
}

/// Where Pythons are usually found.
fn places() -> Vec<PathBuf> {
    let mut places = Vec::new();
    let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let pyenv = std::env::var_os("PYENV_ROOT").map_or_else(|| home.join(".pyenv"), PathBuf::from);
    if let Ok(versions) = std::fs::read_dir(pyenv.join("versions")) {
        places.extend(versions.flatten().map(|version| version.path().join("bin/python3")));
    }
    places.sort();
    let path = std::env::var_os("PATH").unwrap_or_default();
    for folder in std::env::split_paths(&path) {
        // The stand-ins of pyenv only choose among the versions found above.
        if folder.ends_with("shims") {
            continue;
        }
        places.push(folder.join("python3"));
        places.extend((8..30).map(|minor| folder.join(format!("python3.{minor}"))));
    }
    places.retain(|place| place.exists());
    places
}

fn probe(place: &Path) -> Option<Python> {
    let mut command = Command::new(place);
    command.args(["-c", QUESTION]);
    let answer = run(command, Duration::from_secs(10)).ok()?;
    let text = String::from_utf8(answer.stdout).ok()?;
    let mut words = text.trim_end().splitn(5, ' ');
    let name = words.next()?;
    let mut number = || words.next()?.parse::<u32>().ok();
    let (major, minor, micro) = (number()?, number()?, number()?);
    let path = PathBuf::from(words.next()?);
    let is_wanted = name == "cpython" && major == 3 && minor >= 8;
    is_wanted.then_some(Python {
        version: (major, minor),
        full_version: format!("{major}.{minor}.{micro}"),
        path,
    })
}
