//! What is restored, of what, and what is not.

use domain::{Clock, Desk, Role, UnixSeconds};
use ginnel::commands::{Invited, invite};
use notes::{Signer, SigningKey};
use storage::{NewSession, OfficerState, TokenHash};

use super::*;

fn left(installation: &Installation) -> usize {
    let data = installation.data();
    fs::read_dir(data.path()).map_or(0, Iterator::count)
}

#[test]
fn nobody_is_signed_in_approved_or_invited_until_the_next_import() {
    let installation = populated();
    let store = installation.opened().store;
    let (token, begin) = (TokenHash([9; 32]), SystemClock.now());
    let session = NewSession {
        token,
        officer: AMINA.id(),
        created: begin,
        expires: begin.plus(6_000),
        idle_seconds: 6_000,
    };
    now(store.start_session(session)).unwrap();
    let invited = Invited {
        name: "ben".parse().unwrap(),
        role: Role::Officer,
        desks: vec![Desk::Triage],
    };
    let rng = &mut StdRng::seed_from_u64(6);
    now(invite(&installation.opened(), invited, &SystemClock, rng)).unwrap();
    let opened = open(&back_up(&installation, installation.folder.path()));
    lose(&installation);
    let restored = restore(&installation, &opened);
    assert!(restored.status.success(), "{}", complained(&restored));
    let store = installation.opened().store;
    assert_eq!(now(store.session(token, begin)).unwrap(), None);
    assert_eq!(now(store.invitations(UnixSeconds(0))).unwrap(), []);
    let state = || now(store.officer(AMINA.id())).unwrap().unwrap().state;
    assert_eq!(state(), OfficerState::Enrolled);
    let folder = Ceremony::with_triage(&[AMINA]).write(&installation);
    now(import(&installation.opened(), &folder, &SystemClock)).unwrap();
    assert_eq!(state(), OfficerState::Approved);
}

#[test]
fn a_backup_whose_pages_would_trust_other_keys_is_not_restored() {
    let installation = populated();
    let opened = open(&back_up(&installation, installation.folder.path()));
    lose(&installation);
    let [police, council] = &installation.signers;
    let lines = [police, council].map(|signer| signer.authority().to_string());
    let refused = |said: &[String], reason: &str| {
        let output = restore_of(&installation, &opened, said);
        let complaint = complained(&output);
        assert!(
            !output.status.success() && complaint.contains(reason),
            "{complaint}"
        );
        assert!(
            lines.iter().all(|line| complaint.contains(line)),
            "{complaint}"
        );
        assert_eq!(left(&installation), 0);
    };
    refused(&[], "--authority LINE");
    refused(&lines[..1], "not who was named");
    let other = Signer::new("council", SigningKey::from_seed(&[77; 32])).unwrap();
    let other = other.authority().to_string();
    refused(&[lines[0].clone(), other.clone()], "not who was named");
    refused(&[lines.as_slice(), &[other]].concat(), "not who was named");
    let output = restore_of(&installation, &opened, &["no line".to_owned()]);
    assert_eq!(output.status.code(), Some(2));
    let swapped = [lines[1].clone(), lines[0].clone()];
    assert!(
        restore_of(&installation, &opened, &swapped)
            .status
            .success()
    );
}

#[test]
fn what_is_no_sound_backup_is_not_restored_and_nothing_is_left() {
    let installation = populated();
    let opened = open(&back_up(&installation, installation.folder.path()));
    let full = restore(&installation, &opened);
    assert!(
        complained(&full).contains("is not empty"),
        "{}",
        complained(&full)
    );
    lose(&installation);
    let refused = |reason: &str| {
        let output = restore(&installation, &opened);
        assert!(!output.status.success());
        let complaint = complained(&output);
        assert!(complaint.contains(reason), "{reason}: {complaint}");
        assert_eq!(left(&installation), 0, "{reason}");
    };
    let settings = opened.join("ginnel.toml");
    let sound = fs::read_to_string(&settings).unwrap();
    let elsewhere = format!("[folders]\ndata = \"/elsewhere\"\n{sound}");
    fs::write(&settings, elsewhere).unwrap();
    refused("/elsewhere");
    let other = sound.replace(&installation.inst.to_string(), &"ab".repeat(16));
    fs::write(&settings, other).unwrap();
    refused("do not belong to its store");
    fs::write(&settings, &sound).unwrap();
    let store = opened.join("store.sqlite");
    let whole = fs::read(&store).unwrap();
    let mut damaged = whole.clone();
    let middle = damaged.len() / 2;
    damaged[middle..].fill(0xaa);
    fs::write(&store, &damaged).unwrap();
    let output = restore(&installation, &opened);
    assert!(!output.status.success());
    assert_eq!(left(&installation), 0);
    fs::write(&store, &whole).unwrap();
    fs::remove_file(opened.join("backup.txt")).unwrap();
    refused("no opened backup");
}
