//! Drafts, opened by whoever may release them; format in [`seal::draft`].

use domain::draft::Draft;
use domain::{DraftId, InstallationId, SealedFrame, Standing, Week};
use seal::Kind;
use seal::draft::{SignedDraft, reports_of};
use seal::report::SignedReport;

use crate::file::OpenError;
use crate::frame::open_frame;
use crate::{Identity, KeyOf};

/// What an opened draft must say of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExpectedDraft {
    /// The installation.
    pub inst: InstallationId,
    /// The draft.
    pub draft: DraftId,
    /// The week whose key it is sealed to, in which it must be dated.
    pub week: Week,
}

/// A draft with its author's signatures verified: that of the whole and that of each report.
#[derive(Debug, Clone)]
pub struct OpenedDraft {
    /// What it says.
    pub draft: Draft,
    /// Its reports, each to be signed by whoever releases it.
    pub reports: Vec<SignedReport>,
    /// Whether its author is still an officer.
    pub standing: Standing,
}

/// Opens a draft. `key_of` looks officers up in triage's verified roster, as of the day of the report.
pub fn open_draft(
    triage: &Identity,
    frame: &SealedFrame,
    expected: &ExpectedDraft,
    key_of: KeyOf<'_>,
) -> Result<OpenedDraft, OpenError> {
    let opened = open_frame(&[triage], frame, Kind::Draft, expected.inst)?;
    let (signed, draft) = SignedDraft::from_bytes(&opened.body)?;
    let report = &draft.report;
    let author = key_of(report.author, report.created);
    let (key, standing) = author.ok_or(OpenError::Unsigned)?;
    signed.verify(key).map_err(|_| OpenError::Unsigned)?;
    let reports = reports_of(&draft).map_err(|_| OpenError::Malformed)?;
    for report in &reports {
        let verified = report.verify(&|_, _| Some(key));
        verified.map_err(|_| OpenError::Unsigned)?;
    }
    let named = (report.inst, draft.draft, report.created.week());
    if named == (expected.inst, expected.draft, expected.week) {
        Ok(OpenedDraft {
            draft,
            reports,
            standing,
        })
    } else {
        Err(OpenError::Misplaced)
    }
}
