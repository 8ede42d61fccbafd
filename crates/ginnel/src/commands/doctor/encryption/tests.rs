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
        beneath_folder(self.0.path(), self.0.path()).verdict
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
    assert_eq!(
        beneath_folder(nothing.path(), nothing.path()).verdict,
        Verdict::Look
    );
    let image = Machine::of(&[("data", "", &[])]);
    image.says("sys/devices/data/loop/backing_file", "/image");
    assert_eq!(image.verdict(), Verdict::Look);
}

#[test]
fn a_layer_that_only_finds_what_was_changed_encrypts_nothing() {
    for kind in ["CRYPT-INTEGRITY-data\n", "CRYPT-VERITY-0011-data\n"] {
        let mirror = [
            ("data", "", &["one", "two"][..]),
            ("one", kind, &["sda"]),
            ("two", kind, &["sda"]),
            ("sda", "", &[]),
        ];
        assert_eq!(Machine::of(&mirror).verdict(), Verdict::Broken, "{kind}");
        let below = [("data", kind, &["luks"][..]), ("luks", CRYPT, &[])];
        assert_eq!(Machine::of(&below).verdict(), Verdict::Well, "{kind}");
    }
    for kind in ["CRYPT-PLAIN-data\n", "CRYPT-BITLK-0011-data\n"] {
        assert_eq!(Machine::of(&[("data", kind, &[])]).verdict(), Verdict::Well);
    }
}

#[test]
fn of_a_database_that_keeps_the_data_elsewhere_nobody_is_sure() {
    let machine = Machine::of(&[("data", CRYPT, &[])]);
    let at = machine.0.path();
    let verdicts = |backend| -> Vec<Verdict> {
        let findings = look(at, at, backend);
        findings.iter().map(|one| one.verdict).collect()
    };
    assert_eq!(verdicts(Backend::Sqlite), [Verdict::Well]);
    assert_eq!(verdicts(Backend::Postgres), [Verdict::Well, Verdict::Look]);
}
