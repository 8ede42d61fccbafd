//! Memory: whether an image of it could come to lie on a disk, by a crash or by the swap.

use std::fs;
use std::path::Path;

use crate::findings::Finding;
use crate::settings::ProcessSettings;

const UNKNOWN: &str = "could not be found out";

/// Looks under this folder for what the kernel says of itself.
pub(super) fn look(root: &Path, settings: ProcessSettings) -> Vec<Finding> {
    let proc = root.join("proc");
    vec![
        own_image(settings),
        others_images(&proc),
        crash_kernel(&root.join("sys/kernel/kexec_crash_loaded")),
        swap(&proc.join("swaps"), may_be_swapped(root)),
    ]
}

fn own_image(settings: ProcessSettings) -> Finding {
    let what = "image of the server";
    if settings.may_be_debugged {
        let mend = "take process.may_be_debugged out of the settings and restart";
        return Finding::broken(what, "a crash may leave one", mend);
    }
    Finding::well(what, "none: it forbids the kernel to make one")
}

/// The server forbids it for itself; the proxy, through which passes what is typed, may not.
fn others_images(proc: &Path) -> Finding {
    let what = "images of other programs";
    let mend = "kernel.core_pattern = |/bin/false, as in deploy/host/sysctl.conf";
    let Ok(pattern) = fs::read_to_string(proc.join("sys/kernel/core_pattern")) else {
        return Finding::look(what, UNKNOWN, mend);
    };
    match pattern.trim() {
        "|/bin/false" | "" => Finding::well(what, "none is kept"),
        _ => Finding::look(what, "a crash of the proxy may leave one", mend),
    }
}

fn crash_kernel(file: &Path) -> Finding {
    let what = "image of the kernel";
    let loaded = fs::read_to_string(file).unwrap_or_default();
    if loaded.trim() == "1" {
        let mend = "apt-get purge kdump-tools: its images hold all memory";
        return Finding::broken(what, "a crash of the kernel leaves one", mend);
    }
    Finding::well(what, "none is kept")
}

fn swap(file: &Path, may_be_swapped: bool) -> Finding {
    let what = "swap";
    let mend = "swapoff --all, and take it out of /etc/fstab";
    let Ok(swaps) = fs::read_to_string(file) else {
        return Finding::look(what, UNKNOWN, "look at /proc/swaps");
    };
    match (swaps.lines().skip(1).count(), may_be_swapped) {
        (0, _) => Finding::well(what, "there is none"),
        (_, true) => Finding::broken(what, "memory may be written to a disk", mend),
        (_, false) => {
            let seen = "there is some; this unit's memory is kept out of it, the proxy's is not";
            Finding::look(what, seen, mend)
        }
    }
}

/// Whether the unit we run in, which has the server's sandbox, may be swapped out.
fn may_be_swapped(root: &Path) -> bool {
    let groups = fs::read_to_string(root.join("proc/self/cgroup")).unwrap_or_default();
    let own = groups.lines().find_map(|line| line.strip_prefix("0::/"));
    let limit = own.map(|own| root.join("sys/fs/cgroup").join(own).join("memory.swap.max"));
    let limit = limit.and_then(|file| fs::read_to_string(file).ok());
    limit.is_none_or(|limit| limit.trim() != "0")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::Verdict;

    const SWAPS: &str = "Filename Type Size Used Priority\n";

    /// A machine whose kernel says this.
    fn machine(files: &[(&str, &str)]) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let file = root.path().join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        root
    }

    fn verdicts(files: &[(&str, &str)]) -> Vec<Verdict> {
        let root = machine(files);
        let findings = look(root.path(), ProcessSettings::default());
        findings.iter().map(|one| one.verdict).collect()
    }

    #[test]
    fn a_machine_set_up_as_the_runbook_says_is_well() {
        let files = [
            ("proc/sys/kernel/core_pattern", "|/bin/false\n"),
            ("sys/kernel/kexec_crash_loaded", "0\n"),
            ("proc/swaps", SWAPS),
        ];
        assert_eq!(verdicts(&files), [Verdict::Well; 4]);
    }

    #[test]
    fn images_and_swap_are_told_and_what_cannot_be_read_is_not_called_well() {
        let with_swap = format!("{SWAPS}/dev/sda2 partition 1000 0 -2\n");
        let files = [
            (
                "proc/sys/kernel/core_pattern",
                "|/usr/lib/systemd/systemd-coredump\n",
            ),
            ("sys/kernel/kexec_crash_loaded", "1\n"),
            ("proc/swaps", &with_swap),
        ];
        let (look, broken) = (Verdict::Look, Verdict::Broken);
        assert_eq!(verdicts(&files), [Verdict::Well, look, broken, broken]);
        let own = [
            ("proc/swaps", with_swap.as_str()),
            (
                "proc/self/cgroup",
                "0::/system.slice/ginnel-doctor.service\n",
            ),
            (
                "sys/fs/cgroup/system.slice/ginnel-doctor.service/memory.swap.max",
                "0\n",
            ),
        ];
        assert_eq!(verdicts(&own)[3], look);
        assert_eq!(verdicts(&[])[1], look);
        assert_eq!(verdicts(&[])[3], look);
    }

    #[test]
    fn a_server_that_may_be_debugged_is_told() {
        let settings = ProcessSettings {
            may_be_debugged: true,
        };
        assert_eq!(own_image(settings).verdict, Verdict::Broken);
    }
}
