//! What is under test, and the programs it is written for.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tests::skip;

/// The folder under test.
pub fn deploy() -> PathBuf {
    root().join("deploy")
}

/// The workspace's root.
pub fn root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    root.expect("tests/ stands in the workspace root")
        .to_path_buf()
}

/// A file of the folder under test.
pub fn text(file: &str) -> String {
    let path = deploy().join(file);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A program of Debian's. On a desk without it the test is skipped, for it may be a daemon that
/// would start by itself; in CI `cargo xtask test` has installed it, so there it must be found.
pub fn tool(name: &str) -> Command {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain(["/usr/sbin", "/sbin"].map(PathBuf::from));
    let mut files = folders.map(|folder| folder.join(name));
    match files.find(|file| file.is_file()) {
        Some(file) => Command::new(file),
        None if std::env::var_os("CI").is_some() => panic!("{name} is not installed"),
        None => skip(format!("{name} is not installed")),
    }
}

/// Runs to the end and wants success; returns everything it said.
pub fn said(command: &mut Command) -> String {
    let (output, said) = heard(command);
    assert!(output.status.success(), "{command:?} failed:\n{said}");
    said
}

/// Runs to the end with this to read; returns everything it said.
pub fn asked(command: &mut Command, input: &[u8]) -> String {
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut process = piped.stderr(Stdio::null()).spawn().expect("a program");
    let written = process.stdin.take().map(|mut stdin| stdin.write_all(input));
    written.expect("it was piped").expect("it reads");
    let output = process.wait_with_output().expect("it ends");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Runs to the end, whatever comes of it.
pub fn heard(command: &mut Command) -> (Output, String) {
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?} did not start: {error}"));
    let said = [output.stdout.as_slice(), &output.stderr].concat();
    let said = String::from_utf8_lossy(&said).into_owned();
    (output, said)
}

/// A copy of a folder under test, each text with these replacements; every one must be of use.
pub fn copied(folder: &str, to: &Path, replacements: &[(&str, &str)]) {
    let mut used = vec![false; replacements.len()];
    std::fs::create_dir_all(to).expect("a scratch folder can be written");
    let entries = std::fs::read_dir(deploy().join(folder)).expect("the folder is there");
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_str().expect("our names are text");
        let mut changed = text(&format!("{folder}/{name}"));
        for ((from, into), used) in replacements.iter().zip(&mut used) {
            *used |= changed.contains(from);
            changed = changed.replace(from, into);
        }
        std::fs::write(to.join(name), changed).expect("a scratch folder can be written");
    }
    let unused = replacements.iter().zip(used).filter(|(_, used)| !used);
    let unused: Vec<_> = unused.map(|((from, _), _)| from).collect();
    assert!(unused.is_empty(), "{folder} says nothing of {unused:?}");
}
