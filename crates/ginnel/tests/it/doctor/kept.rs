//! What is kept, sent and put by: database, outbox, backups.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::*;

#[test]
fn a_database_that_is_older_damaged_or_anothers_is_broken_and_left_as_it_is() {
    let installation = begun("[storage]\nmigrate_by_itself = true\n");
    let data = installation.data();
    let wrappers = data.path().join("wrappers.sqlite");
    let whole = std::fs::read(&wrappers).unwrap();
    std::fs::remove_file(&wrappers).unwrap();
    let findings = look(&installation, 0);
    assert_tells(&findings, Verdict::Broken, "database", "ginnel migrate");
    assert!(!wrappers.exists());
    std::fs::write(&wrappers, whole).unwrap();
    let sound = std::fs::read_to_string(installation.settings()).unwrap();
    let other = sound.replace(&installation.inst.to_string(), &"ab".repeat(16));
    std::fs::write(installation.settings(), other).unwrap();
    let findings = look(&installation, 0);
    assert_tells(
        &findings,
        Verdict::Broken,
        "database",
        "but the settings say",
    );
    std::fs::write(installation.settings(), sound).unwrap();
    let store = data.path().join("store.sqlite");
    let mut bytes = std::fs::read(&store).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..].fill(0xaa);
    std::fs::write(&store, bytes).unwrap();
    assert_tells(&look(&installation, 0), Verdict::Broken, "database", "");
}

#[test]
fn a_database_set_up_otherwise_than_it_should_be_is_told_setting_by_setting() {
    let cluster = cluster::Cluster::shared().unwrap();
    let [store, wrappers] = [(); 2].map(|()| cluster.database().unwrap());
    let installation = begun(crate::postgres::POSTGRES);
    let data = installation.data().path().to_owned();
    crate::postgres::url_files(&data, [&store, &wrappers]);
    let findings = look(&installation, 0);
    assert_tells(&findings, Verdict::Broken, "database", "older version");
    let settings: Vec<_> = findings
        .iter()
        .filter(|one| one.what == "database" && one.seen.contains(" is "))
        .collect();
    assert!(!settings.is_empty(), "{findings:?}");
    assert!(settings.iter().all(|one| !one.mend.is_empty()));
}

#[test]
fn mail_that_cannot_go_and_mail_that_was_given_up_are_broken() {
    let [port, _] = free_ports();
    let installation = begun(&format!(
        "[mail]\nfrom = \"ginnel@example.org\"\nsupervisors = [\"inspector@example.org\"]\n\
         [mail.smtp]\nhost = \"127.0.0.1\"\nport = {port}\ntls = \"none\"\n\
         [mail.desks]\ntriage = [\"triage@example.org\"]\n"
    ));
    crate::mail::give_up_a_mail(&installation);
    let findings = look(&installation, 0);
    assert_tells(
        &findings,
        Verdict::Broken,
        "mail server",
        "cannot be reached",
    );
    assert_tells(
        &findings,
        Verdict::Broken,
        "outbox",
        "1 mails were given up",
    );
}

/// Makes the file's content look so many hours old.
fn age(file: &Path, hours: u64) {
    #[expect(clippy::disallowed_methods, reason = "files have the machine's times")]
    let then = SystemTime::now() - Duration::from_secs(hours * 3_600);
    let file = std::fs::File::options().append(true).open(file).unwrap();
    file.set_modified(then).unwrap();
}

#[test]
fn a_backup_that_is_missing_or_old_is_broken() {
    let identity = unseal::Identity::generate(&mut StdRng::seed_from_u64(5));
    let recipient = identity.recipient().encode();
    let installation = begun(&format!(
        "[backup]\nrecipients = [\"{recipient}\"]\nfolder = \"../backups\"\n"
    ));
    let folder = installation.folder.path().join("backups");
    let tells = |verdict, seen| assert_tells(&look(&installation, 0), verdict, "backup", seen);
    tells(Verdict::Broken, "No such file");
    std::fs::create_dir(&folder).unwrap();
    tells(Verdict::Broken, "there is none");
    let made = ginnel(&installation, &["backup", "--config", "CONFIG"]);
    assert!(made.status.success(), "{}", complained(&made));
    tells(Verdict::Well, "1 kept, the newest 0 hours old");
    let file = PathBuf::from(said(&made).trim());
    let old = folder.join("ginnel-2020-01-01.backup");
    std::fs::write(&old, b"").unwrap();
    // Without one of these days the clock may have leapt, and nothing would be deleted.
    let day = file.file_stem().unwrap().to_str().unwrap();
    let day: domain::Day = day.strip_prefix("ginnel-").unwrap().parse().unwrap();
    let yesterday = folder.join(format!("ginnel-{}.backup", day.plus(-1)));
    std::fs::write(&yesterday, b"").unwrap();
    let again = ginnel(&installation, &["backup", "--config", "CONFIG"]);
    assert!(said(&again).contains("-2.backup\n1 older backups deleted\n"));
    assert!(file.exists() && !old.exists());
    std::fs::remove_file(yesterday).unwrap();
    age(Path::new(said(&again).lines().next().unwrap()), 28);
    assert_eq!(file.parent().unwrap().file_name(), folder.file_name());
    age(&file, 27);
    tells(Verdict::Broken, "27 hours old");
    assert!(
        look(&installation, 0)
            .iter()
            .any(|one| one.what == "disk of the backups")
    );
}
