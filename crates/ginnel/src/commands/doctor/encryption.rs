//! The disk the data lies on: whether what is taken out of it can be read.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use crate::findings::Finding;
use crate::settings::Backend;

const WHAT: &str = "disk encryption";
const MEND: &str = "put the data on a disk that is encrypted (LUKS): what was deleted stays on a bare one \
    until it is written over";
/// What the kernel calls the layers that encrypt; it names those alike that only find what was changed.
const ENCRYPT: [&str; 6] = [
    "LUKS1-", "LUKS2-", "PLAIN-", "BITLK-", "TCRYPT-", "LOOPAES-",
];
/// Layer upon layer, and no further.
const DEEPEST: u32 = 8;
/// Names that machines give themselves which run within others.
const VIRTUAL: [&str; 9] = [
    "QEMU",
    "KVM",
    "VMware",
    "VirtualBox",
    "Xen",
    "Virtual Machine",
    "Amazon EC2",
    "Google Compute Engine",
    "OpenStack",
];

/// What lies beneath a block device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layers {
    /// Everything is written through an encrypted one.
    Encrypted,
    /// A part is written as it is.
    Bare,
    /// It cannot be seen.
    Unknown,
}

/// Looks beneath the disk the data folder lies on, and says of a database elsewhere that nobody can.
pub(super) fn look(root: &Path, folder: &Path, backend: Backend) -> Vec<Finding> {
    let elsewhere = match backend {
        Backend::Sqlite => None,
        Backend::Postgres => {
            let seen = "where PostgreSQL keeps what it is given cannot be seen from here";
            let mend = "`show data_directory` names its folder: look with `lsblk --fs` whether somewhere \
                beneath stands crypto_LUKS";
            Some(Finding::look(WHAT, seen, mend))
        }
    };
    [Some(beneath_folder(root, folder)), elsewhere]
        .into_iter()
        .flatten()
        .collect()
}

/// Looks beneath the disk this folder lies on, in what the kernel says of it under that root.
fn beneath_folder(root: &Path, folder: &Path) -> Finding {
    let device = fs::metadata(folder).map(|found| found.dev());
    let layers = device.map_or(Layers::Unknown, |device| {
        let (major, minor) = (rustix::fs::major(device), rustix::fs::minor(device));
        let name = format!("sys/dev/block/{major}:{minor}");
        fs::canonicalize(root.join(name)).map_or(Layers::Unknown, |at| beneath(&at, DEEPEST))
    });
    match layers {
        Layers::Encrypted => Finding::well(WHAT, "the data folder lies on an encrypted disk"),
        Layers::Unknown => {
            let seen = "what the data's disk is made of cannot be seen from here";
            Finding::look(
                WHAT,
                seen,
                "`lsblk --fs` shows it: somewhere beneath stands crypto_LUKS",
            )
        }
        Layers::Bare if is_virtual(root) => {
            let seen =
                "this machine encrypts nothing; it is a virtual one, whose host may do it below";
            Finding::look(
                WHAT,
                seen,
                "ask whoever runs the host, or encrypt the disk here",
            )
        }
        Layers::Bare => Finding::broken(
            WHAT,
            "the data folder lies on a disk that is not encrypted",
            MEND,
        ),
    }
}

/// The device itself, or else all that it is made of.
fn beneath(device: &Path, deep: u32) -> Layers {
    let kind = fs::read_to_string(device.join("dm/uuid")).unwrap_or_default();
    let layer = kind.strip_prefix("CRYPT-").unwrap_or_default();
    if ENCRYPT.iter().any(|begin| layer.starts_with(begin)) {
        return Layers::Encrypted;
    }
    let Some(deeper) = deep.checked_sub(1) else {
        return Layers::Unknown;
    };
    if device.join("partition").exists() {
        return device
            .parent()
            .map_or(Layers::Unknown, |whole| beneath(whole, deeper));
    }
    if device.join("loop").exists() {
        return Layers::Unknown;
    }
    let slaves = fs::read_dir(device.join("slaves"))
        .into_iter()
        .flatten()
        .flatten();
    let slaves = slaves.map(|slave| {
        let device = fs::canonicalize(slave.path());
        device.map_or(Layers::Unknown, |at| beneath(&at, deeper))
    });
    slaves.reduce(both).unwrap_or(Layers::Bare)
}

/// A part that is bare is enough.
const fn both(one: Layers, other: Layers) -> Layers {
    match (one, other) {
        (Layers::Bare, _) | (_, Layers::Bare) => Layers::Bare,
        (Layers::Unknown, _) | (_, Layers::Unknown) => Layers::Unknown,
        (Layers::Encrypted, Layers::Encrypted) => Layers::Encrypted,
    }
}

fn is_virtual(root: &Path) -> bool {
    let read = |file: &str| fs::read_to_string(root.join(file)).unwrap_or_default();
    let named =
        ["sys_vendor", "product_name"].map(|file| read(&format!("sys/class/dmi/id/{file}")));
    let says = |name: &String| VIRTUAL.iter().any(|known| name.contains(known));
    let flags = read("proc/cpuinfo");
    named.iter().any(says) || flags.split_whitespace().any(|flag| flag == "hypervisor")
}

#[cfg(test)]
mod tests;
