//! Mail: a server that sends it, and an operator who looks after it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use domain::{Clock, Desk, UnixSeconds};
use ginnel::commands::import;
use ginnel::{Parts, SystemClock};
use storage::{Audience, Mail, MailKind, Slot};

use crate::ceremony::Ceremony;
use crate::http::post_frame;
use crate::installation::{Installation, Serving, now};
use crate::operator::{complained, ginnel, said};

const TO_A_FOLDER: &str = "[mail]\nfrom = \"ginnel@example.org\"\nfolder = \"mails\"\n\
     supervisors = [\"inspector@example.org\"]\n\
     [mail.desks]\ntriage = [\"triage@example.org\"]\n";
/// A clock that goes on from the real one and can be moved ahead of it.
struct Ahead(AtomicI64);

impl Clock for Ahead {
    fn now(&self) -> UnixSeconds {
        SystemClock.now().plus(self.0.load(Ordering::SeqCst))
    }
}

/// Waits until this is so, for a minute at the most.
fn until(mut is_so: impl FnMut() -> bool) {
    let came = (0..1_200).any(|_| {
        std::thread::sleep(Duration::from_millis(50));
        is_so()
    });
    assert!(came, "it never came about");
}

/// Whom the mails in the folder are for, once there are so many.
fn readers(folder: &Path, count: usize) -> Vec<String> {
    until(|| mails(folder).len() >= count);
    let mut found = mails(folder);
    found.sort();
    found
}

fn mails(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<_> = files.map(|file| file.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "eml"));
    let to = |path: PathBuf| {
        let text = std::fs::read_to_string(path).unwrap();
        assert_eq!(text.len(), 2_048);
        let line = text.lines().find_map(|line| line.strip_prefix("To: "));
        line.unwrap().trim_matches(['<', '>']).to_owned()
    };
    paths.into_iter().map(to).collect()
}

fn mailing(more: &str) -> (Installation, PathBuf) {
    let installation = Installation::begun();
    installation.write_settings(&format!("{TO_A_FOLDER}{more}"));
    let folder = installation.data().path().join("mails");
    (installation, folder)
}

#[test]
fn a_desk_is_mailed_though_nothing_waits() {
    let (installation, folder) = mailing("");
    let serving = installation.serve();
    assert_eq!(readers(&folder, 1), ["triage@example.org"]);
    drop(serving);
    let again = installation.serve();
    drop(again);
    assert_eq!(mails(&folder).len(), 1, "not again after a restart");
}

#[test]
fn a_tip_that_nobody_fetches_rings_at_triage_and_then_at_the_supervisors() {
    let (installation, folder) = mailing("");
    let text = std::fs::read_to_string(installation.settings()).unwrap();
    let text = text.replace("folder =", "digests = []\nfolder =");
    std::fs::write(installation.settings(), text).unwrap();
    let notes = Ceremony::with_triage(&[]).write(&installation);
    now(import(&installation.opened(), &notes, &SystemClock)).unwrap();
    let clock = Arc::new(Ahead(AtomicI64::new(0)));
    let serving = Serving::of(Parts {
        clock: clock.clone(),
        ..installation.parts()
    });
    assert_eq!(post_frame(serving.public, 1).status, 202);
    // The window ends, and the tip is there to be fetched.
    clock.0.fetch_add(121, Ordering::SeqCst);
    let opened = installation.opened();
    until(|| !now(opened.store.intake_count_by_day()).unwrap().is_empty());
    assert!(mails(&folder).is_empty());
    clock.0.fetch_add(11 * 60, Ordering::SeqCst);
    assert_eq!(readers(&folder, 1), ["triage@example.org"]);
    clock.0.fetch_add(10 * 60, Ordering::SeqCst);
    let both = ["inspector@example.org", "triage@example.org"];
    assert_eq!(readers(&folder, 2), both);
}

#[test]
fn settings_that_can_send_nothing_keep_the_server_from_starting() {
    let installation = Installation::begun();
    installation.write_settings(
        "[mail]\nfrom = \"ginnel@example.org\"\n\
         [mail.smtp]\nhost = \"mail.example.org\"\ntls = \"none\"\n",
    );
    let refusal = installation.refusal().to_string();
    assert!(refusal.contains("this machine only"), "{refusal}");
}

#[test]
fn whoever_checks_the_settings_is_told_who_would_be_mailed() {
    let installation = Installation::begun();
    let checked = |more: &str| {
        installation.write_settings(more);
        said(&ginnel(
            &installation,
            &["config", "check", "--config", "CONFIG"],
        ))
    };
    assert!(checked("").contains("look    mail: nobody is mailed"));
    assert!(checked(TO_A_FOLDER).contains("look    mail: files in "));
    let smtp = "[mail.smtp]\nhost = \"mail.example.org\"\n";
    let by_smtp = TO_A_FOLDER.replace("folder = \"mails\"\n", "");
    let by_smtp = format!("{by_smtp}{smtp}");
    let lines = checked(&by_smtp);
    assert!(lines.contains("ok      mail: triage"), "{lines}");
    let signed_in = format!("{by_smtp}user = \"ginnel\"\npassword_file = \"not-there\"\n");
    let lines = checked(&signed_in);
    assert!(
        lines.contains("broken  mail: ") && lines.contains("not-there"),
        "{lines}"
    );
    let nobody = format!("[mail]\nfrom = \"ginnel@example.org\"\n{smtp}");
    let lines = checked(&nobody);
    assert!(lines.contains("would not reach everybody"), "{lines}");
}

/// A digest for triage that nobody took.
pub fn give_up_a_mail(installation: &Installation) {
    let mail = Mail {
        desk: Desk::Triage,
        audience: Audience::Desk,
        kind: MailKind::Digest,
    };
    let store = installation.opened().store;
    now(async {
        let slot = Slot {
            number: 1,
            apart: 1,
        };
        store.put_mail(mail, slot).await.unwrap();
        let minute = SystemClock.now().minute();
        let taken = store.take_mails(1, minute).await.unwrap();
        let dead = storage::NotSent::Dead;
        store
            .mail_not_sent(mail, taken[0].lease, dead)
            .await
            .unwrap();
    });
}

#[test]
fn an_operator_sees_what_was_given_up_and_has_it_tried_again() {
    let (installation, _) = mailing("");
    let list = ["mail", "list", "--data", "DATA"];
    let nothing = "no mail waits, none was given up\n";
    assert_eq!(said(&ginnel(&installation, &list)), nothing);
    give_up_a_mail(&installation);
    let listed = said(&ginnel(&installation, &list));
    assert_eq!(listed, "triage  desk  digest  given up, tried 1 times\n");
    let retried = ginnel(&installation, &["mail", "retry", "--data", "DATA"]);
    assert_eq!(said(&retried), "1 mails are tried again\n");
    let listed = said(&ginnel(&installation, &list));
    assert_eq!(listed, "triage  desk  digest  waits, tried 0 times\n");
}

#[test]
fn an_operator_tries_the_way_of_a_mail() {
    let (installation, folder) = mailing("");
    let test = ["mail", "test", "--data", "DATA"];
    let tried = ginnel(&installation, &test);
    assert!(tried.status.success() && said(&tried).contains("can be written to"));
    assert!(mails(&folder).is_empty());
    let desk = ginnel(&installation, &[&test[..], &["--desk", "triage"]].concat());
    assert!(said(&desk).contains("ok      mail: triage@example.org"));
    ginnel(&installation, &[&test[..], &["--supervisors"]].concat());
    let both = ["inspector@example.org", "triage@example.org"];
    assert_eq!(readers(&folder, 2), both);
    let nobody = ginnel(&installation, &[&test[..], &["--desk", "silver"]].concat());
    assert!(!nobody.status.success() && said(&nobody).contains("nobody is to get it"));
}

#[test]
fn an_operator_is_told_what_is_wrong_with_the_mail_server() {
    let installation = Installation::begun();
    let test = ["mail", "test", "--config", "CONFIG", "--desk", "triage"];
    let none = ginnel(&installation, &test);
    assert!(!none.status.success() && said(&none).contains("not set up"));
    let port = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap().port()
    };
    let by_smtp = format!(
        "[mail.smtp]\nhost = \"127.0.0.1\"\nport = {port}\ntls = \"none\"\n\
         [mail.desks]\ntriage = [\"triage@example.org\"]\n"
    );
    installation.write_settings(&format!("[mail]\nfrom = \"ginnel@example.org\"\n{by_smtp}"));
    let unreachable = ginnel(&installation, &test);
    let lines = said(&unreachable);
    assert!(
        !unreachable.status.success(),
        "{}",
        complained(&unreachable)
    );
    assert!(
        lines.contains("cannot be reached") && lines.contains("mail.smtp.host"),
        "{lines}"
    );
}
