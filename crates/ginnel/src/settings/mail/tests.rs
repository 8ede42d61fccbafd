use std::os::unix::fs::PermissionsExt;

use domain::District;
use notify::{Quiet, UnusableSmtp};
use storage::Audience;

use super::*;
use crate::settings::{SecretFileError, Settings};

const HEAD: &str = "[installation]\nid = \"00112233445566778899aabbccddeeff\"\nname = \"Test\"\n";
const MAIL: &str = "[mail]\nfrom = \"ginnel@example.org\"\nfolder = \"mails\"\n";
const BY_SMTP: &str = "[mail]\nfrom = \"ginnel@example.org\"\n[mail.smtp]\nhost = \"localhost\"\n";

fn mail(text: &str) -> MailSettings {
    let settings = Settings::parse(&format!("{HEAD}{text}"));
    settings.unwrap().mail.unwrap()
}

fn problem(text: &str) -> String {
    let parsed = Settings::parse(&format!("{HEAD}{text}"));
    parsed.map_or_else(|error| error.to_string(), |_| String::new())
}

#[test]
fn nobody_is_mailed_unless_the_settings_say_so() {
    assert!(Settings::parse(HEAD).unwrap().mail.is_none());
}

#[test]
fn a_desk_is_mailed_at_its_addresses_twice_a_day_around_the_clock() {
    let text = format!("{MAIL}[mail.desks]\n\"bronze/leeds\" = [\"a@example.org\"]\n");
    let plan = mail(&text).plan().unwrap();
    let leeds = Desk::Bronze(District::Leeds);
    assert_eq!(plan.book.desks().collect::<Vec<_>>(), [leeds]);
    let readers: Vec<_> = plan.book.of(leeds, Audience::Desk).collect();
    assert_eq!(readers[0].as_str(), "a@example.org");
    assert!(!plan.book.has(leeds, Audience::Supervisors));
    let times = ["08:00", "13:00"].map(|time| time.parse().unwrap());
    assert_eq!(plan.digests, DigestTimes::new(times.to_vec()));
    assert_eq!(plan.staffed, StaffedHours::Always);
    let Patience {
        intake,
        record,
        absent,
        canary,
    } = plan.patience;
    assert_eq!((intake, record, absent), (10, 15, 3 * 24 * 60));
    assert_eq!(canary, None, "none is sent unless somebody sees to it");
}

#[test]
fn shifts_belong_to_their_weekday() {
    let text = format!("{MAIL}[mail.staffed]\ntuesday = [\"08:00-12:00\", \"13:00-17:00\"]\n");
    let StaffedHours::Shifts(week) = mail(&text).plan().unwrap().staffed else {
        panic!("shifts were set");
    };
    let counts: Vec<_> = week.iter().map(Vec::len).collect();
    assert_eq!(counts, [0, 2, 0, 0, 0, 0, 0]);
}

#[test]
fn over_night_the_supervisors_are_told_unless_nobody_shall_be() {
    let quiet = |text: &str| mail(text).plan().unwrap().quiet;
    assert_eq!(quiet(MAIL), Quiet::Supervisors);
    let nobody = format!("{MAIL}[mail.alarms]\nquiet_hours = \"nobody\"\n");
    assert_eq!(quiet(&nobody), Quiet::Nobody);
}

#[test]
fn what_makes_no_sense_is_named_by_its_place_and_not_shown() {
    let secret = "not-an-address-of-amina";
    let wrong = [
        ("[mail]\nfrom = \"a@example.org\"\n".to_owned(), "mail:"),
        (MAIL.replace("ginnel@example.org", secret), "mail.from"),
        (
            format!("{MAIL}supervisors = [\"{secret}\"]\n"),
            "mail.supervisors",
        ),
        (
            format!("{MAIL}[mail.desks]\ntriage = [\"{secret}\"]\n"),
            "mail.desks",
        ),
        (format!("{MAIL}digests = [\"8 o'clock\"]\n"), "mail.digests"),
        (
            format!("{MAIL}[mail.staffed]\nmonday = [\"22:00-06:00\"]\n"),
            "mail.staffed",
        ),
        (format!("{MAIL}[mail.staffed]\n"), "mail.staffed"),
        (
            format!("{MAIL}[mail.alarms]\nintake_minutes = 0\n"),
            "mail.alarms.intake_minutes",
        ),
        (
            format!("{MAIL}[mail.alarms]\nrecord_minutes = 10081\n"),
            "mail.alarms.record_minutes",
        ),
        (
            format!("{MAIL}[mail.alarms]\nabsent_days = 0\n"),
            "mail.alarms.absent_days",
        ),
        (
            format!("{MAIL}[mail.alarms]\ncanary_hours = 1\n"),
            "mail.alarms.canary_hours",
        ),
        (format!("{BY_SMTP}user = \"{secret}\"\n"), "mail.smtp:"),
        (format!("{BY_SMTP}seconds = 0\n"), "mail.smtp.seconds"),
        (
            format!("{BY_SMTP}envelope = \"{secret}\"\n"),
            "mail.smtp.envelope",
        ),
        (format!("{BY_SMTP}tls = \"perhaps\"\n"), "perhaps"),
        (
            format!("{MAIL}[mail.desks]\n\"bronze/harrogate\" = []\n"),
            "no desk",
        ),
    ];
    for (text, place) in wrong {
        let problem = problem(&text);
        assert!(
            problem.contains(place) && !problem.contains(secret),
            "{text}\n{problem}"
        );
    }
}

#[test]
fn settings_print_no_address() {
    let text = format!("{MAIL}supervisors = [\"amina@example.org\"]\n");
    let printed = format!("{:?}", mail(&text));
    assert!(!printed.contains("example.org"), "{printed}");
}

#[test]
fn paths_are_relative_to_the_settings_and_the_passphrase_is_read_from_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ginnel.toml");
    let login = "user = \"ginnel\"\npassword_file = \"secret\"\n";
    std::fs::write(&file, format!("{HEAD}{BY_SMTP}{login}")).unwrap();
    let post = || {
        Settings::read(&file)
            .unwrap()
            .mail
            .unwrap()
            .post()
            .map(drop)
    };
    assert!(matches!(
        post(),
        Err(MailError::Password(SecretFileError::Unreadable { .. }))
    ));
    let secret = folder.path().join("secret");
    std::fs::write(&secret, "correct horse\n").unwrap();
    std::fs::set_permissions(&secret, PermissionsExt::from_mode(0o644)).unwrap();
    assert!(matches!(
        post(),
        Err(MailError::Password(SecretFileError::Open(_)))
    ));
    std::fs::set_permissions(&secret, PermissionsExt::from_mode(0o600)).unwrap();
    post().unwrap();
    let authority = "authority = \"authority.pem\"\n";
    std::fs::write(&file, format!("{HEAD}{BY_SMTP}{authority}")).unwrap();
    assert!(matches!(post(), Err(MailError::Authority(_))));
    std::fs::write(folder.path().join("authority.pem"), "nothing").unwrap();
    assert!(matches!(
        post(),
        Err(MailError::Smtp(UnusableSmtp::Authority))
    ));
}

#[test]
fn mail_leaves_this_machine_encrypted_or_not_at_all() {
    let none = |host: &str| {
        let text = BY_SMTP.replace("localhost", host);
        mail(&format!("{text}tls = \"none\"\n")).post().map(drop)
    };
    none("localhost").unwrap();
    let refused = none("mail.example.org").unwrap_err();
    assert!(matches!(
        refused,
        MailError::Smtp(UnusableSmtp::Unencrypted)
    ));
    mail(&BY_SMTP.replace("localhost", "mail.example.org"))
        .post()
        .unwrap();
}
