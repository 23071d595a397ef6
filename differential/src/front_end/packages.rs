//! Popular packages of PyPI, whose sources are compared too. They are downloaded when they are asked for, by the `pip` of
//! the CPython that is compared with (so the index that is configured for it is used), and are kept outside of the project.

use crate::pythons::Python;
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The packages, in the versions of the last comparison.
pub const PACKAGES: [&str; 20] = [
    "aiohttp==3.14.5",
    "click==8.5.1",
    "django==6.1.3",
    "fastapi==0.165.0",
    "flask==3.1.3",
    "jinja2==3.1.6",
    "networkx==3.7",
    "numpy==2.5.5",
    "packaging==26.3",
    "pandas==3.1.1",
    "pip==26.3",
    "pydantic==2.14.3",
    "pygments==2.21.0",
    "pytest==9.2.0",
    "requests==2.34.2",
    "rich==15.0.0",
    "setuptools==84.2.1",
    "sqlalchemy==2.1.9",
    "sympy==1.14.0",
    "urllib3==2.8.0",
];

/// A package that is not there, and why.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Missing {
    pub package: String,
    pub reason: String,
}

/// The folders of the packages, downloaded unless they are there already, and those that could not be. After a failure
/// no other download is tried: it would most likely fail too, after as long a time.
pub fn fetch(
    python: &Python,
    cache: &Path,
    packages: &[&str],
    started: &impl Fn(&str),
) -> (Vec<PathBuf>, Vec<Missing>) {
    let (mut folders, mut missing): (Vec<PathBuf>, Vec<Missing>) = (Vec::new(), Vec::new());
    for &package in packages {
        let folder = cache.join(package.replace("==", "-"));
        if !folder.is_dir() {
            started(package);
            let outcome = match missing.first() {
                None => download(python, package, &folder),
                Some(_) => Err("not tried after the first failure".to_owned()),
            };
            if let Err(reason) = outcome {
                missing.push(Missing { package: package.to_owned(), reason });
                continue;
            }
        }
        folders.push(folder);
    }
    (folders, missing)
}

/// Unpacks a package into a folder, which is there as a whole or not at all. No code of the package runs.
fn download(python: &Python, package: &str, folder: &Path) -> Result<(), String> {
    let partial = folder.with_extension("partial");
    // What an interrupted download left behind.
    let _ = std::fs::remove_dir_all(&partial);
    std::fs::create_dir_all(&partial).map_err(|error| format!("{}: {error}", partial.display()))?;
    let output = Command::new(&python.path)
        .args(["-I", "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile", "--no-input"])
        .args(["--only-binary", ":all:", "--root-user-action", "ignore", "--retries", "1", "--target"])
        .arg(&partial)
        .arg(package)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| error.to_string())?;
    if !output.status.success() {
        let _ = std::fs::remove_dir_all(&partial);
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        let last = text.lines().rev().find(|line| !line.trim().is_empty());
        return Err(last.unwrap_or("pip fails").trim().to_owned());
    }
    std::fs::rename(&partial, folder).map_err(|error| format!("{}: {error}", folder.display()))
}
