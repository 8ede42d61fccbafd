//! Reports: signed by their author, released by a second officer, sealed to one desk.
//!
//! ```text
//! body  = CBOR {0: report, 1: Sig(author, ctx "ginnel/report/v1", report),
//!               2: {0: officer, 1: Sig(officer, ctx "ginnel/report-release/v1", report)} | absent}
//! frame = FRAME(Seal(DESK[g, week], OUTER(5, body)))
//! ```
//!
//! `report` is the deterministic CBOR of [`domain::report::Report`], as a byte string. The two
//! contexts differ so that no author's signature can be shown as a release.

use domain::report::{REPORT_CONTEXT, REPORT_TEXT_MAX, Report, TITLE_MAX};
use domain::{Day, InstallationId, OfficerId, SealedFrame};
use minicbor::bytes::{ByteArray, ByteVec};
use minicbor::{Decode, Encode};
use notes::{BadSignature, Malformed, PublicKey, SIGNATURE_LEN, SigningKey};
use zeroize::Zeroizing;

use crate::cbor::{from_deterministic, to_deterministic};
use crate::file::SealError;
use crate::frame::seal_frame;
use crate::hybrid::Recipient;
use crate::outer::Kind;

const RELEASE_CONTEXT: &str = "ginnel/report-release/v1";

/// A report with its author's signature and, once released, a second officer's.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct SignedReport {
    #[n(0)]
    report: ByteVec,
    #[n(1)]
    signature: ByteArray<SIGNATURE_LEN>,
    #[n(2)]
    release: Option<Release>,
}

#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
struct Release {
    #[n(0)]
    officer: OfficerId,
    #[n(1)]
    signature: ByteArray<SIGNATURE_LEN>,
}

impl SignedReport {
    /// Signs a report as its author.
    ///
    /// # Errors
    /// Another context, no item, or a text longer than [`domain::report`] allows.
    pub fn sign(report: &Report, key: &SigningKey) -> Result<Self, SealError> {
        let unsigned = Self::signed(report, [0; SIGNATURE_LEN])?;
        let signature = key.sign(REPORT_CONTEXT, &unsigned.report);
        Ok(Self {
            signature: ByteArray::from(signature),
            ..unsigned
        })
    }

    /// A report with a signature that its author made before; whether they did is for
    /// [`verify`](Self::verify) to say.
    ///
    /// # Errors
    /// As [`sign`](Self::sign).
    pub fn signed(report: &Report, signature: [u8; SIGNATURE_LEN]) -> Result<Self, SealError> {
        if !is_sound(report) {
            return Err(SealError::NotAllowed);
        }
        let bytes = to_deterministic(report).map_err(|_| SealError::NotAllowed)?;
        Ok(Self {
            signature: ByteArray::from(signature),
            report: ByteVec::from(bytes.to_vec()),
            release: None,
        })
    }

    /// The author's signature.
    pub fn signature(&self) -> [u8; SIGNATURE_LEN] {
        *self.signature
    }

    /// Adds a second officer's signature; an earlier one is replaced.
    ///
    /// # Errors
    /// The officer is the author.
    pub fn release(mut self, officer: OfficerId, key: &SigningKey) -> Result<Self, SealError> {
        let report = self.read().map_err(|_| SealError::NotAllowed)?;
        if report.author == officer {
            return Err(SealError::NotAllowed);
        }
        let signature = ByteArray::from(key.sign(RELEASE_CONTEXT, &self.report));
        self.release = Some(Release { officer, signature });
        Ok(self)
    }

    /// The body as it is sealed, or kept as a draft.
    pub fn to_bytes(&self) -> Result<Zeroizing<Vec<u8>>, SealError> {
        to_deterministic(self).map_err(|_| SealError::NotAllowed)
    }

    /// Reads a body. Everything in it is chosen by whoever sealed it.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        let signed: Self = from_deterministic(bytes)?;
        let report = signed.read()?;
        let by_author = |release: &Release| release.officer == report.author;
        if is_sound(&report) && !signed.release.as_ref().is_some_and(by_author) {
            Ok(signed)
        } else {
            Err(Malformed)
        }
    }

    /// The report if its author, and whoever released it, signed it; and who released it. `key_of` says
    /// with which key an officer could sign on the day the report is dated.
    pub fn verify(
        &self,
        key_of: &dyn Fn(OfficerId, Day) -> Option<PublicKey>,
    ) -> Result<(Report, Option<OfficerId>), BadSignature> {
        let report = self.read().map_err(|_| BadSignature)?;
        let author = key_of(report.author, report.created).ok_or(BadSignature)?;
        author.verify(REPORT_CONTEXT, &self.report, &self.signature)?;
        let Some(release) = &self.release else {
            return Ok((report, None));
        };
        let second = key_of(release.officer, report.created).ok_or(BadSignature)?;
        if second == author {
            return Err(BadSignature);
        }
        second.verify(RELEASE_CONTEXT, &self.report, &release.signature)?;
        Ok((report, Some(release.officer)))
    }

    /// Everything signed but the report: what is kept beside it, so that others can verify it later.
    pub fn signatures(&self) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let bare = Self {
            report: ByteVec::from(Vec::new()),
            ..self.clone()
        };
        bare.to_bytes()
    }

    /// A report with what [`SignedReport::signatures`] gave. Everything may be chosen by whoever kept them.
    pub fn rejoin(report: &Report, signatures: &[u8]) -> Result<Self, Malformed> {
        let bare: Self = from_deterministic(signatures)?;
        let report = to_deterministic(report)?;
        let joined = Self {
            report: ByteVec::from(report.to_vec()),
            ..bare
        };
        let bytes = joined.to_bytes().map_err(|_| Malformed)?;
        Self::from_bytes(&bytes)
    }

    fn read(&self) -> Result<Report, Malformed> {
        from_deterministic(&self.report)
    }
}

impl std::fmt::Debug for SignedReport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SignedReport(..)")
    }
}

/// Seals a signed report to a desk's recipient of the week.
pub fn seal_report(
    desk: &Recipient,
    inst: InstallationId,
    signed: &SignedReport,
) -> Result<SealedFrame, SealError> {
    seal_frame(desk, Kind::Report, inst, &signed.to_bytes()?)
}

fn is_sound(report: &Report) -> bool {
    let items = report.items.iter().map(|item| item.text.len());
    let others = report
        .provenance
        .len()
        .saturating_add(report.what_changed().len());
    let text = items.fold(others, usize::saturating_add);
    report.ctx == REPORT_CONTEXT
        && !report.items.is_empty()
        && report.title.len() <= TITLE_MAX
        && text <= REPORT_TEXT_MAX
        && report.is_version()
}
