//! A tip's files, in words.

use domain::Day;
use domain::bundle::FileKind;
use domain::console::{Failure, FileView, Quarantine};

use super::day;
use super::failure::{self, Advice};

/// Days after its own that a tip's files can be opened; the service deletes them then.
const DAYS_AFTER: i32 = 27;

/// What an opaque file is said with.
pub(crate) const NEVER_OPEN: &str = "Nobody has looked into this file. It may carry a virus, and traces \
    of who made it. It is saved sealed, so that nothing on this computer opens it.";

/// How an opaque file is opened off the system.
pub(crate) const HOW_TO_OPEN: &str = "On a computer kept for it, off this network: age --decrypt \
    --output FILE FILE.age, then type the passphrase. Write it down apart from the file.";

/// What an opaque file is saved as.
pub(crate) fn save_as(file: &FileView) -> String {
    format!("{}.age", file.kind.name(file.number))
}

/// The document of a frame that shows a picture, whose address holds all of it, and nothing else.
pub(crate) fn framed(name: &str, address: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en-GB\"><head><title>{name}</title></head><body topmargin=\"0\" \
         leftmargin=\"0\" bottommargin=\"0\" rightmargin=\"0\"><img width=\"100%\" alt=\"{name}\" \
         src=\"{address}\"></body></html>"
    )
}

/// Until when the files of a tip of this day are there.
pub(crate) fn until(of: Day) -> String {
    let last = day::long(of.plus(DAYS_AFTER));
    format!(
        "They can be opened until {last}, whatever is decided about the tip, and are deleted then."
    )
}

/// Whether a browser can show it.
pub(crate) const fn is_picture(kind: FileKind) -> bool {
    match kind {
        FileKind::Jpeg | FileKind::Png | FileKind::Webp => true,
        FileKind::Opaque => false,
    }
}

/// A file's name for people.
pub(crate) fn name(file: &FileView, of: usize) -> String {
    let what = if is_picture(file.kind) {
        "Picture"
    } else {
        "File"
    };
    format!("{what} {} of {of}", file.number)
}

/// A file's size for people.
pub(crate) fn size(bytes: u32) -> String {
    match bytes {
        0..=1_023 => format!("{bytes} bytes"),
        1_024..=1_048_575 => format!("{} KB", bytes / 1_024),
        _ => {
            let tenths = u64::from(bytes).saturating_mul(10) / 1_048_576;
            format!("{}.{} MB", tenths / 10, tenths % 10)
        }
    }
}

/// What to tell of files that are not shown.
pub(crate) fn failed(why: &Failure) -> Advice {
    let advice = |title: &str, todo: &str| Advice {
        title: title.into(),
        todo: todo.into(),
    };
    match why {
        Failure::NotFound => advice(
            "The files are not there",
            "They are deleted 28 days after they came. If this tip is younger, tell your administrator.",
        ),
        Failure::Quarantined(Quarantine::Another) => advice(
            "These are not the files that were sent",
            "What is stored was damaged or exchanged. Nothing of it is shown. Tell a supervisor.",
        ),
        Failure::Quarantined(_) => advice(
            "The files do not open",
            "They were not sealed as this service seals files. Nothing of them is shown.",
        ),
        other => failure::of(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_short() {
        let sizes = [1, 1_023, 1_024, 250_000, 1_048_576, 67_000_000].map(size);
        let expected = [
            "1 bytes",
            "1023 bytes",
            "1 KB",
            "244 KB",
            "1.0 MB",
            "63.8 MB",
        ];
        assert_eq!(sizes, expected);
    }

    #[test]
    fn only_what_was_drawn_anew_is_a_picture() {
        let pictures = FileKind::ALL.map(is_picture);
        assert_eq!(pictures, [true, true, true, false]);
        let file = FileView {
            number: 2,
            kind: FileKind::Opaque,
            bytes: 1,
            pixels: None,
        };
        assert_eq!(name(&file, 3), "File 2 of 3");
        assert_eq!(save_as(&file), "2.bin.age");
    }

    #[test]
    fn the_last_day_is_the_one_before_they_are_deleted() {
        let text = until("2026-11-23".parse().unwrap());
        assert!(text.contains("until 20 December 2026"), "{text}");
    }

    #[test]
    fn missing_damaged_and_malformed_files_are_told_apart() {
        let told = [
            Failure::NotFound,
            Failure::Quarantined(Quarantine::Another),
            Failure::Quarantined(Quarantine::Unreadable),
            Failure::Unreachable,
        ]
        .map(|why| failed(&why).title);
        for (place, title) in told.iter().enumerate() {
            assert!(!told[..place].contains(title), "{title}");
        }
    }
}
