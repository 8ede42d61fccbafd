//! What leaves for another force or agency: to whom, what for, and by whom.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::case::Hand;
use crate::desk::Desk;
use crate::id::OfficerId;
use crate::report::Report;

/// Most bytes of UTF-8 in a recipient.
pub const EXPORT_RECIPIENT_MAX: usize = 200;
/// Most bytes of UTF-8 in a purpose.
pub const EXPORT_PURPOSE_MAX: usize = 500;

/// To whom a report goes, and what for. Kept sealed beside the report, and never known to the server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct Errand {
    /// The force or agency, and who there takes it.
    #[n(0)]
    pub recipient: String,
    /// The lawful policing purpose.
    #[n(1)]
    pub purpose: String,
}

/// One time that a report was given away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct Given {
    /// To whom, and what for.
    #[n(0)]
    pub errand: Errand,
    /// By whom, and when.
    #[n(1)]
    pub by: Hand,
}

/// What is printed of a report that was given away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportSheet {
    /// The report.
    pub report: Report,
    /// To whom, and what for.
    pub errand: Errand,
    /// The desk it comes from.
    pub desk: Desk,
    /// The officer who gave it away.
    pub exporter: OfficerId,
    /// Their sign-in name.
    pub exporter_name: String,
    /// The second officer of triage, who released it.
    pub released_by: OfficerId,
    /// The day it was given away.
    pub day: Day,
}

/// What a file about a report is called: its reference, if that is of the letters, digits and dashes that
/// references are made of.
pub fn file_stem(reference: &str) -> &str {
    let plain = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-';
    if reference.starts_with("GIN-") && reference.len() <= 32 && reference.bytes().all(plain) {
        reference
    } else {
        "report"
    }
}

/// Why an errand says too little or too much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadErrand {
    /// It does not say to whom, or what for.
    #[error("it does not say to whom, or what for")]
    Missing,
    /// Longer than [`EXPORT_RECIPIENT_MAX`] or [`EXPORT_PURPOSE_MAX`] bytes.
    #[error("too long")]
    TooLong,
}

impl Errand {
    /// The errand without white space around its texts, if it says to whom and what for.
    pub fn checked(&self) -> Result<Self, BadErrand> {
        let (recipient, purpose) = (self.recipient.trim(), self.purpose.trim());
        if recipient.is_empty() || purpose.is_empty() {
            return Err(BadErrand::Missing);
        }
        if recipient.len() > EXPORT_RECIPIENT_MAX || purpose.len() > EXPORT_PURPOSE_MAX {
            return Err(BadErrand::TooLong);
        }
        Ok(Self {
            recipient: recipient.into(),
            purpose: purpose.into(),
        })
    }

    /// As a desk tells triage of it: to whom in the first line, what for below.
    pub fn told(&self) -> String {
        let recipient: Vec<&str> = self.recipient.split_whitespace().collect();
        format!("{}\n{}", recipient.join(" "), self.purpose)
    }

    /// What a desk told; none if it says too little or too much.
    pub fn read(told: &str) -> Option<Self> {
        let (recipient, purpose) = told.split_once('\n')?;
        let (recipient, purpose) = (recipient.into(), purpose.into());
        Self { recipient, purpose }.checked().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_errand_says_to_whom_and_what_for() {
        let errand = |recipient: &str, purpose: &str| {
            let (recipient, purpose) = (recipient.into(), purpose.into());
            Errand { recipient, purpose }.checked()
        };
        let kept = errand(" A neighbouring force\n", "A joint investigation ").unwrap();
        assert_eq!(kept.recipient, "A neighbouring force");
        assert_eq!(kept.purpose, "A joint investigation");
        assert_eq!(errand("  ", "x"), Err(BadErrand::Missing));
        assert_eq!(errand("x", ""), Err(BadErrand::Missing));
        let long = "x".repeat(EXPORT_PURPOSE_MAX + 1);
        assert_eq!(errand("x", &long), Err(BadErrand::TooLong));
        assert_eq!(errand(&long, "x"), Err(BadErrand::TooLong));
    }

    #[test]
    fn a_file_is_called_by_its_reference_only_if_that_is_one() {
        assert_eq!(file_stem("GIN-26-7K3M-9QXT"), "GIN-26-7K3M-9QXT");
        for odd in ["GIN-26/../x", "GIN-26-\u{202e}fdp", "x", "", "GIN-a.exe"] {
            assert_eq!(file_stem(odd), "report");
        }
    }

    #[test]
    fn what_a_desk_tells_reads_back_on_one_line_for_whom() {
        let errand = Errand {
            recipient: "A force\nand its unit".into(),
            purpose: "One\nTwo".into(),
        };
        let read = Errand::read(&errand.told()).unwrap();
        assert_eq!(read.recipient, "A force and its unit");
        assert_eq!(read.purpose, "One\nTwo");
        assert_eq!(Errand::read("no purpose"), None);
        assert_eq!(Errand::read("\nno recipient"), None);
    }
}
