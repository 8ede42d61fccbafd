//! What the doctor says, of what is well and of what is not.

use std::net::TcpListener;
use std::time::Duration;

use domain::{Clock, UnixSeconds};
use ginnel::SystemClock;
use ginnel::commands::{Surroundings, doctor, import};
use ginnel::findings::{Finding, Findings, Verdict};
use rand::SeedableRng;
use rand::rngs::StdRng;

use crate::ceremony::{Ceremony, Person};
use crate::http::{get, post_frame};
use crate::installation::{Installation, Serving, now, today};
use crate::operator::{complained, ginnel, said};

mod kept;
mod pages;
mod through;

const AMINA: Person = Person {
    seed: 1,
    role: domain::Role::Officer,
};
const DOCTOR: [&str; 5] = ["doctor", "--config", "CONFIG", "--site", "SITE"];

/// So many seconds ahead of the real clock.
struct Ahead(i64);

impl Clock for Ahead {
    fn now(&self) -> UnixSeconds {
        SystemClock.now().plus(self.0)
    }
}

/// Addresses nobody listens on.
fn free_ports() -> [u16; 2] {
    let listeners = [(); 2].map(|()| TcpListener::bind("127.0.0.1:0").unwrap());
    listeners.map(|listener| listener.local_addr().unwrap().port())
}

/// An installation with settings of this kind, whose ports are known.
fn begun(more: &str) -> Installation {
    let installation = Installation::begun();
    set(&installation, more);
    installation
}

fn set(installation: &Installation, more: &str) {
    let [public, metrics] = free_ports();
    let more = format!("[metrics]\nbind = \"127.0.0.1:{metrics}\"\n{more}");
    installation.write_settings(&more);
    let text = std::fs::read_to_string(installation.settings()).unwrap();
    let public = format!("bind = \"127.0.0.1:{public}\"");
    let text = text.replacen("bind = \"127.0.0.1:0\"", &public, 1);
    std::fs::write(installation.settings(), text).unwrap();
}

/// An officer at triage holds this week's key.
fn staffed(installation: &Installation) {
    AMINA.enrol(installation);
    let ceremony = Ceremony::with_triage(&[AMINA]).write(installation);
    now(import(&installation.opened(), &ceremony, &SystemClock)).unwrap();
}

fn served(more: &str) -> (Installation, Serving) {
    let installation = begun(more);
    staffed(&installation);
    let serving = installation.serve();
    (installation, serving)
}

/// What the doctor says on a machine that is set up as it should be.
fn look(installation: &Installation, ahead: i64) -> Findings {
    let root = installation.folder.path().join("root");
    for (name, text) in [
        ("proc/sys/kernel/core_pattern", "|/bin/false\n"),
        ("proc/swaps", "Filename\n"),
    ] {
        std::fs::create_dir_all(root.join(name).parent().unwrap()).unwrap();
        std::fs::write(root.join(name), text).unwrap();
    }
    let clock = Ahead(ahead);
    let around = Surroundings {
        root: &root,
        clock: &clock,
        // Nobody answers there: what chrony says has tests of its own.
        chrony: ([127, 0, 0, 1], 9).into(),
    };
    let (settings, site) = (installation.settings(), installation.site());
    let rng = &mut StdRng::seed_from_u64(1);
    now(doctor(&settings, Some(&site), around, rng))
}

/// Everything broken; tests may lie on disks that nobody should keep tips on.
fn broken(findings: &Findings) -> Vec<&Finding> {
    let broken = findings.iter().filter(|one| one.verdict == Verdict::Broken);
    broken.filter(|one| !one.what.starts_with("disk")).collect()
}

/// Whether this is told, and how to mend it.
fn tells(findings: &Findings, verdict: Verdict, what: &str, seen: &str) -> bool {
    let mut findings = findings.iter();
    findings.any(|one| {
        one.verdict == verdict
            && one.what == what
            && one.seen.contains(seen)
            && (verdict == Verdict::Well || !one.mend.is_empty())
    })
}

fn assert_tells(findings: &Findings, verdict: Verdict, what: &str, seen: &str) {
    let all: Vec<_> = findings.iter().map(ToString::to_string).collect();
    assert!(tells(findings, verdict, what, seen), "{}", all.join("\n"));
}

#[test]
fn of_a_running_installation_nothing_is_broken_and_everything_was_looked_at() {
    let (installation, serving) = served("[staging]\nwindow_seconds = 1\n");
    get(serving.public, "/health");
    let diary = installation.data().path().join("diary.json");
    let settled = || {
        std::thread::sleep(Duration::from_millis(50));
        std::fs::read_to_string(&diary).is_ok_and(|text| text.contains(&today().to_string()))
    };
    assert!((0..200).any(|_| settled()));
    let findings = look(&installation, 0);
    assert!(broken(&findings).is_empty(), "{findings:?}");
    for (what, seen) in [
        ("installation", "Test"),
        ("installation.authorities", "police and council"),
        ("signin.key", "is there"),
        ("database", "store.sqlite is sound"),
        ("database", "wrappers.sqlite is sound"),
        ("database", "durable"),
        ("public directory", "holds to the end of"),
        ("staff directory", "holds to the end of"),
        ("roster", "triage: holds to the end of"),
        (
            "log of operations",
            "0 this year, sealed to the auditors of",
        ),
        ("log of operations", "its key: ginnel/log/"),
        ("intake", "nothing older than 28 days"),
        ("outbox", "no mail was given up"),
        ("test tips", "none are expected"),
        ("server", "takes tips"),
        ("readiness", "do their work"),
        ("nightly rewrite", "was done on"),
        ("clock", "was not set"),
        ("image of the server", "none"),
        ("swap", "there is none"),
    ] {
        assert_tells(&findings, Verdict::Well, what, seen);
    }
    for (what, seen) in [
        ("mail", "nobody is mailed"),
        ("limits", "share one limit"),
        ("proxy", "not looked at"),
        ("backup", "none is made"),
        ("right time", "nobody on this machine says"),
        ("disk encryption", "cannot be seen from here"),
        ("holders", "bronze/leeds"),
    ] {
        assert_tells(&findings, Verdict::Look, what, seen);
    }
}

#[test]
fn it_names_no_officer_and_its_exit_says_whether_something_is_broken() {
    let (installation, serving) = served("");
    let output = ginnel(&installation, &DOCTOR);
    let lines = said(&output);
    assert_eq!(
        output.status.success(),
        !lines.contains("\nbroken"),
        "{lines}"
    );
    assert!(!lines.contains("person 1") && !lines.contains(&AMINA.id().to_string()));
    assert_eq!(complained(&output), "");
    drop(serving);
    let output = ginnel(&installation, &DOCTOR);
    assert!(!output.status.success());
    assert!(said(&output).contains("broken  server: does not answer"));
    assert!(said(&output).contains(" broken, "), "the sum, at the end");
    let json = ginnel(&installation, &[&DOCTOR[..], &["--json"]].concat());
    assert!(!json.status.success());
    let json: serde_json::Value = serde_json::from_str(&said(&json)).unwrap();
    let server = json.as_array().unwrap().iter();
    let mut server = server.filter(|one| one["what"] == "server");
    assert_eq!(server.next().unwrap()["verdict"], "broken");
    std::fs::write(installation.settings(), "no settings").unwrap();
    let output = ginnel(&installation, &DOCTOR);
    assert!(!output.status.success() && said(&output).contains("broken  settings"));
}

#[test]
fn a_beginning_lacks_its_ceremony_and_its_server() {
    let installation = begun("");
    let findings = look(&installation, 0);
    for (what, seen) in [
        ("public directory", "never imported"),
        ("staff directory", "never imported"),
        ("desk keys", "no directory"),
        ("vault keys", "no directory"),
        ("log of operations", "no auditor is named"),
        ("server", "does not answer"),
    ] {
        assert_tells(&findings, Verdict::Broken, what, seen);
    }
}

#[test]
fn what_expires_is_told_five_days_before_and_is_broken_afterwards() {
    const DAY: i64 = 86_400;
    let installation = begun("");
    staffed(&installation);
    assert_tells(
        &look(&installation, 0),
        Verdict::Well,
        "public directory",
        "",
    );
    let soon = look(&installation, 2 * DAY);
    let over = look(&installation, 7 * DAY);
    for what in ["public directory", "staff directory", "roster"] {
        assert_tells(&soon, Verdict::Look, what, "holds to the end of");
        assert_tells(&over, Verdict::Broken, what, "expired");
    }
    assert_tells(
        &look(&installation, -2 * DAY),
        Verdict::Broken,
        "roster",
        "clock",
    );
    // Leeds has a key for this week only, and triage for this and the next.
    let next = i64::from(today().week().plus(1).first_day().0 - today().0) * DAY;
    let before = look(&installation, next - DAY);
    assert_tells(&before, Verdict::Look, "desk keys", "bronze/leeds");
    if next < 7 * DAY {
        let then = look(&installation, next);
        assert_tells(&then, Verdict::Broken, "desk keys", "bronze/leeds");
    }
}

#[test]
fn a_desk_of_triage_that_holds_no_key_is_broken() {
    let installation = begun("");
    AMINA.enrol(&installation);
    let mut ceremony = Ceremony::with_triage(&[AMINA]);
    ceremony.wrappers.clear();
    let folder = ceremony.write(&installation);
    now(import(&installation.opened(), &folder, &SystemClock)).unwrap();
    let findings = look(&installation, 0);
    assert_tells(&findings, Verdict::Broken, "holders", "nobody can open");
    staffed_again(&installation);
    assert!(!tells(
        &look(&installation, 0),
        Verdict::Broken,
        "holders",
        ""
    ));
}

fn staffed_again(installation: &Installation) {
    let mut ceremony = Ceremony::with_triage(&[AMINA]);
    ceremony.serial = 2;
    let folder = ceremony.write(installation);
    now(import(&installation.opened(), &folder, &SystemClock)).unwrap();
}

#[test]
fn a_clock_that_was_set_and_frames_that_were_not_deleted_are_broken() {
    let (installation, serving) = served("");
    assert_eq!(post_frame(serving.public, 1).status, 202);
    assert_tells(&look(&installation, 0), Verdict::Well, "clock", "");
    assert_tells(
        &look(&installation, 3_600),
        Verdict::Broken,
        "clock",
        "forward by 3",
    );
    assert_tells(
        &look(&installation, -3_600),
        Verdict::Broken,
        "clock",
        "back by 3",
    );
    serving.stop();
    let findings = look(&installation, 29 * 86_400);
    assert_tells(&findings, Verdict::Broken, "intake", "still kept");
}

#[test]
fn a_server_that_runs_and_takes_no_tips_is_broken() {
    let installation = begun("");
    let _serving = installation.serve();
    let findings = look(&installation, 0);
    assert_tells(&findings, Verdict::Broken, "server", "takes no tips");
    assert_tells(&findings, Verdict::Broken, "readiness", "the directory");
}
