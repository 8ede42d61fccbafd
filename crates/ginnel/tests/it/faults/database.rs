//! A database that goes away and comes back.

use std::net::TcpListener;
use std::os::unix::net::UnixListener;
use std::process::Command;
use std::sync::mpsc;

use cluster::Cluster;

use super::*;
use crate::operator::{complained, ginnel, said};
use crate::postgres::{POSTGRES, url_files, write_secret};

/// Open for tips, with its store in this cluster.
fn kept_in(cluster: &Cluster) -> Installation {
    let databases = [(); 2].map(|()| cluster.database().unwrap());
    let mut installation = Installation::begun();
    let data = installation.data().path().to_owned();
    for file in ["store.sqlite", "wrappers.sqlite"] {
        fs::remove_file(data.join(file)).unwrap();
    }
    url_files(&data, databases.each_ref());
    // They go with the cluster.
    std::mem::forget(databases);
    let settings = format!("{SETTINGS}{POSTGRES}");
    installation.write_settings(&settings);
    let begun = ginnel(&installation, &["init", "--data", "DATA"]);
    installation.inst = said(&begun).trim().parse().unwrap();
    installation.write_settings(&settings);
    opened(&installation);
    installation
}

#[test]
fn while_the_database_is_away_tips_are_taken_and_they_are_in_it_once_it_is_back() {
    let cluster = Cluster::start(&["fsync=off"]).unwrap();
    let installation = kept_in(&cluster);
    let serving = installation.serve();
    assert_eq!(post_frame(serving.public, 1).status, 202);
    until("the first frame", || stored(&installation).contains(&1));
    cluster.stop().unwrap();
    for seed in 2..6 {
        assert_eq!(post_frame(serving.public, seed).status, 202);
    }
    until("somebody who notices", || !has_store(&serving));
    assert!(is_ready(&serving), "for tips");
    assert_eq!(get(serving.public, "/health").status, 200);
    until("a word about it", || {
        log::everything().contains("a window waits on disk and is tried again")
    });
    assert_eq!(post_frame(serving.public, 6).status, 202, "known by all");
    assert_eq!(post_frame(serving.public, 2).status, 202, "once more");
    cluster.start_again().unwrap();
    let all = BTreeSet::from([1, 2, 3, 4, 5, 6]);
    until("all frames", || stored(&installation) == all);
    until("everything well", || has_store(&serving));
    serving.stop();
    let days = now(installation.opened().store.intake_count_by_day()).unwrap();
    let frames: u64 = days.iter().map(|day| day.frames).sum();
    assert_eq!(frames, 6, "none twice");
}

/// The status, or none if nobody answered for so long that a machine that watches would give up.
fn health_in_time(serving: &Serving) -> Option<u16> {
    let (tell, told) = mpsc::channel();
    let public = serving.public;
    std::thread::spawn(move || tell.send(get(public, "/health").status));
    told.recv_timeout(Duration::from_secs(2)).ok()
}

#[test]
fn nobody_who_asks_for_health_waits_for_a_database_that_hangs() {
    let cluster = Cluster::start(&["fsync=off"]).unwrap();
    let installation = kept_in(&cluster);
    let serving = installation.serve();
    assert_eq!(health_in_time(&serving), Some(200));
    cluster.stop().unwrap();
    // Whoever asks the database now waits until they give up.
    let socket = cluster.folder().join(".s.PGSQL.5432");
    let silent = UnixListener::bind(&socket).unwrap();
    until("somebody who notices", || {
        assert_eq!(health_in_time(&serving), Some(200));
        !has_store(&serving)
    });
    for _ in 0..70 {
        // Longer than any answer is believed.
        assert_eq!(health_in_time(&serving), Some(200));
        std::thread::sleep(Duration::from_millis(100));
    }
    assert!(is_ready(&serving), "for tips");
    drop(silent);
    fs::remove_file(&socket).unwrap();
    cluster.start_again().unwrap();
    until("the database", || has_store(&serving));
    serving.stop();
}

#[test]
fn a_server_that_stops_while_the_database_is_away_hands_over_at_its_next_start() {
    let cluster = Cluster::start(&["fsync=off"]).unwrap();
    let installation = kept_in(&cluster);
    let serving = installation.serve();
    assert_eq!(get(serving.public, "/health").status, 200);
    cluster.stop().unwrap();
    assert_eq!(post_frame(serving.public, 1).status, 202);
    serving.stop();
    let serve = ["serve", "--data", "DATA", "--site", "SITE"];
    let refused = complained(&ginnel(&installation, &serve));
    assert!(refused.contains("database does not answer"), "{refused}");
    cluster.start_again().unwrap();
    let serving = installation.serve();
    until("the frame", || stored(&installation).contains(&1));
    serving.stop();
}

#[test]
fn told_to_end_while_it_still_waits_for_its_database_it_ends_well() {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = silent.local_addr().unwrap();
    let installation = Installation::begun();
    installation.write_settings(POSTGRES);
    for file in ["store", "wrappers"] {
        let url = format!("postgres://ginnel@{address}/{file}");
        write_secret(
            &installation.data().path().join(format!("{file}.url")),
            &url,
        );
    }
    let mut server = Command::new(env!("CARGO_BIN_EXE_ginnel"))
        .args(["serve", "--data"])
        .arg(installation.data().path())
        .arg("--site")
        .arg(installation.site())
        .spawn()
        .unwrap();
    // It has come to the database, and is kept there.
    let _asked = silent.accept().unwrap();
    let terminate = ["-TERM", &server.id().to_string()];
    assert!(
        Command::new("kill")
            .args(terminate)
            .status()
            .unwrap()
            .success()
    );
    let ended = server.wait().unwrap();
    assert!(ended.success(), "{ended}");
}
