use std::os::unix::fs::{FileExt, symlink};

use super::*;

const PHRASE: &[u8] = b"a phrase that nobody else has written";
const LONG_AGO: UnixSeconds = UnixSeconds(0);
/// Little enough to be read in no time.
const SMALL: Bounds = Bounds {
    of_one: 1 << 20,
    of_all: 8 << 20,
};

/// A machine on which one program runs.
struct Machine(tempfile::TempDir);

impl Machine {
    fn new() -> Self {
        let machine = Self(tempfile::tempdir().unwrap());
        fs::create_dir_all(machine.at("proc/1/fd")).unwrap();
        fs::create_dir_all(machine.at("spool/deep/er")).unwrap();
        machine
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// As the kernel lists what the program holds open.
    fn holds_open(&self, file: &Path) {
        symlink(file, self.at("proc/1/fd/3")).unwrap();
    }

    fn look(&self, since: UnixSeconds) -> Kept {
        let folders = [self.at("spool")];
        search(&self.at("proc"), &folders, (PHRASE, since), SMALL)
    }

    fn place(&self) -> String {
        match self.look(LONG_AGO) {
            Kept::In(place) => place,
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_file_is_found_by_its_name_and_without_one_and_not_once_it_is_gone() {
    let machine = Machine::new();
    let file = machine.at("spool/deep/er/file");
    fs::write(&file, [vec![7; BLOCK - 9], PHRASE.into()].concat()).unwrap();
    assert_eq!(machine.place(), file.display().to_string());
    assert_eq!(machine.look(UnixSeconds(i64::MAX)), Kept::Nowhere);
    let elsewhere = machine.at("elsewhere");
    fs::rename(&file, &elsewhere).unwrap();
    machine.holds_open(&elsewhere);
    assert!(machine.place().contains("fd/3"));
    fs::remove_file(&elsewhere).unwrap();
    assert_eq!(machine.look(LONG_AGO), Kept::Nowhere);
}

#[test]
fn of_a_file_without_end_both_ends_are_read_and_nobody_calls_the_rest_well() {
    let machine = Machine::new();
    let path = machine.at("spool/long");
    let file = File::create(&path).unwrap();
    file.set_len(1 << 40).unwrap();
    assert_eq!(machine.look(LONG_AGO), Kept::Unknown(TOO_LONG));
    file.write_all_at(PHRASE, (1 << 40) - 99).unwrap();
    assert_eq!(machine.place(), path.display().to_string());
}

#[test]
fn however_many_files_there_are_the_search_ends_and_says_that_it_was_cut_short() {
    let machine = Machine::new();
    for number in 0..5 {
        let file = File::create(machine.at(&format!("spool/{number}"))).unwrap();
        file.set_len(2 << 20).unwrap();
    }
    assert_eq!(machine.look(LONG_AGO), Kept::Unknown(TOO_LONG));
}

#[test]
fn nobody_waits_at_a_pipe_nor_follows_a_link_out_of_the_folder() {
    let machine = Machine::new();
    let pipe = machine.at("spool/pipe");
    let mode = rustix::fs::Mode::RWXU;
    rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, mode, 0).unwrap();
    machine.holds_open(&pipe);
    let elsewhere = machine.at("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    fs::write(elsewhere.join("file"), PHRASE).unwrap();
    symlink(elsewhere.join("file"), machine.at("spool/link")).unwrap();
    symlink(&elsewhere, machine.at("spool/folder")).unwrap();
    assert_eq!(machine.look(LONG_AGO), Kept::Nowhere);
}

#[test]
fn a_name_that_would_write_on_the_terminal_is_told_in_plain_letters() {
    let machine = Machine::new();
    fs::write(machine.at("spool/\u{1b}[2J\nok"), PHRASE).unwrap();
    let place = machine.place();
    assert!(place.ends_with(r"\u{1b}[2J\nok"), "{place}");
}

#[test]
fn without_a_list_of_programs_not_everything_was_looked_at() {
    let found = search(Path::new("/nowhere/at/all"), &[], (PHRASE, LONG_AGO), SMALL);
    assert_eq!(found, Kept::Unknown(UNREADABLE));
}

#[test]
fn folders_that_nginx_is_told_of_are_known() {
    let ours = concat!(env!("CARGO_MANIFEST_DIR"), "/../../deploy/nginx/nginx.conf");
    let folders = folders(Path::new("/"), &[ours.into()]);
    for folder in ["/run/nginx-body", "/run/nginx-proxy", "/var/lib/nginx"] {
        assert!(folders.contains(&folder.into()), "{folder}");
    }
}
