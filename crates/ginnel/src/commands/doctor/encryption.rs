//! The disk the data lies on: whether what is taken out of it can be read.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use crate::findings::Finding;

const WHAT: &str = "disk encryption";
const MEND: &str = "put the data on a disk that is encrypted (LUKS): what was deleted stays on a bare one \
    until it is written over";
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

/// Looks beneath the disk this folder lies on, in what the kernel says of it under that root.
pub(super) fn look(root: &Path, folder: &Path) -> Finding {
    let device = fs::metadata(folder).map(|found| found.dev());
    let layers = device.map_or(Layers::Unknown, |device| {
        let (major, minor) = (rustix::fs::major(device), rustix::fs::minor(device));
        let name = format!("sys/dev/block/{major}:{minor}");
        fs::canonicalize(root.join(name)).map_or(Layers::Unknown, |at| beneath(&at, DEEPEST))
    });
    match layers {
        Layers::Encrypted => Finding::well(WHAT, "the data lies on an encrypted disk"),
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
        Layers::Bare => {
            Finding::broken(WHAT, "the data lies on a disk that is not encrypted", MEND)
        }
    }
}

/// The device itself, or else all that it is made of.
fn beneath(device: &Path, deep: u32) -> Layers {
    let kind = fs::read_to_string(device.join("dm/uuid")).unwrap_or_default();
    if kind.starts_with("CRYPT-") {
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
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;
    use crate::findings::Verdict;

    /// A machine whose data lies on `data`, a device among these, each with what it is made of.
    struct Machine(tempfile::TempDir);

    impl Machine {
        fn of(devices: &[(&str, &str, &[&str])]) -> Self {
            let machine = Self(tempfile::tempdir().unwrap());
            let at = |name: &str| machine.0.path().join("sys/devices").join(name);
            for (name, uuid, slaves) in devices {
                fs::create_dir_all(at(name).join("slaves")).unwrap();
                if !uuid.is_empty() {
                    machine.says(&format!("sys/devices/{name}/dm/uuid"), uuid);
                }
                for slave in *slaves {
                    let link = at(name).join("slaves").join(slave.replace('/', "-"));
                    symlink(at(slave), link).unwrap();
                }
            }
            let device = fs::metadata(machine.0.path()).unwrap().dev();
            let (major, minor) = (rustix::fs::major(device), rustix::fs::minor(device));
            let list = machine.0.path().join("sys/dev/block");
            fs::create_dir_all(&list).unwrap();
            symlink(at("data"), list.join(format!("{major}:{minor}"))).unwrap();
            machine
        }

        fn says(&self, file: &str, text: &str) {
            let file = self.0.path().join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }

        fn verdict(&self) -> Verdict {
            look(self.0.path(), self.0.path()).verdict
        }
    }

    const CRYPT: &str = "CRYPT-LUKS2-0011-data\n";

    #[test]
    fn a_bare_disk_is_broken_and_an_encrypted_one_is_well_however_deep() {
        assert_eq!(Machine::of(&[("data", "", &[])]).verdict(), Verdict::Broken);
        assert_eq!(
            Machine::of(&[("data", CRYPT, &["sda"]), ("sda", "", &[])]).verdict(),
            Verdict::Well
        );
        let volume = [
            ("data", "LVM-0011", &["crypt"][..]),
            ("crypt", CRYPT, &["sda"]),
            ("sda", "", &[]),
        ];
        assert_eq!(Machine::of(&volume).verdict(), Verdict::Well);
    }

    #[test]
    fn half_a_disk_encrypted_is_a_bare_one() {
        let mirror = |second| {
            let halves = &["one", "two"][..];
            Machine::of(&[
                ("data", "", halves),
                ("one", CRYPT, &[]),
                ("two", second, &[]),
            ])
        };
        assert_eq!(mirror(CRYPT).verdict(), Verdict::Well);
        assert_eq!(mirror("").verdict(), Verdict::Broken);
    }

    #[test]
    fn a_partition_is_what_its_disk_is() {
        for (uuid, verdict) in [("", Verdict::Broken), (CRYPT, Verdict::Well)] {
            let machine = Machine::of(&[("disk", uuid, &[]), ("disk/one", "", &[])]);
            machine.says("sys/devices/disk/one/partition", "1\n");
            symlink(
                machine.0.path().join("sys/devices/disk/one"),
                machine.0.path().join("sys/devices/data"),
            )
            .unwrap();
            assert_eq!(machine.verdict(), verdict);
        }
    }

    #[test]
    fn of_a_virtual_machine_and_of_what_cannot_be_seen_nobody_is_sure() {
        for (file, text) in [
            ("sys/class/dmi/id/sys_vendor", "QEMU\n"),
            ("proc/cpuinfo", "flags : fpu hypervisor lm\n"),
        ] {
            let machine = Machine::of(&[("data", "", &[])]);
            machine.says(file, text);
            assert_eq!(machine.verdict(), Verdict::Look, "{file}");
        }
        let nothing = tempfile::tempdir().unwrap();
        assert_eq!(look(nothing.path(), nothing.path()).verdict, Verdict::Look);
        let image = Machine::of(&[("data", "", &[])]);
        image.says("sys/devices/data/loop/backing_file", "/image");
        assert_eq!(image.verdict(), Verdict::Look);
    }
}
