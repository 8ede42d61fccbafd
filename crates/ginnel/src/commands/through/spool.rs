//! Where a proxy could put what passes through: files it holds open, nameless ones too, and files in
//! the folders where proxies spool.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use domain::UnixSeconds;
use memchr::memmem;

/// Where Debian's and others' proxies put what they do not hold in memory.
const USUAL: [&str; 9] = [
    "var/lib/nginx",
    "var/cache/nginx",
    "var/lib/caddy",
    "var/lib/haproxy",
    "var/cache/apache2",
    "var/tmp",
    "tmp",
    "run",
    "dev/shm",
];
/// A folder within a folder, and no further.
const DEEPEST: u32 = 6;
/// Read at once.
const BLOCK: usize = 64 << 10;

/// What came of looking.
#[derive(Debug, Default)]
pub(super) struct Searched {
    /// The files that hold the phrase.
    pub places: Vec<String>,
    /// Whether everything could be looked at.
    pub is_all: bool,
}

/// What programs hold open.
pub(super) struct Listed {
    pub files: Vec<PathBuf>,
    /// Whether every program's could be listed.
    pub is_all: bool,
}

/// The usual folders, and those that nginx's settings name.
pub(super) fn folders(root: &Path, settings: &[PathBuf]) -> Vec<PathBuf> {
    let usual = USUAL.iter().map(|folder| root.join(folder));
    let texts = settings
        .iter()
        .filter_map(|file| fs::read_to_string(file).ok());
    let named = texts.flat_map(|text| text.lines().filter_map(spool_of).collect::<Vec<_>>());
    usual.chain(named).collect()
}

/// `client_body_temp_path /run/nginx-body;` and the like.
fn spool_of(line: &str) -> Option<PathBuf> {
    let mut words = line.split([' ', '\t', ';']).filter(|word| !word.is_empty());
    let is_spool = words.next()?.ends_with("_temp_path");
    is_spool.then(|| words.next().map(PathBuf::from)).flatten()
}

/// Every file written to since then that holds the phrase.
pub(super) fn search(
    proc: &Path,
    folders: &[PathBuf],
    phrase: &[u8],
    since: UnixSeconds,
) -> Searched {
    let listed = open_files(proc);
    let mut searched = Searched {
        is_all: listed.is_all,
        places: Vec::new(),
    };
    for file in listed.files {
        look(&file, phrase, since, &mut searched);
    }
    // What is kept where and cannot be read there, somebody has just held open.
    for file in folders.iter().flat_map(|folder| under(folder, DEEPEST)) {
        look(&file, phrase, since, &mut searched);
    }
    searched
}

fn look(file: &Path, phrase: &[u8], since: UnixSeconds, searched: &mut Searched) {
    let is_fresh = |of: Metadata| of.is_file() && of.mtime() >= since.0;
    let found = fs::metadata(file).map(is_fresh).and_then(|is_fresh| {
        let held = is_fresh.then(|| holds(File::open(file)?, phrase));
        held.unwrap_or(Ok(false))
    });
    match found {
        Ok(true) => searched.places.push(told(file)),
        Ok(false) => {}
        Err(error) => searched.is_all &= is_gone(&error),
    }
}

/// The file, and what it is called if it is one that somebody holds open.
fn told(file: &Path) -> String {
    match fs::read_link(file) {
        Ok(name) => format!("{} ({})", name.display(), file.display()),
        Err(_) => file.display().to_string(),
    }
}

/// Whether a file holds the phrase, across the edges of blocks, too.
fn holds(mut file: impl Read, phrase: &[u8]) -> io::Result<bool> {
    let mut block = vec![0; BLOCK];
    let mut window = Vec::new();
    loop {
        let count = file.read(&mut block)?;
        if count == 0 {
            return Ok(false);
        }
        window.extend_from_slice(block.get(..count).unwrap_or_default());
        if memmem::find(&window, phrase).is_some() {
            return Ok(true);
        }
        let kept = window.len().saturating_sub(phrase.len());
        window.drain(..kept);
    }
}

/// `/proc/PID/fd/N` of every program.
pub(super) fn open_files(proc: &Path) -> Listed {
    let mut listed = Listed {
        files: Vec::new(),
        is_all: true,
    };
    let is_program = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str());
        name.is_some_and(|name| name.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let Ok(programs) = fs::read_dir(proc) else {
        listed.is_all = false;
        return listed;
    };
    for program in programs
        .flatten()
        .map(|entry| entry.path())
        .filter(is_program)
    {
        // Some machines show nobody their first program. Were it the proxy, nobody would be seen to hold
        // our connection.
        let may_be_hidden = program == proc.join("1");
        match fs::read_dir(program.join("fd")) {
            Ok(entries) => {
                let files = entries.flatten().map(|entry| entry.path());
                let is_shown = |file: &PathBuf| !may_be_hidden || fs::metadata(file).is_ok();
                listed.files.extend(files.filter(is_shown));
            }
            Err(error) => listed.is_all &= may_be_hidden || is_gone(&error),
        }
    }
    listed
}

/// Programs end, and files go, while one looks.
fn is_gone(error: &io::Error) -> bool {
    let is_over = error.raw_os_error() == Some(rustix::io::Errno::SRCH.raw_os_error());
    error.kind() == io::ErrorKind::NotFound || is_over
}

/// Every file below a folder that can be listed; what links lead to is somewhere else.
fn under(folder: &Path, deep: u32) -> Vec<PathBuf> {
    let Some(deeper) = deep.checked_sub(1) else {
        return Vec::new();
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let below = |entry: fs::DirEntry| match entry.file_type() {
        Ok(kind) if kind.is_dir() => under(&entry.path(), deeper),
        Ok(kind) if kind.is_file() => vec![entry.path()],
        _ => Vec::new(),
    };
    entries.flat_map(below).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHRASE: &[u8] = b"a phrase that nobody else has written";

    fn long_ago() -> UnixSeconds {
        UnixSeconds(0)
    }

    #[test]
    fn a_file_is_found_by_its_name_and_without_one_and_not_once_it_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let none = folder.path().join("none");
        fs::create_dir(&none).unwrap();
        let own = folder.path().join("proc/1/fd");
        fs::create_dir_all(&own).unwrap();
        let file = folder.path().join("deep/er/file");
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, [vec![7; BLOCK - 9], PHRASE.into()].concat()).unwrap();
        let proc = folder.path().join("proc");
        let look = |folders: &[PathBuf], since| search(&proc, folders, PHRASE, since).places;
        let named = look(&[folder.path().join("deep")], long_ago());
        assert_eq!(named, [file.display().to_string()]);
        assert!(look(&[folder.path().join("deep")], UnixSeconds(i64::MAX)).is_empty());
        // As the kernel lists what is held open.
        std::os::unix::fs::symlink(&file, own.join("3")).unwrap();
        let open = look(std::slice::from_ref(&none), long_ago());
        assert!(open.len() == 1 && open[0].contains("fd/3"), "{open:?}");
        fs::remove_file(&file).unwrap();
        let searched = search(&proc, &[none], PHRASE, long_ago());
        assert!(searched.places.is_empty() && searched.is_all);
    }

    #[test]
    fn without_a_list_of_programs_not_everything_was_looked_at() {
        let nowhere = Path::new("/nowhere/at/all");
        assert!(!search(nowhere, &[], PHRASE, long_ago()).is_all);
    }

    #[test]
    fn folders_that_nginx_is_told_of_are_known() {
        let ours = concat!(env!("CARGO_MANIFEST_DIR"), "/../../deploy/nginx/nginx.conf");
        let folders = folders(Path::new("/"), &[ours.into()]);
        for folder in ["/run/nginx-body", "/run/nginx-proxy", "/var/lib/nginx"] {
            assert!(folders.contains(&folder.into()), "{folder}");
        }
    }
}
