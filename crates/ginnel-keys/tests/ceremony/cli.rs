//! The commands, as somebody types them.

use std::path::Path;
use std::process::{Command, Output};

use domain::InstallationId;
use unseal::officer::OfficerKeys;

const INST: &str = "09090909090909090909090909090909";

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ginnel-keys"))
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap()
}

fn ok(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{arguments:?}: {complaint}");
    String::from_utf8(output.stdout).unwrap()
}

fn refused(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert!(!output.status.success(), "{arguments:?} was not refused");
    String::from_utf8(output.stderr).unwrap()
}

const BOTH: [&str; 4] = ["--custodian-1", "one", "--custodian-2", "two"];

fn with_custodians(command: &[&'static str]) -> Vec<&'static str> {
    [command, &["--dir", "c"], &BOTH].concat()
}

fn sign_all(folder: &Path, notes: &[&str]) {
    for key in ["police.key", "council.key"] {
        ok(folder, &[&["sign", "--authority", key], notes].concat());
    }
}

/// Begins with two authorities, up to epochs.
fn begin(folder: &Path) {
    let pinned = |name: &str| {
        let key = format!("{name}.key");
        let told = ok(folder, &["authority", "new", "--name", name, "--out", &key]);
        told.lines()
            .find(|line| line.starts_with(name))
            .unwrap()
            .to_owned()
    };
    let (police, council) = (pinned("police"), pinned("council"));

    let authorities = ["--authority", &police, "--authority", &council];
    let desks = ["--desk", "triage", "--desk", "bronze/leeds"];
    ok(
        folder,
        &[
            &["begin", "--dir", "c", "--inst", INST],
            &authorities[..],
            &desks,
        ]
        .concat(),
    );
    ok(folder, &with_custodians(&["recovery", "new"]));
    ok(folder, &["epochs", "--dir", "c"]);
}

#[test]
fn the_whole_order_of_a_beginning_is_possible_by_typing_it() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    begin(folder);
    ok(folder, &["directory", "--dir", "c"]);
    let directories = [
        "c/notes/public-directory.note",
        "c/notes/staff-directory.note",
    ];
    assert!(ok(folder, &["show", directories[0]]).contains("triage: "));
    assert!(refused(folder, &["verify", "--dir", "c"]).contains("not everything holds"));
    sign_all(folder, &directories);
    ok(folder, &["export", "--dir", "c", "--out", "first"]);

    let inst: InstallationId = INST.parse().unwrap();
    let officer = domain::OfficerId::from_bytes([1; 16]);
    let card = OfficerKeys::derive(&[1; 64]).card(inst, officer).unwrap();
    std::fs::write(folder.join("1.card"), card.to_text()).unwrap();
    let told = ok(folder, &["card", "show", "--dir", "c", "1.card"]);
    let words = told.lines().nth(1).unwrap();
    let add = [
        "roster", "add", "--dir", "c", "--desk", "triage", "--card", "1.card", "--role",
    ];
    let wrong = [
        &add[..],
        &["officer", "--fingerprint", "these are not the six words"],
    ]
    .concat();
    assert!(refused(folder, &wrong).contains("six words"));
    ok(
        folder,
        &[&add[..], &["officer", "--fingerprint", words]].concat(),
    );
    assert!(
        ok(
            folder,
            &["roster", "list", "--dir", "c", "--desk", "triage"]
        )
        .contains(words)
    );
    ok(folder, &["roster", "write", "--dir", "c"]);
    sign_all(folder, &["c/notes/roster-triage.note"]);
    let told = ok(folder, &with_custodians(&["wrap"]));
    assert!(told.contains("bronze/leeds has no roster yet"), "{told}");
    ok(folder, &["export", "--dir", "c", "--out", "second"]);
    let told = ok(folder, &["verify", "--dir", "c"]);
    assert!(told.contains("Signed by police and council."), "{told}");
    assert!(folder.join("second/roster-triage.note").exists());
    assert!(refused(folder, &["export", "--dir", "c", "--out", "second"]).contains("new or empty"));
}

#[test]
fn desks_that_must_not_meet_do_so_only_in_a_demonstration_and_loudly() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let told = ok(
        folder,
        &[
            "authority",
            "new",
            "--name",
            "police",
            "--out",
            "police.key",
        ],
    );
    let line = told
        .lines()
        .find(|line| line.starts_with("police"))
        .unwrap();
    let mixed = [
        "begin",
        "--dir",
        "c",
        "--inst",
        INST,
        "--authority",
        line,
        "--desk",
        "triage",
        "--desk",
        "corruption-a",
    ];
    assert!(refused(folder, &mixed).contains("machines of their own"));
    let demo = [&mixed[..], &["--all-in-one-folder-for-a-demo"]].concat();
    assert!(ok(folder, &demo).contains("DEMONSTRATION"));
    assert!(refused(folder, &demo).contains("exists already"));
    assert!(ok(folder, &with_custodians(&["recovery", "new"])).contains("DEMONSTRATION"));
}

#[test]
fn help_tells_the_order_of_a_beginning() {
    let folder = tempfile::tempdir().unwrap();
    let help = ok(folder.path(), &["--help"]);
    for step in [
        "authority new",
        "recovery new",
        "roster add",
        "every two weeks",
    ] {
        assert!(help.contains(step), "{help}");
    }
}

#[test]
fn who_takes_somebody_off_a_list_says_until_when_their_signatures_count() {
    let folder = tempfile::tempdir().unwrap();
    begin(folder.path());
    let officer = "11".repeat(16);
    let remove = |more: &[&str]| {
        let remove = ["roster", "remove", "--dir", "c", "--desk", "triage"];
        let whom = ["--officer", &officer];
        run(folder.path(), &[&remove, &whom[..], more].concat())
    };
    let said = |output: &Output| String::from_utf8(output.stderr.clone()).unwrap();
    let unsaid = remove(&[]);
    assert_eq!(unsaid.status.code(), Some(2));
    assert!(said(&unsaid).contains("--last-day"), "{unsaid:?}");
    let both = remove(&["--last-day", "2026-11-22", "--disowned"]);
    assert_eq!(both.status.code(), Some(2));
    for either in [&["--last-day", "2026-11-22"][..], &["--disowned"]] {
        let nobody = remove(either);
        assert_eq!(nobody.status.code(), Some(1), "understood: {nobody:?}");
    }
}
