use cluster::Cluster;

use super::*;
use crate::tests::Two;

const GOOD: &str = include_str!("../../../../deploy/postgresql/ginnel.conf");
const PREPARE: &str = include_str!("../../../../deploy/postgresql/prepare.sql");
const BAD: &[&str] = &[
    "archive_mode=on",
    "archive_command=true",
    "wal_level=logical",
    "wal_keep_size=64MB",
    "track_commit_timestamp=on",
    "log_statement=all",
    "log_duration=on",
    "log_min_duration_statement=250",
    "log_min_duration_sample=100",
    "log_transaction_sample_rate=0.5",
    "log_parameter_max_length_on_error=-1",
    "debug_print_parse=on",
    "debug_print_rewritten=on",
    "debug_print_plan=on",
    "shared_preload_libraries=pg_stat_statements,auto_explain",
    "session_preload_libraries=auto_explain",
    "fsync=off",
    "full_page_writes=off",
    "zero_damaged_pages=on",
    "synchronous_commit=off",
    "password_encryption=md5",
];

/// A cluster as the file for operators sets it up.
fn good() -> Cluster {
    let settings = GOOD.lines().filter_map(|line| line.split_once(" = "));
    let settings = settings.map(|(name, value)| format!("{name}={}", value.trim_matches('\'')));
    let settings: Vec<String> = settings.collect();
    assert!(settings.len() > 25, "{settings:?}");
    Cluster::start(&settings.iter().map(String::as_str).collect::<Vec<_>>()).unwrap()
}

/// The statements and commands of the script for operators, each by itself.
fn preparing() -> Vec<String> {
    let lines = PREPARE.lines().filter(|line| !line.starts_with("--"));
    let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
    assert!(
        lines
            .iter()
            .all(|line| line.ends_with(';') || line.starts_with('\\'))
    );
    lines.into_iter().map(String::from).collect()
}

/// As the files for operators say; and the role they make can do all the service does.
#[tokio::test]
async fn a_server_set_up_as_described_leaves_nothing_to_complain_of() {
    let cluster = good();
    let preparing = preparing();
    let preparing: Vec<_> = preparing.iter().map(String::as_str).collect();
    cluster.run("postgres", &preparing).unwrap();
    let [store, wrappers] = ["ginnel", "ginnel_wrappers"].map(|name| {
        let folder = cluster.folder().display();
        let address = format!("postgres:///{name}?host={folder}&user=ginnel");
        address.parse().unwrap()
    });
    assert_eq!(complaints(&store, &wrappers).await.unwrap(), []);
    let open = crate::PostgresStore::open(&store, &wrappers).await.unwrap();
    let day = domain::Day(20_780);
    storage::IntakeStore::settle_intake(&open, day)
        .await
        .unwrap();
    let week = day.week();
    storage::WrapperStore::destroy_desk_epochs(&open, week)
        .await
        .unwrap();
}

#[test]
fn a_database_without_checksums_is_complained_of() {
    let settings = [("data_checksums".to_owned(), "off".to_owned())];
    let found = wrongly_set(Database::Store, &settings.into_iter().collect());
    let found: Vec<_> = found.iter().map(|one| (one.setting, one.weight)).collect();
    assert_eq!(found, [("data_checksums", Weight::Weak)]);
}

#[tokio::test]
async fn every_bad_setting_is_complained_of() {
    let cluster = Cluster::start(BAD).unwrap();
    let databases = Two::of(&cluster);
    let [store, wrappers] = databases.addresses();
    let slot = "select pg_create_physical_replication_slot('kept')";
    cluster.run("postgres", &[slot]).unwrap();
    let found = complaints(&store, &wrappers).await.unwrap();
    let mut worst = found.iter().map(|one| one.weight).rev();
    assert!(worst.clone().is_sorted() && worst.next() == Some(Weight::Weak));
    for bad in BAD.iter().filter(|one| !one.starts_with("archive_command")) {
        let (setting, _) = bad.split_once('=').unwrap();
        assert!(found.iter().any(|one| one.setting == setting), "{bad}");
    }
    for fact in [
        "the role",
        "a replication slot",
        "max_wal_senders",
        "wal_recycle",
    ] {
        assert!(found.iter().any(|one| one.setting == fact), "{fact}");
    }
    assert!(found.iter().all(|one| one.database == Database::Store));
    let said = found[0].to_string();
    assert!(
        said.starts_with("store: archive_mode is on: set archive_mode = off"),
        "{said}"
    );
}

/// Also of those that no test can set: an older server, another encoding.
#[test]
fn every_setting_is_complained_of_that_is_otherwise_than_wanted() {
    for wanted in WANTED {
        let otherwise = match wanted.setting {
            "wal_level" => "logical",
            "synchronous_commit" => "off",
            "server_version_num" => "140000",
            libraries if libraries.ends_with("_preload_libraries") => {
                "pg_stat_statements, auto_explain"
            }
            _ => "otherwise",
        };
        let setting = (wanted.setting.to_owned(), otherwise.to_owned());
        let found = wrongly_set(Database::Store, &[setting].into_iter().collect());
        let told = found.iter().any(|one| {
            one.setting == wanted.setting && one.weight == wanted.weight && one.mend == wanted.mend
        });
        assert!(told, "{}", wanted.setting);
    }
}

#[test]
fn a_library_is_known_by_whatever_path_it_is_loaded() {
    let loads = |library: &str| {
        let settings = [("local_preload_libraries".to_owned(), library.to_owned())];
        !wrongly_set(Database::Store, &settings.into_iter().collect()).is_empty()
    };
    for library in [
        "auto_explain",
        "a, \"$libdir/plugins/pgaudit\"",
        "$libdir/auto_explain",
    ] {
        assert!(loads(library), "{library}");
    }
    for library in ["", "pg_prewarm", "not_auto_explain"] {
        assert!(!loads(library), "{library}");
    }
}

#[tokio::test]
async fn a_role_that_may_little_and_wrappers_beside_the_store_are_complained_of() {
    let cluster = good();
    let databases = Two::of(&cluster);
    let name = databases.0[0].name();
    let (folder, owned) = (
        cluster.folder().display(),
        format!("alter database {name} owner to plain"),
    );
    cluster
        .run("postgres", &["create role plain login", &owned])
        .unwrap();
    cluster
        .run(name, &["create schema wrappers authorization plain"])
        .unwrap();
    let address = format!("postgres:///{name}?host={folder}&user=plain");
    let beside = format!("{address}&options[search_path]=wrappers");
    let found = complaints(&address.parse().unwrap(), &beside.parse().unwrap()).await;
    let found: Vec<_> = found.unwrap().iter().map(|one| one.setting).collect();
    let expected = ["the list of settings", "the end of a log file", "database"];
    assert_eq!(found, expected);
}
