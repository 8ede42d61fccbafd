//! The units: accepted by systemd, little exposed by its own reckoning, and not too tight for the
//! real server.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use tests::{program, scratch};

use crate::calls::Call;
use crate::house::House;
use crate::place::{copied, deploy, said, text, tool};

/// The prefix's own folder for what holds for every unit.
const DROP_IN: &str = "ginnel-.service.d";
/// Ten times the exposure at which a unit fails; systemd calls everything up to 25 fine.
const MOST_EXPOSED: &str = "--threshold=12";

/// systemd finds nothing to say about any unit.
pub fn the_units_are_accepted(_: &House) {
    let folder = installed("units");
    let units = names(&folder, &[".service", ".timer"]);
    assert!(units.len() >= 5, "{units:?}");
    let said = said(analyze(&folder).args(["verify", "--man=no"]).args(&units));
    // What ails the machine's own units is no business of ours.
    let ours: Vec<&str> = said
        .lines()
        .filter(|line| line.contains("ginnel"))
        .collect();
    assert_eq!(ours, [""; 0]);
}

/// Every service is exposed as little as the runbook says.
pub fn the_services_are_hardly_exposed(_: &House) {
    let folder = installed("exposure");
    let services = names(&folder, &[".service"]);
    for service in services {
        let mut security = analyze(&folder);
        security.args(["security", "--offline=true", "--no-pager", MOST_EXPOSED]);
        let said = said(security.arg(&service));
        let last = said.lines().last().unwrap_or_default().to_owned();
        assert!(last.contains("Overall exposure level"), "{said}");
    }
}

/// The doctor sees whether there is swap; the server sees nothing of the kernel.
pub fn the_doctor_alone_sees_the_kernel(_: &House) {
    let folder = installed("kernel");
    for (service, sees) in [
        ("ginnel-doctor.service", true),
        ("ginnel-server.service", false),
    ] {
        let mut security = analyze(&folder);
        security.args(["security", "--offline=true", "--no-pager"]);
        let said = said(security.arg(folder.join(service)));
        let line = said.lines().find(|line| line.contains("ProcSubset="));
        let line = line.expect("systemd reckons with it");
        assert_eq!(line.contains("has full access"), sees, "{line}");
    }
}

/// Every timer has the service it starts, and every service runs a command of ours.
pub fn every_timer_starts_something(_: &House) {
    let folder = deploy().join("systemd");
    for timer in names(&folder, &[".timer"]) {
        assert!(
            timer.with_extension("service").is_file(),
            "{}",
            timer.display()
        );
    }
}

/// The real server, started, sent a tip and stopped, asks the kernel for nothing the units forbid:
/// neither by name nor by making code out of memory.
pub fn the_sandbox_is_wide_enough_for_the_real_server(_: &House) {
    let traced = Call::of_a_served_tip();
    let asked = assert_allowed(&traced);
    assert!(
        asked.contains("fsync") && asked.contains("accept4"),
        "{asked:?}"
    );
    let code: Vec<&str> = traced
        .iter()
        .filter(|call| matches!(call.name.as_str(), "mmap" | "mprotect" | "pkey_mprotect"))
        .map(|call| call.arguments.as_str())
        .filter(|arguments| arguments.contains("PROT_WRITE|PROT_EXEC"))
        .collect();
    assert_eq!(code, [""; 0]);
    let families = traced.iter().filter(|call| call.name == "socket");
    for call in families {
        let family = call.arguments.split(',').next().unwrap_or_default();
        assert!(
            matches!(family, "AF_INET" | "AF_INET6" | "AF_UNIX"),
            "{family}"
        );
    }
}

/// Nor does the doctor, who runs in the same sandbox.
pub fn the_sandbox_is_wide_enough_for_the_doctor(house: &House) {
    let asked = assert_allowed(&Call::of_a_doctor(house.served()));
    assert!(
        asked.contains("statfs") && asked.contains("connect"),
        "{asked:?}"
    );
}

/// The names of these calls, each of which the filter lets through.
fn assert_allowed(calls: &[Call]) -> BTreeSet<String> {
    let allowed = allowed_calls();
    assert!(allowed.len() > 200, "{}", allowed.len());
    let asked: BTreeSet<String> = calls.iter().map(|call| call.name.clone()).collect();
    let refused: Vec<&String> = asked.difference(&allowed).collect();
    assert_eq!(refused, [""; 0]);
    asked
}

/// The calls that the filter lets through, its groups spelled out.
fn allowed_calls() -> BTreeSet<String> {
    let mut allowed = BTreeSet::new();
    for line in text("systemd/sandbox.conf").lines() {
        let Some(words) = line.strip_prefix("SystemCallFilter=") else {
            continue;
        };
        let (is_off, words) = words
            .strip_prefix('~')
            .map_or((false, words), |off| (true, off));
        let named: BTreeSet<String> = words.split_whitespace().flat_map(spelled_out).collect();
        allowed = if is_off {
            allowed.difference(&named).cloned().collect()
        } else {
            allowed.union(&named).cloned().collect()
        };
    }
    allowed
}

fn spelled_out(word: &str) -> BTreeSet<String> {
    if !word.starts_with('@') {
        return BTreeSet::from([word.to_owned()]);
    }
    let said = said(tool("systemd-analyze").args(["syscall-filter", "--no-pager", word]));
    let lines = said.lines().skip(1).map(str::trim);
    let words = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    words.flat_map(spelled_out).collect()
}

/// The units as they are installed, but for the program, which is the one under test.
fn installed(name: &str) -> PathBuf {
    let folder = scratch(name);
    let ginnel = program("GINNEL_BIN");
    let canary = ginnel.with_file_name("ginnel-canary");
    let (ginnel, canary) = (ginnel.display(), canary.display());
    copied(
        "systemd",
        &folder,
        &[
            ("/usr/local/bin/ginnel ", &format!("{ginnel} ")),
            ("/usr/local/bin/ginnel-canary ", &format!("{canary} ")),
        ],
    );
    fs::create_dir_all(folder.join(DROP_IN)).expect("a scratch folder can be written");
    let sandbox = "sandbox.conf";
    fs::rename(folder.join(sandbox), folder.join(DROP_IN).join(sandbox)).expect("it was copied");
    let doctors = folder.join("ginnel-doctor.service.d");
    fs::create_dir_all(&doctors).expect("a scratch folder can be written");
    fs::rename(folder.join("proc.conf"), doctors.join("zz-proc.conf")).expect("it was copied");
    folder
}

fn analyze(folder: &Path) -> std::process::Command {
    let mut analyze = tool("systemd-analyze");
    // The last colon stands for where systemd looks by itself.
    analyze.env("SYSTEMD_UNIT_PATH", format!("{}:", folder.display()));
    analyze
}

fn names(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there").flatten();
    let mut names: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| {
            endings
                .iter()
                .any(|ending| path.display().to_string().ends_with(ending))
        })
        .collect();
    names.sort();
    names
}
