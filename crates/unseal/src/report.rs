//! Reports, opened by the desk they are for; format in [`seal::report`].

use domain::report::Report;
use domain::{Desk, InstallationId, OfficerId, ReportId, SealedFrame, Standing, Week};
use seal::Kind;
use seal::report::SignedReport;

use crate::file::OpenError;
use crate::frame::open_frame;
use crate::{Identity, KeyOf};

/// What an opened report must say of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExpectedReport {
    /// The installation.
    pub inst: InstallationId,
    /// The report.
    pub report: ReportId,
    /// The desk that received it.
    pub desk: Desk,
    /// The week whose key it is sealed to, in which it must be dated: so nobody who has left can date
    /// a report back to weeks whose keys are destroyed.
    pub week: Week,
}

/// A report with its signatures verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedReport {
    /// The report.
    pub report: Report,
    /// Whether its author is still an officer.
    pub standing: Standing,
    /// The second officer who released it, if any.
    pub released_by: Option<OfficerId>,
    /// What was signed, to be kept beside the report.
    pub signed: SignedReport,
}

/// Opens a report. `key_of` looks officers up in verified rosters, as of the day of the report.
pub fn open_report(
    desk: &[&Identity],
    frame: &SealedFrame,
    expected: &ExpectedReport,
    key_of: KeyOf<'_>,
) -> Result<OpenedReport, OpenError> {
    let opened = open_frame(desk, frame, Kind::Report, expected.inst)?;
    let signed = SignedReport::from_bytes(&opened.body)?;
    let verified = signed.verify(&|officer, day| key_of(officer, day).map(|(key, _)| key));
    let (report, released_by) = verified.map_err(|_| OpenError::Unsigned)?;
    let author = key_of(report.author, report.created);
    let (_, standing) = author.ok_or(OpenError::Unsigned)?;
    let named = (
        report.inst,
        report.report,
        report.desk,
        report.created.week(),
    );
    if named != (expected.inst, expected.report, expected.desk, expected.week) {
        return Err(OpenError::Misplaced);
    }
    Ok(OpenedReport {
        report,
        standing,
        released_by,
        signed,
    })
}
