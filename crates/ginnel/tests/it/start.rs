//! What it takes to start.

use ginnel::commands::{InitError, init};
use ginnel::{DatabaseError, FolderError, SettingsError, StartError};
use rand::SeedableRng;
use rand::rngs::StdRng;
use std::os::unix::fs::PermissionsExt;

use crate::ceremony::Person;
use crate::installation::{Installation, beginning, now};

#[test]
fn without_its_sign_in_key_it_refuses_to_start_and_says_what_to_do() {
    let installation = Installation::begun();
    let key = installation.data().path().join("signin.key");
    let bytes = std::fs::read(&key).unwrap();
    std::fs::remove_file(&key).unwrap();
    let refusal = installation.refusal();
    assert!(matches!(
        refusal,
        StartError::Folder(FolderError::NoSignInKey)
    ));
    assert!(refusal.to_string().contains("Restore it"), "{refusal}");
    std::fs::write(&key, &bytes[1..]).unwrap();
    std::fs::set_permissions(&key, PermissionsExt::from_mode(0o600)).unwrap();
    let refusal = installation.refusal();
    assert!(matches!(
        refusal,
        StartError::Folder(FolderError::BadSignInKey)
    ));
    std::fs::set_permissions(&key, PermissionsExt::from_mode(0o640)).unwrap();
    let refusal = installation.refusal();
    assert!(matches!(
        refusal,
        StartError::Folder(FolderError::OpenSignInKey)
    ));
}

#[test]
fn another_installations_folder_is_refused() {
    let (one, other) = (Installation::begun(), Installation::begun());
    std::fs::copy(other.settings(), one.settings()).unwrap();
    // Both were begun from the same seed, so the id is changed by hand.
    let text = std::fs::read_to_string(one.settings()).unwrap();
    let changed = text.replace(&one.inst.to_string(), &"ab".repeat(16));
    std::fs::write(one.settings(), changed).unwrap();
    let refusal = one.refusal();
    let named = matches!(
        refusal,
        StartError::Database(DatabaseError::OtherInstallation { .. })
    );
    assert!(named, "{refusal}");
    assert!(refusal.to_string().contains(&one.inst.to_string()));
}

#[test]
fn a_folder_nobody_began_is_refused_and_left_empty() {
    let installation = Installation::begun();
    let store = installation.data().path().join("store.sqlite");
    std::fs::remove_file(&store).unwrap();
    let refusal = installation.refusal();
    assert!(matches!(
        refusal,
        StartError::Database(DatabaseError::NotAnInstallation)
    ));
    assert!(!store.exists());
}

#[test]
fn a_demonstration_is_served_on_this_machine_only() {
    let installation = Installation::begun();
    std::fs::create_dir(installation.data().path().join("demo")).unwrap();
    drop(installation.serve());
    let path = installation.settings();
    let mut settings: toml::Table = std::fs::read_to_string(&path).unwrap().parse().unwrap();
    let public = settings["public"].as_table_mut().unwrap();
    public.insert("bind".into(), "0.0.0.0:0".into());
    public.insert("reachable_from_elsewhere".into(), true.into());
    std::fs::write(&path, settings.to_string()).unwrap();
    let refusal = installation.refusal();
    assert!(matches!(refusal, StartError::Demonstration), "{refusal}");
}

#[test]
fn without_pinned_authorities_it_refuses_to_start() {
    let installation = Installation::begun();
    let path = installation.settings();
    let text = std::fs::read_to_string(&path).unwrap();
    let unpinned = text.lines().filter(|line| !line.starts_with("authorities"));
    let unpinned: Vec<_> = unpinned.collect();
    std::fs::write(&path, unpinned.join("\n")).unwrap();
    let refusal = installation.refusal();
    let settings = matches!(refusal, StartError::Settings(SettingsError::Values(_)));
    assert!(settings, "{refusal}");
}

#[test]
fn beginning_again_changes_nothing_and_is_refused_once_somebody_enrolled() {
    let installation = Installation::begun();
    let again = |seed| {
        let rng = &mut StdRng::seed_from_u64(seed);
        now(init(beginning(installation.data().path()), rng))
    };
    let key = installation.data().path().join("signin.key");
    let before = std::fs::read(&key).unwrap();
    assert_eq!(again(9).unwrap(), installation.inst);
    assert_eq!(std::fs::read(&key).unwrap(), before);
    let person = Person {
        seed: 1,
        role: domain::Role::Officer,
    };
    person.enrol(&installation);
    std::fs::remove_file(&key).unwrap();
    assert!(matches!(again(10), Err(InitError::Begun(_))));
    assert!(!key.exists());
}

#[test]
fn what_is_secret_is_for_this_user_alone() {
    let installation = Installation::begun();
    let mode = |name: &str| {
        let path = installation.data().path().join(name);
        std::fs::metadata(path).unwrap().permissions().mode() & 0o077
    };
    for name in [
        "",
        "signin.key",
        "store.sqlite",
        "wrappers.sqlite",
        "staging",
    ] {
        assert_eq!(mode(name), 0, "{name}");
    }
}
