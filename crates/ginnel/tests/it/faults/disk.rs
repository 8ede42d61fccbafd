//! Disks that are full, or cannot be written: made of memory, for one process alone.

use std::io::{BufRead, BufReader, Lines};
use std::net::SocketAddr;
use std::process::{Child, ChildStderr, Command, Stdio};

use super::*;

/// A server with mounts of its own.
struct Apart {
    process: Child,
    log: Lines<BufReader<ChildStderr>>,
}

/// Whether this user may mount anything for a process alone. In CI it must be so.
fn may_mount() -> bool {
    let tried = Command::new("unshare").args(["--mount", "true"]).output();
    let may = tried.is_ok_and(|ran| ran.status.success());
    assert!(
        may || std::env::var_os("CI").is_none(),
        "no mount can be made"
    );
    may
}

impl Apart {
    /// Serves after this was done, in which `$1` is the data folder.
    fn serve(installation: &Installation, first: &str) -> Self {
        let serve = format!("{first} && exec \"$0\" serve --data \"$1\" --site \"$2\"");
        let mut command = Command::new("unshare");
        command.args(["--mount", "sh", "-c", &serve]);
        command.arg(env!("CARGO_BIN_EXE_ginnel"));
        command.arg(installation.data().path());
        let mut process = command
            .arg(installation.site())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let log = BufReader::new(process.stderr.take().unwrap()).lines();
        Self { process, log }
    }

    fn listens(&mut self) -> SocketAddr {
        let listening = self.log.find_map(|line| {
            let line = line.unwrap();
            let (_, address) = line.split_once("listening public=")?;
            address.split(' ').next()?.parse().ok()
        });
        listening.unwrap()
    }

    /// Does something where the server is.
    fn inside(&self, script: &str) {
        let target = self.process.id().to_string();
        let mut nsenter = Command::new("nsenter");
        nsenter.args(["--mount", "--target", &target, "sh", "-c", script]);
        assert!(nsenter.status().unwrap().success());
    }

    /// Asks it to end. Answers whether it ended well, and the rest of what it said.
    fn stop(mut self) -> (bool, String) {
        let id = self.process.id().to_string();
        let asked = Command::new("kill").args(["-TERM", &id]).status().unwrap();
        assert!(asked.success());
        let ended = self.process.wait().unwrap();
        let rest: Vec<String> = self.log.map(|line| line.unwrap()).collect();
        (ended.success(), rest.join("\n"))
    }
}

#[test]
fn a_full_disk_acknowledges_nothing_and_tips_are_taken_again_when_there_is_room() {
    if !may_mount() {
        return;
    }
    let installation = open();
    let long = SETTINGS.replace("window_seconds = 1", "window_seconds = 600");
    installation.write_settings(&long);
    fs::create_dir_all(installation.data().staging()).unwrap();
    let small = "mount -t tmpfs -o size=3m none \"$1/staging\" &&
        head -c 1000000 /dev/zero > \"$1/staging/filler\"";
    let mut server = Apart::serve(&installation, small);
    let public = server.listens();
    let mut acknowledged = BTreeSet::new();
    let refused = (0..200).find_map(|seed| {
        let answer = post_frame(public, seed);
        if answer.status == 202 {
            acknowledged.insert(seed);
            return None;
        }
        Some(answer)
    });
    let refused = refused.unwrap();
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (503, "unavailable")
    );
    assert!(acknowledged.len() > 10, "{acknowledged:?}");
    for seed in 200..205 {
        assert_eq!(post_frame(public, seed).status, 503, "still full");
    }
    let filler = installation.data().staging().join("filler");
    server.inside(&format!("rm {}", filler.display()));
    for seed in 205..210 {
        assert_eq!(post_frame(public, seed).status, 202, "there is room");
        acknowledged.insert(seed);
    }
    let (ended_well, said) = server.stop();
    assert!(ended_well, "{said}");
    // When the window is over, and once: a line for each would say when somebody sent a tip.
    let told = said.matches("frames could not be made durable").count();
    assert_eq!(told, 1, "{said}");
    let lost: Vec<_> = acknowledged
        .difference(&stored(&installation))
        .copied()
        .collect();
    assert_eq!(lost, [0; 0]);
}

#[test]
fn where_nothing_can_be_written_it_does_not_start_and_says_so() {
    if !may_mount() {
        return;
    }
    let installation = open();
    let read_only = "mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\"";
    let server = Apart::serve(&installation, read_only);
    let said: Vec<String> = server.log.map(|line| line.unwrap()).collect();
    let mut process = server.process;
    assert!(!process.wait().unwrap().success());
    let last = said.last().unwrap();
    assert!(last.starts_with("ginnel: ") && said.len() == 1, "{said:?}");
    assert!(last.contains("database did not open"), "{last}");
}
