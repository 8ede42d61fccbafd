//! Unpacks what the offline tool opened, into a folder.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use crate::pack::read_some;
use crate::{Item, MAGIC, Manifest, NotABackup, UnpackError, manifest};

const PIECE: usize = 64 * 1_024;
/// No item's name is longer.
const LONGEST_NAME: u16 = 128;

/// Unpacks an opened backup into a new folder, every file for its owner only.
///
/// Either everything is there and complete, or the folder is not: it is filled under another name first,
/// `<folder>.part`. Nobody's file or folder is written into or removed: what is there already is refused.
pub fn unpack(plain: &mut dyn Read, folder: &Path) -> Result<Manifest, UnpackError> {
    let written = |cause| UnpackError::Write {
        path: folder.into(),
        cause,
    };
    if folder.exists() {
        return Err(written(ErrorKind::AlreadyExists.into()));
    }
    let mut beside = folder.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    make_folder(&beside)?;
    let unpacked = entries(plain, &beside);
    if unpacked.is_err() {
        let _ = fs::remove_dir_all(&beside);
    } else {
        fs::rename(&beside, folder).map_err(written)?;
    }
    unpacked
}

/// What an unpacked folder says of itself.
pub fn read_manifest(folder: &Path) -> io::Result<Manifest> {
    let text = fs::read_to_string(folder.join(Item::Manifest.to_string()))?;
    text.parse()
        .map_err(|NotABackup| io::Error::from(ErrorKind::InvalidData))
}

fn entries(plain: &mut dyn Read, folder: &Path) -> Result<Manifest, UnpackError> {
    if take::<{ MAGIC.len() }>(plain)? != MAGIC {
        return Err(NotABackup.into());
    }
    let manifest = first(plain)?;
    write(
        folder,
        &Item::Manifest,
        &mut manifest.to_string().as_bytes(),
    )?;
    let mut entries = 1_u64;
    while let Some((item, length)) = next(plain)? {
        // Twice the same name, or a second manifest, is none of our backups.
        if folder.join(item.to_string()).exists() {
            return Err(NotABackup.into());
        }
        let mut content = Read::take(&mut *plain, length);
        write(folder, &item, &mut content)?;
        if content.limit() > 0 {
            return Err(NotABackup.into());
        }
        entries = entries.saturating_add(1);
    }
    let counted = u64::from_be_bytes(take(plain)?);
    let mut more = [0; 1];
    let more = read_some(plain, &mut more).map_err(UnpackError::Read)?;
    if counted != entries || !more.is_empty() {
        return Err(NotABackup.into());
    }
    Ok(manifest)
}

fn first(plain: &mut dyn Read) -> Result<Manifest, UnpackError> {
    let (item, length) = next(plain)?.ok_or(NotABackup)?;
    if item != Item::Manifest || length > manifest::LONGEST {
        return Err(NotABackup.into());
    }
    let mut text = String::new();
    let mut content = Read::take(plain, length);
    content
        .read_to_string(&mut text)
        .map_err(UnpackError::Read)?;
    Ok(text.parse::<Manifest>()?)
}

/// The next entry's head; none at the end.
fn next(plain: &mut dyn Read) -> Result<Option<(Item, u64)>, UnpackError> {
    let length = u16::from_be_bytes(take(plain)?);
    if length == 0 {
        return Ok(None);
    }
    if length > LONGEST_NAME {
        return Err(NotABackup.into());
    }
    let mut name = vec![0; length.into()];
    plain.read_exact(&mut name).map_err(UnpackError::Read)?;
    let name = String::from_utf8(name).map_err(|_| NotABackup)?;
    let item = name.parse().map_err(|_| NotABackup)?;
    Ok(Some((item, u64::from_be_bytes(take(plain)?))))
}

fn take<const N: usize>(plain: &mut dyn Read) -> Result<[u8; N], UnpackError> {
    let mut bytes = [0; N];
    plain.read_exact(&mut bytes).map_err(UnpackError::Read)?;
    Ok(bytes)
}

fn write(folder: &Path, item: &Item, content: &mut dyn Read) -> Result<(), UnpackError> {
    let path = folder.join(item.to_string());
    if let Some(parent) = path.parent().filter(|parent| !parent.exists()) {
        make_folder(parent)?;
    }
    let written = |cause| UnpackError::Write {
        path: path.clone(),
        cause,
    };
    let mut file = create(&path).map_err(written)?;
    let mut buffer = vec![0; PIECE];
    loop {
        // What cannot be read was cut off or changed; what cannot be written is our disk's.
        let piece = read_some(content, &mut buffer).map_err(UnpackError::Read)?;
        if piece.is_empty() {
            break;
        }
        file.write_all(piece).map_err(written)?;
    }
    file.sync_all().map_err(written)
}

fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Makes a folder that was not there, not even as a link.
fn make_folder(path: &Path) -> Result<(), UnpackError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(false);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(|cause| UnpackError::Write {
        path: path.into(),
        cause,
    })
}
