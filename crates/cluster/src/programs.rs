//! Where `PostgreSQL`'s programs lie, and who may run them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::ClusterError;

/// The folder of `PostgreSQL`'s programs: the newest of Debian's, or one of the search path's.
pub fn programs() -> Result<PathBuf, ClusterError> {
    let debian = fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
    let mut debian: Vec<(u32, PathBuf)> = debian
        .flatten()
        .filter_map(|entry| {
            let version = entry.file_name().to_str()?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .collect();
    debian.sort();
    let searched = std::env::var_os("PATH").unwrap_or_default();
    let debian = debian.into_iter().rev().map(|(_, folder)| folder);
    debian
        .chain(std::env::split_paths(&searched))
        .find(|folder| folder.join("initdb").is_file() && folder.join("pg_ctl").is_file())
        .ok_or(ClusterError::NotInstalled)
}

/// A shell for the server, which refuses to run as root: then it runs as Debian's `postgres`.
pub(crate) fn shell() -> Command {
    let is_root = fs::metadata("/proc/self").is_ok_and(|own| owner(&own) == 0);
    if !is_root {
        return Command::new("sh");
    }
    let mut command = Command::new("setpriv");
    command.args([
        "--reuid=postgres",
        "--regid=postgres",
        "--clear-groups",
        "sh",
    ]);
    command
}

/// A folder the server's user can reach too.
pub(crate) fn temporary() -> &'static Path {
    Path::new("/tmp")
}

#[cfg(unix)]
fn owner(metadata: &fs::Metadata) -> u32 {
    std::os::unix::fs::MetadataExt::uid(metadata)
}

#[cfg(not(unix))]
fn owner(_: &fs::Metadata) -> u32 {
    1
}
