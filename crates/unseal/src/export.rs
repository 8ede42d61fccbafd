//! What leaves for another force or agency: a report as it was released, with the signatures of those who
//! wrote and released it, under which conditions and by whom it went.
//!
//! ```text
//! file       {"export": {…}, "signature": base64}    JSON, as `serde_json` writes it prettily, one newline
//! export     format, how_to_verify, handling, recipient, purpose, desk, exporter, day, report,
//!            signed_report
//! signature  Sig(OFFICERSIG of the exporter, "ginnel/export/v1", export as compact JSON)
//! ```
//!
//! `signed_report` is the body of [`seal::report`], author's and releaser's signatures in it, so that whoever
//! has triage's roster can verify both themselves. `handling` says in words what the report's codes say. A
//! file has one form: another, however little it differs, is refused.

mod handling;

use domain::case::Condition;
use domain::export::Errand;
use domain::report::Report;
use domain::wire::Blob;
use domain::{Day, Desk, OfficerId};
use notes::{SIGNATURE_LEN, Signature, SigningKey};
use seal::report::SignedReport;
use serde::{Deserialize, Serialize};

use crate::KeyOf;

const CONTEXT: &str = "ginnel/export/v1";

/// Most bytes of a file that is read.
const FILE_MAX: usize = 1 << 20;

/// What stands in every file for whoever gets one.
const HOW_TO_VERIFY: &str = "This report is for the recipient and the purpose named, under the handling \
    codes and conditions of each item. Ask the force it comes from for its authorities' keys and the signed \
    rosters of triage and of the desk named, by a way you trust. Then, offline: ginnel-keys verify-export \
    FILE --authority KEY --authority KEY --roster triage.note --roster desk.note. It checks that the file \
    was changed nowhere, that an officer of the desk exported it, and who wrote and released the report.";

/// Something that goes to another force or agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Export {
    format: String,
    how_to_verify: String,
    handling: Vec<String>,
    /// For whom.
    pub recipient: String,
    /// What for.
    pub purpose: String,
    /// The desk it comes from: the one it was made out to, or triage.
    pub desk: Desk,
    /// The officer who sends it.
    pub exporter: OfficerId,
    /// On which day.
    pub day: Day,
    /// The report.
    pub report: Report,
    signed_report: Blob,
}

/// Who sends it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sending {
    /// To whom, and what for.
    pub errand: Errand,
    /// The desk it comes from.
    pub desk: Desk,
    /// The officer who sends it.
    pub exporter: OfficerId,
    /// On which day.
    pub day: Day,
}

/// Why a file is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// It is not in its one form.
    #[error("this is no export in its one form: a part is missing, changed or added")]
    Malformed,
    /// No officer of the desk named has signed this.
    #[error("no officer of the desk it names has signed this file")]
    NotExported,
    /// The report's author or who released it is not known, or did not sign this.
    #[error("the report inside was not signed by officers of triage")]
    NotTriages,
    /// No second officer released the report.
    #[error("no second officer of triage released the report inside")]
    NotReleased,
    /// The report is not the signed one, or another desk's, or written later.
    #[error("the report shown is not the one that was signed")]
    Misplaced,
    /// The report has conditions, and its originator did not give it away.
    #[error("the report has conditions, and it was not triage that gave it away")]
    NotOriginators,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    export: Export,
    signature: Blob,
}

/// A file in its one form, of which nobody has checked who signed it.
#[derive(Debug)]
pub struct UnverifiedExport {
    export: Export,
    signature: Signature,
}

impl Export {
    /// The file of a report, signed by the officer who sends it.
    ///
    /// # Errors
    /// The report has conditions and does not come from triage, or cannot be written.
    pub fn sign(
        signed: &SignedReport,
        report: Report,
        sending: Sending,
        key: &SigningKey,
    ) -> Result<String, ExportError> {
        let body = signed.to_bytes().map_err(|_| ExportError::Malformed)?;
        let export = Self {
            format: CONTEXT.into(),
            how_to_verify: HOW_TO_VERIFY.into(),
            handling: handling::of(&report),
            recipient: sending.errand.recipient,
            purpose: sending.errand.purpose,
            desk: sending.desk,
            exporter: sending.exporter,
            day: sending.day,
            report,
            signed_report: Blob(body.to_vec()),
        };
        export.is_allowed()?;
        let signature = key.sign(CONTEXT, &export.bytes()?);
        File {
            export,
            signature: Blob(signature.to_vec()),
        }
        .text()
    }

    /// What the report's codes say in words, the whole first, then each item.
    pub fn handling(&self) -> &[String] {
        &self.handling
    }

    /// What has conditions only its originator gives away.
    fn is_allowed(&self) -> Result<(), ExportError> {
        let allowed = Condition::of(&self.report).is_none() || self.desk == Desk::Triage;
        allowed.then_some(()).ok_or(ExportError::NotOriginators)
    }

    /// Whether everything in it is about the one report.
    fn is_in_place(&self) -> Result<(), ExportError> {
        let report = &self.report;
        let from = self.desk == report.desk || self.desk == Desk::Triage;
        let placed = from && self.day >= report.created;
        placed.then_some(()).ok_or(ExportError::Misplaced)
    }

    fn bytes(&self) -> Result<Vec<u8>, ExportError> {
        serde_json::to_vec(self).map_err(|_| ExportError::Malformed)
    }
}

impl File {
    fn text(&self) -> Result<String, ExportError> {
        let text = serde_json::to_string_pretty(self);
        let text = text.map_err(|_| ExportError::Malformed)?;
        Ok(text + "\n")
    }
}

impl UnverifiedExport {
    /// Reads a file in its one form.
    ///
    /// # Errors
    /// Any other form.
    pub fn parse(text: &str) -> Result<Self, ExportError> {
        if text.len() > FILE_MAX {
            return Err(ExportError::Malformed);
        }
        let file: File = serde_json::from_str(text).map_err(|_| ExportError::Malformed)?;
        let export = &file.export;
        let ours = export.format == CONTEXT
            && export.how_to_verify == HOW_TO_VERIFY
            && export.handling == handling::of(&export.report);
        if !ours || file.text()? != text {
            return Err(ExportError::Malformed);
        }
        let signature = <[u8; SIGNATURE_LEN]>::try_from(file.signature.0);
        Ok(Self {
            export: file.export,
            signature: signature.map_err(|_| ExportError::Malformed)?,
        })
    }

    /// What it says, whoever signed it.
    pub const fn unverified(&self) -> &Export {
        &self.export
    }

    /// The export, and who released the report. `triage` and `desk` look officers up in verified rosters,
    /// as of a day.
    ///
    /// # Errors
    /// See [`ExportError`].
    pub fn verify(
        self,
        triage: KeyOf<'_>,
        desk: KeyOf<'_>,
    ) -> Result<(Export, OfficerId), ExportError> {
        let export = self.export;
        let exporter = desk(export.exporter, export.day);
        let (key, _) = exporter.ok_or(ExportError::NotExported)?;
        key.verify(CONTEXT, &export.bytes()?, &self.signature)
            .map_err(|_| ExportError::NotExported)?;
        let signed = SignedReport::from_bytes(&export.signed_report.0);
        let signed = signed.map_err(|_| ExportError::Malformed)?;
        let key_of = |officer, day| triage(officer, day).map(|(key, _)| key);
        let verified = signed.verify(&key_of);
        let (report, released_by) = verified.map_err(|_| ExportError::NotTriages)?;
        let released_by = released_by.ok_or(ExportError::NotReleased)?;
        if report != export.report {
            return Err(ExportError::Misplaced);
        }
        export.is_in_place()?;
        export.is_allowed()?;
        Ok((export, released_by))
    }
}
