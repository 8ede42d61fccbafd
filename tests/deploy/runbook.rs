//! The runbook's own command lines: each is understood by the program it calls, and every file of
//! ours it names is there.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tests::{program, scratch};

use crate::house::House;
use crate::place::{heard, root, said, text};

const PAGES: [&str; 3] = ["README.md", "ceremony.md", "incidents.md"];
/// What clap ends with when it does not understand.
const NOT_UNDERSTOOD: i32 = 2;

/// Each line is run for real, in a folder where nothing is: it may fail, but not for its words.
pub fn every_command_in_the_runbook_is_understood(_: &House) {
    let folder = scratch("runbook");
    let names = BTreeMap::from([
        ("$POLICE".to_owned(), authority(&folder, "Police")),
        ("$PARTNER".to_owned(), authority(&folder, "Partner")),
    ]);
    let (mut count, mut complaints) = (0, Vec::new());
    for (page, line) in lines() {
        let words = words(&line);
        let own = words.iter().skip_while(|word| *word == "sudo");
        let own: Vec<String> = own.map(|word| safe(word, &folder, &names)).collect();
        let Some((name, rest)) = own.split_first() else {
            continue;
        };
        let Some(mut command) = ours(name) else {
            continue;
        };
        count += 1;
        let (output, said) = heard(command.args(rest).current_dir(&folder).stdin(Stdio::null()));
        if output.status.code() == Some(NOT_UNDERSTOOD) {
            complaints.push(format!("{page}: {line}\n{said}"));
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    assert!(count > 35, "{count} lines");
}

/// Whatever the runbook takes from here, is here.
pub fn every_file_the_runbook_installs_is_there(_: &House) {
    let mut count = 0;
    for (page, line) in lines() {
        for word in words(&line) {
            let Some(path) = word.strip_prefix("deploy/") else {
                continue;
            };
            count += 1;
            // Of `ginnel-*.timer`, the folder and one file that ends so.
            let there = match path.split_once('*') {
                None => root().join("deploy").join(path).is_file(),
                Some((begin, end)) => {
                    let (folder, begin) = begin.rsplit_once('/').unwrap_or(("", begin));
                    let entries = std::fs::read_dir(root().join("deploy").join(folder));
                    let entries = entries.into_iter().flatten().flatten();
                    let mut names =
                        entries.filter_map(|entry| entry.file_name().into_string().ok());
                    names.any(|name| name.starts_with(begin) && name.ends_with(end))
                }
            };
            assert!(there, "{page}: {word}");
        }
    }
    assert!(count > 15, "{count} files");
}

/// Every line of every block of shell, with its page.
fn lines() -> Vec<(&'static str, String)> {
    let mut lines = Vec::new();
    for page in PAGES {
        let mut is_shell = false;
        for line in text(page).lines() {
            match line.strip_prefix("```") {
                Some(language) => is_shell = language == "sh",
                None if is_shell => lines.push((page, line.to_owned())),
                None => {}
            }
        }
    }
    lines
}

/// The words of a line; what stands in quotes is one.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quote = None;
    for letter in line.chars() {
        match (quote, letter) {
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), close) if open == close => quote = None,
            (None, ' ') => words.push(String::new()),
            (_, letter) => words.last_mut().expect("one at least").push(letter),
        }
    }
    words
}

/// The program a line calls, if it is one of ours and ends by itself.
fn ours(name: &str) -> Option<Command> {
    let ginnel = program("GINNEL_BIN");
    match name {
        "ginnel" | "ginnel-do" => Some(Command::new(ginnel)),
        "ginnel-canary" | "ginnel-keys" => Some(Command::new(ginnel.with_file_name(name))),
        _ => None,
    }
}

/// The word for a place where it can do no harm: other folders, another host, keys of our own.
fn safe(word: &str, folder: &Path, names: &BTreeMap<String, String>) -> String {
    if let Some(value) = names.get(word) {
        return value.clone();
    }
    match word.strip_prefix('/') {
        Some(path) => folder.join(path).display().to_string(),
        None => word.replace("tips.example.org", "127.0.0.1:9"),
    }
}

/// Makes an authority, and answers the line to pin.
fn authority(folder: &Path, name: &str) -> String {
    let mut keys = ours("ginnel-keys").expect("it is ours");
    let file: PathBuf = folder.join(name).with_extension("key");
    let made = said(
        keys.args(["authority", "new", "--name", name, "--out"])
            .arg(file),
    );
    let mut lines = made
        .lines()
        .filter(|line| line.starts_with(&format!("{name}+")));
    lines.next().expect("it prints the line").to_owned()
}
