//! The program itself, as an operator types it.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use ginnel::SystemClock;
use ginnel::commands::import;
use storage::IntakeView;

use crate::ceremony::Ceremony;
use crate::http::post_frame;
use crate::installation::{Installation, now};
use crate::operator::{complained, ginnel, said};

#[test]
fn an_operator_invites_lists_and_removes_officers() {
    let installation = Installation::begun();
    let invite = [
        "officer", "invite", "--data", "DATA", "--name", "amina", "--role", "officer",
    ];
    let invited = ginnel(
        &installation,
        &[&invite[..], &["--desk", "bronze/leeds"]].concat(),
    );
    assert!(invited.status.success());
    let code = said(&invited).lines().last().unwrap().to_owned();
    assert_eq!(code.replace('-', "").len(), 26, "{code}");
    let list = ["officer", "list", "--data", "DATA"];
    let listed = said(&ginnel(&installation, &list));
    assert!(
        listed.contains("Invited  officer  amina  bronze/leeds"),
        "{listed}"
    );
    assert!(!listed.contains(&code));
    let person = crate::ceremony::Person {
        seed: 7,
        role: domain::Role::Officer,
    };
    person.enrol(&installation);
    let id = person.id().to_string();
    let remove = ["officer", "remove", "--data", "DATA", "--officer", &id];
    assert!(ginnel(&installation, &remove).status.success());
    let listed = said(&ginnel(&installation, &list));
    assert!(listed.contains(&format!("{id}  Removed")), "{listed}");
}

#[test]
fn a_forgotten_passphrase_is_a_new_beginning_for_the_same_person() {
    let installation = Installation::begun();
    let person = crate::ceremony::Person {
        seed: 7,
        role: domain::Role::Officer,
    };
    person.enrol(&installation);
    let id = person.id().to_string();
    let reset = ["officer", "reset", "--config", "CONFIG", "--officer", &id];
    let done = ginnel(&installation, &reset);
    assert!(done.status.success(), "{}", complained(&done));
    let code = said(&done).lines().last().unwrap().to_owned();
    assert_eq!(code.replace('-', "").len(), 26, "{code}");
    let listed = said(&ginnel(
        &installation,
        &["officer", "list", "--data", "DATA"],
    ));
    assert!(listed.contains(&format!("{id}  Removed")), "{listed}");
    assert!(
        listed.contains("Invited  officer  person 7  triage"),
        "{listed}"
    );
    let again = ginnel(&installation, &reset);
    assert!(!again.status.success());
    assert!(complained(&again).contains("no such officer"));
}

#[test]
fn the_build_is_named_by_its_version_and_its_locked_dependencies() {
    let installation = Installation::begun();
    let lines = said(&ginnel(&installation, &["version"]));
    assert!(lines.starts_with(&format!("ginnel {}\n", env!("CARGO_PKG_VERSION"))));
    assert!(lines.contains("sqlite store.sqlite 00"), "{lines}");
    // As it was when program and test were built: the file itself may have changed since.
    let lock = format!("locked dependencies sha256 {}\n", env!("GINNEL_LOCK"));
    assert!(lines.contains(&lock), "{lines}");
    assert!(env!("GINNEL_LOCK").len() == 64 && env!("GINNEL_LOCK") != "0".repeat(64));
}

#[test]
fn the_cards_of_everybody_enrolled_are_written_for_the_ceremony() {
    let installation = Installation::begun();
    let person = crate::ceremony::Person {
        seed: 7,
        role: domain::Role::Officer,
    };
    person.enrol(&installation);
    let out = installation.folder.path().join("cards");
    let out_text = out.display().to_string();
    let cards = ["officer", "cards", "--data", "DATA", "--out", &out_text];
    assert!(ginnel(&installation, &cards).status.success());
    let card = std::fs::read_to_string(out.join(format!("{}.card", person.id()))).unwrap();
    let card = notes::card::Card::parse(&card, installation.inst).unwrap();
    assert_eq!(card.officer(), person.id());
    let rows = std::fs::read(out.join("officers.json")).unwrap();
    let rows: Vec<domain::wire::OfficerRow> = serde_json::from_slice(&rows).unwrap();
    assert_eq!((rows.len(), rows[0].officer), (1, person.id()));
}

#[test]
fn what_goes_wrong_is_one_line_and_a_failed_exit() {
    let installation = Installation::begun();
    std::fs::remove_file(installation.data().path().join("signin.key")).unwrap();
    let refused = ginnel(
        &installation,
        &["serve", "--data", "DATA", "--site", "SITE"],
    );
    assert!(!refused.status.success());
    let error = complained(&refused);
    assert!(
        error.starts_with("ginnel: signin.key is missing"),
        "{error}"
    );
    assert_eq!(error.lines().count(), 1, "{error}");
}

#[test]
fn told_to_end_it_keeps_what_it_acknowledged_and_exits_well() {
    let installation = Installation::begun();
    let ceremony = Ceremony::with_triage(&[]).write(&installation);
    now(import(&installation.opened(), &ceremony, &SystemClock)).unwrap();
    let site = installation.site();
    let mut server = Command::new(env!("CARGO_BIN_EXE_ginnel"))
        .args(["serve", "--data"])
        .arg(installation.data().path())
        .arg("--site")
        .arg(site)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut log = BufReader::new(server.stderr.take().unwrap()).lines();
    let listening = log.find_map(|line| {
        let line = line.unwrap();
        let (_, address) = line.split_once("listening public=")?;
        address.split(' ').next()?.parse().ok()
    });
    let answer = post_frame(listening.unwrap(), 1);
    let id = server.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-TERM", &id])
            .status()
            .unwrap()
            .success()
    );
    assert!(server.wait().unwrap().success());
    assert_eq!(answer.status, 202);
    let store = installation.opened().store;
    let kept = now(store.intake_ids(IntakeView::Triage)).unwrap();
    assert_eq!(kept.len(), 1);
    let rest: Vec<_> = log.map(|line| line.unwrap()).collect();
    assert!(
        rest.iter().all(|line| !line.contains("127.0.0.1")),
        "{rest:?}"
    );
}
