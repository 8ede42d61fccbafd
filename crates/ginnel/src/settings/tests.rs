use notes::{Signer, SigningKey};

use super::*;

const HEAD: &str = "[installation]\nid = \"00112233445566778899aabbccddeeff\"\nname = \"Test\"\n";

fn problem(rest: &str) -> String {
    let parsed = Settings::parse(&format!("{HEAD}{rest}"));
    parsed.map_or_else(|error| error.to_string(), |_| String::new())
}

#[test]
fn an_installation_needs_no_more_than_its_id_and_name() {
    let settings = Settings::parse(HEAD).unwrap();
    assert!(settings.public.bind.ip().is_loopback() && settings.staff.bind.ip().is_loopback());
    assert_eq!(settings.staging.window_seconds, 120);
    assert!(settings.authorities().is_err());
}

#[test]
fn each_priority_has_a_clock_of_its_own_unless_the_settings_say_otherwise() {
    let of = |rest: &str| {
        Settings::parse(&format!("{HEAD}{rest}"))
            .unwrap()
            .triage
            .clocks
    };
    assert_eq!(of(""), domain::Clocks::default());
    let clocks = of("[triage.clocks]\np1_minutes = 5\n");
    assert_eq!((clocks.p1_minutes, clocks.p2_minutes), (5, 240));
}

#[test]
fn things_are_kept_as_long_as_the_settings_say() {
    let of = |rest: &str| Settings::parse(&format!("{HEAD}{rest}")).unwrap().retention;
    assert_eq!((of("").vault_days, of("").report_months), (90, 72));
    let set = of("[retention]\nvault_days = 30\nreport_months = 24\n");
    assert_eq!((set.vault_days, set.report_months), (30, 24));
}

#[test]
fn a_translator_is_asked_over_tls_or_on_this_machine_and_is_nobody_unless_set() {
    let set = |line: &str| Settings::parse(&format!("{HEAD}[triage]\n{line}\n"));
    assert_eq!(set("").unwrap().triage.translator, None);
    let settings = set("translator = \"https://translate.example.org\"").unwrap();
    let translator = settings.triage.translator.unwrap();
    assert_eq!(translator.origin(), "https://translate.example.org");
    let wrong = problem("[triage]\ntranslator = \"http://translate.example.org\"\n");
    assert!(
        wrong.contains("line 5") && wrong.contains("https://"),
        "{wrong}"
    );
    assert!(!wrong.contains("example.org"), "{wrong}");
}

#[test]
fn an_unknown_word_a_wrong_kind_and_a_missing_id_are_errors() {
    for wrong in [
        "[public]\nbnid = \"127.0.0.1:1\"\n",
        "[publik]\n",
        "[public]\nbind = 8080\n",
        "[limits]\ntips = { burst = 1 }\n",
        "[limits.tips]\nburst = 1\nevery_ms = 1\nmore = 1\n",
    ] {
        assert!(!problem(wrong).is_empty(), "{wrong}");
    }
    assert!(Settings::parse("[installation]\nname = \"x\"\n").is_err());
    assert!(Settings::parse(&HEAD.replace("00", "zz")).is_err());
}

#[test]
fn values_that_make_no_sense_are_named_by_their_place() {
    let wrong = [
        ("[public]\nbind = \"0.0.0.0:80\"\n", "public.bind"),
        ("[staff]\nbind = \"192.0.2.1:80\"\n", "staff.bind"),
        ("[public]\nlanguages = []\n", "public.languages"),
        (
            "[public]\nlanguages = [\"en\", \"tlh\"]\n",
            "public.languages",
        ),
        (
            "[public]\nlanguages = [\"pl\", \"pl\"]\n",
            "public.languages",
        ),
        (
            "[public]\nexit_url = \"http://example.org\"\n",
            "public.exit_url",
        ),
        (
            "[public]\nexit_url = \"javascript:alert(1)\"\n",
            "public.exit_url",
        ),
        (
            "[public]\ntrusted_proxies = [\"10.0.0.0/99\"]\n",
            "public.trusted_proxies",
        ),
        ("[public]\nonion = \"http://short.onion\"\n", "public.onion"),
        ("[staging]\nwindow_seconds = 0\n", "staging.window_seconds"),
        (
            "[staging]\nwindow_seconds = 601\n",
            "staging.window_seconds",
        ),
        ("[staff]\nidle_seconds = 0\n", "staff.idle_seconds"),
        ("[triage.clocks]\np1_minutes = 0\n", "triage.clocks"),
        ("[triage.clocks]\np2_minutes = 14\n", "triage.clocks"),
        ("[retention]\nvault_days = 6\n", "retention"),
        ("[retention]\nreport_months = 121\n", "retention"),
        ("[limits]\ntips = { burst = 0, every_ms = 5 }\n", "limits"),
    ];
    for (text, place) in wrong {
        let problem = problem(text);
        assert!(problem.contains(place), "{text} {problem}");
    }
    let meant = "[public]\nbind = \"0.0.0.0:80\"\nreachable_from_elsewhere = true\n";
    assert_eq!(problem(meant), "");
}

#[test]
fn everything_that_is_wrong_is_named_at_once_and_bad_form_by_its_line() {
    let both = problem("[public]\nbind = \"0.0.0.0:80\"\n[staging]\nwindow_seconds = 0\n");
    for place in ["public.bind", "staging.window_seconds"] {
        assert!(both.contains(place), "{both}");
    }
    let line = problem("[public]\nbnid = \"127.0.0.1:1\"\n");
    assert!(line.contains("line 5") && line.contains("bnid"), "{line}");
}

#[test]
fn relative_folders_are_beside_the_settings_and_so_is_data_unless_said() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("any.toml");
    let read = |rest: &str| {
        std::fs::write(&file, format!("{HEAD}{rest}")).unwrap();
        Settings::read(&file).unwrap().folders
    };
    let unsaid = read("");
    assert_eq!(
        (unsaid.data.unwrap(), unsaid.site),
        (folder.path().into(), None)
    );
    let said = read("[folders]\ndata = \"data\"\nsite = \"/usr/share/site\"\n");
    assert_eq!(said.data.unwrap(), folder.path().join("data"));
    assert_eq!(said.site.unwrap(), std::path::Path::new("/usr/share/site"));
}

/// The dotted names of all settings; of a list's entries, those of the first.
fn names(value: &serde_json::Value, before: &str) -> Vec<String> {
    match value {
        serde_json::Value::Object(map) if !before.starts_with("limits.") => {
            let inner = map.iter().flat_map(|(key, value)| {
                let dot = if before.is_empty() { "" } else { "." };
                names(value, &format!("{before}{dot}{key}"))
            });
            inner.collect()
        }
        _ => vec![before.to_owned()],
    }
}

#[test]
fn the_example_names_every_setting_and_says_what_it_is_unless_changed() {
    let example = include_str!("../../../../deploy/ginnel.toml");
    let active = Settings::parse(example).unwrap();
    let uncommented: Vec<&str> = example
        .lines()
        .map(|line| match line.strip_prefix('#') {
            Some(setting) if !setting.starts_with(' ') => setting,
            _ => line,
        })
        .collect();
    let uncommented = uncommented.join("\n");
    let table: toml::Table = uncommented.parse().unwrap();
    let mut named = names(&serde_json::to_value(table).unwrap(), "");
    let read = Settings::parse(&uncommented).unwrap();
    let mut all = names(&serde_json::to_value(&read).unwrap(), "");
    named.sort();
    all.sort();
    assert_eq!(named, all);
    assert_eq!(read.limits, active.limits);
    assert_eq!(read.staging.window_seconds, active.staging.window_seconds);
    assert_eq!(read.public.exit_url, active.public.exit_url);
    assert_eq!(read.public.languages, active.public.languages);
}

#[test]
fn an_authority_is_pinned_by_its_whole_key_under_its_own_name() {
    let signer = Signer::new("council", SigningKey::from_seed(&[7; 32])).unwrap();
    let key = signer.authority().to_string();
    let pinned = |name: &str, key: &str| {
        let line = format!("{{ name = \"{name}\", key = \"{key}\" }}");
        Settings::parse(&format!("{HEAD}authorities = [{line}]\n"))
            .unwrap()
            .authorities()
    };
    assert!(pinned("council", &key).is_ok());
    assert!(pinned("police", &key).is_err());
    assert!(pinned("council", "council+00000000+AAAA").is_err());
    let twice = format!(
        "{HEAD}authorities = [{0}, {0}]\n",
        format_args!("{{ name = \"council\", key = \"{key}\" }}")
    );
    assert!(Settings::parse(&twice).unwrap().authorities().is_err());
}

#[test]
fn a_storage_of_files_is_reached_by_tls_or_is_on_this_machine() {
    let named = |endpoint: &str| {
        let rest = "region = \"x\"\nbucket = \"x\"\nfolder = \"x\"\naccess_key_id = \"x\"\nsecret_access_key_file = \"x\"\n";
        let found = problem(&format!("[blobs.s3]\nendpoint = \"{endpoint}\"\n{rest}"));
        assert!(
            found.is_empty() || found.contains("blobs.s3.endpoint"),
            "{found}"
        );
        !found.is_empty()
    };
    for good in [
        "https://s3.example.org",
        "http://127.0.0.1:9000",
        "http://[::1]:9000",
    ] {
        assert!(!named(good), "{good}");
    }
    for bad in [
        "http://s3.example.org",
        "http://10.0.0.1:9000",
        "s3.example.org",
        "",
    ] {
        assert!(named(bad), "{bad}");
    }
}
