//! The settings in one file, wherever it lies, and what `config check` says of them.

use std::os::unix::fs::PermissionsExt;

use report::Lang;

use crate::installation::Installation;
use crate::operator::{complained, ginnel, said};

const CHECK: [&str; 6] = ["config", "check", "--config", "CONFIG", "--site", "SITE"];

#[test]
fn sound_settings_are_said_to_be_and_what_they_would_serve() {
    let installation = Installation::begun();
    let checked = ginnel(&installation, &CHECK);
    let lines = said(&checked);
    assert!(checked.status.success(), "{lines}");
    assert!(
        lines.contains("ok      public: http://127.0.0.1:0"),
        "{lines}"
    );
    assert!(lines.contains("police and council"), "{lines}");
    assert!(!lines.contains("broken"), "{lines}");
    let offered: Vec<_> = Lang::SHIPPED.iter().map(|lang| lang.name).collect();
    let unread: Vec<_> = Lang::SHIPPED
        .iter()
        .filter_map(Lang::awaiting_check)
        .collect();
    assert!(unread.contains(&"Polski".to_owned()), "{unread:?}");
    let languages = format!(
        "look    public.languages: {}; machine-made, not yet checked by a native reader: {}\n",
        offered.join(", "),
        unread.join(", ")
    );
    assert!(lines.contains(&languages), "{lines}");
    let settings = std::fs::read_to_string(installation.settings()).unwrap();
    let fewer = settings.replace("[public]\n", "[public]\nlanguages = [\"en\"]\n");
    std::fs::write(installation.settings(), fewer).unwrap();
    let lines = said(&ginnel(&installation, &CHECK));
    assert!(
        lines.contains("ok      public.languages: English\n"),
        "{lines}"
    );
}

#[test]
fn everything_that_is_wrong_is_said_with_how_to_mend_it() {
    let installation = Installation::begun();
    let data = installation.data();
    std::fs::remove_file(data.path().join("signin.key")).unwrap();
    std::fs::set_permissions(data.path(), PermissionsExt::from_mode(0o755)).unwrap();
    let without_site = ["config", "check", "--data", "DATA"];
    let checked = ginnel(&installation, &without_site);
    let lines = said(&checked);
    assert!(!checked.status.success());
    for broken in ["signin.key", "folders.data", "folders.site"] {
        let line = format!("broken  {broken}: ");
        assert!(lines.contains(&line), "{broken} {lines}");
    }
    let to_mend = lines
        .lines()
        .filter(|line| line.starts_with("broken") || line.starts_with("look"));
    assert_eq!(to_mend.count(), lines.matches("→").count());
    installation.write_settings("[staging]\nwindow_seconds = 0\n[limits]\nbnid = 1\n");
    let lines = said(&ginnel(&installation, &CHECK));
    assert!(lines.contains("bnid"), "{lines}");
    installation.write_settings("[staging]\nwindow_seconds = 0\n");
    let lines = said(&ginnel(&installation, &CHECK));
    assert!(lines.contains("broken  staging.window_seconds"), "{lines}");
}

#[test]
fn an_installation_begins_and_is_looked_after_with_its_settings_elsewhere() {
    let installation = Installation::begun();
    let folder = installation.folder.path();
    let [config, data] = ["etc.toml", "apart"].map(|name| folder.join(name));
    let [config, data] = [config, data].map(|path| path.display().to_string());
    let begun = ginnel(
        &installation,
        &["init", "--data", &data, "--config", &config],
    );
    assert!(begun.status.success(), "{}", complained(&begun));
    assert!(!std::path::Path::new(&data).join("ginnel.toml").exists());
    let list = ["officer", "list", "--config", &config];
    assert!(ginnel(&installation, &list).status.success());
    let [neither, both]: [&[&str]; 2] = [
        &["officer", "list"],
        &["officer", "list", "--config", &config, "--data", &data],
    ];
    for wrong in [neither, both] {
        assert!(!ginnel(&installation, wrong).status.success());
    }
}
