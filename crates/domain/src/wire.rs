//! What crosses the wire between a browser and the two listeners, as JSON unless said otherwise.
//!
//! Public listener: `POST /api/tips` (exactly [`crate::FRAME_LEN`] bytes in, 202 out),
//! `GET /api/directory` (a signed note, text), `GET /health`.
//!
//! Staff listener, each route with its request and response type:
//!
//! | route | takes | gives |
//! |---|---|---|
//! | `POST /api/enrol/start` | [`EnrolStart`] | [`EnrolChallenge`] |
//! | `POST /api/enrol/finish` | [`EnrolFinish`] | 204 |
//! | `POST /api/sign-in/start` | [`SignInStart`] | [`SignInChallenge`] |
//! | `POST /api/sign-in/finish` | [`SignInFinish`] | [`Session`] |
//! | `POST /api/sign-out` | | 204 |
//! | `GET /api/me` | | [`Me`] |
//! | `GET /api/notes` | | [`Notes`] |
//! | `GET /api/wrappers` | | [`Wrappers`] |
//! | `POST /api/intake/fetch` | [`FetchIntake`] | [`INTAKE_ENTRY_LEN`]-byte entries, binary |
//! | `POST /api/intake/accept` | [`Accept`] | 204, or 409 if somebody was first |
//! | `GET /api/vault/{desk}` | | [`Cards`] |
//! | `POST /api/vault/{desk}/{record}/open` | [`Purpose`] | [`OpenedRecord`] |
//! | `POST /api/vault/{desk}/{record}/claim` | | [`Claim`], or 409 |
//! | `POST /api/vault/{desk}/{record}/release` | [`LeaseOnly`] | 204 |
//! | `PUT /api/vault/{desk}/{record}` | [`WriteRecord`] | 204, or 409 |
//! | `POST /api/vault/{desk}/{record}/put-back` | [`PutBack`] | 204, or 409 |
//! | `POST /api/reports` | [`Deliver`] | 204 |
//! | `GET /api/deliveries` | | [`Deliveries`] |
//! | `GET /api/inbox/{desk}` | | [`Deliveries`] |
//! | `POST /api/inbox/{desk}/{report}/open` | [`Purpose`] | [`OpenedReport`] |
//! | `POST /api/inbox/{desk}/{report}/acknowledge` | | 204 |
//! | `GET /api/officers` | | [`Officers`] |
//!
//! `{desk}` is percent-encoded (`bronze%2Fleeds`). The session token goes in
//! `Authorization: Bearer`. Every failure is a [`Fault`] as `application/problem+json`.

use std::fmt;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Quarter, UnixSeconds, Week};
use crate::desk::{Desk, Role};
use crate::frame::{FRAME_LEN, SealedFrame};
use crate::id::{InstallationId, IntakeId, OfficerId, RecordId, ReportId};

/// Bytes of one entry of an intake answer: `u64 id || i32 day || frame`, big-endian.
pub const INTAKE_ENTRY_LEN: usize = 8 + 4 + FRAME_LEN;
/// Most frames one intake fetch gives.
pub const INTAKE_FETCH_MAX: u16 = 256;
/// The response header of an intake fetch that says how many frames are still to come.
pub const INTAKE_REMAINING_HEADER: &str = "ginnel-remaining";
/// Most frames one acceptance names; more copies of a part go into further records.
pub const ACCEPT_MAX: usize = 64;
/// Bytes of an acceptance's nonce.
pub const PARTS_NONCE_LEN: usize = 32;
/// Bytes of a sealed card.
pub const CARD_LEN: usize = 4_096;

/// Bytes that travel as unpadded base64url text. `Debug` shows the length only.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Blob(pub Vec<u8>);

impl fmt::Debug for Blob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Blob({} bytes)", self.0.len())
    }
}

impl Serialize for Blob {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&BASE64.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Blob {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        BASE64
            .decode(text)
            .map(Self)
            .map_err(|_| serde::de::Error::custom("not base64url"))
    }
}

impl Serialize for SealedFrame {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&BASE64.encode(self.as_bytes()))
    }
}

impl<'de> Deserialize<'de> for SealedFrame {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::try_from(Blob::deserialize(d)?.0).map_err(serde::de::Error::custom)
    }
}

/// A failure: RFC 9457 problem details with a fixed title and nothing of the request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// The HTTP status, once more.
    pub status: u16,
    /// One fixed sentence for this kind of failure.
    pub title: String,
    /// A stable word for programs, such as `too-many` or `already-accepted`.
    pub code: String,
    /// When to try again, in seconds from now; with 429 and 503.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub retry_after: Option<u32>,
}

/// Begins an enrolment.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EnrolStart {
    /// The one-time code from the invitation.
    pub invitation: String,
    /// The OPAQUE registration request.
    pub request: Blob,
}

/// The server's half of an enrolment.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EnrolChallenge {
    /// The officer's id, to be named on the card.
    pub officer: OfficerId,
    /// The name the officer will sign in with.
    pub name: String,
    /// The installation.
    pub inst: InstallationId,
    /// The OPAQUE registration response.
    pub response: Blob,
}

/// Ends an enrolment.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EnrolFinish {
    /// The one-time code again.
    pub invitation: String,
    /// The OPAQUE registration upload.
    pub upload: Blob,
    /// The officer's card, signed text (`notes::card`).
    pub card: String,
}

/// Begins a sign-in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SignInStart {
    /// The officer's sign-in name.
    pub name: String,
    /// The OPAQUE credential request.
    pub request: Blob,
}

/// The server's half of a sign-in; alike for known and unknown names.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SignInChallenge {
    /// Names this attempt.
    pub attempt: Blob,
    /// The OPAQUE credential response.
    pub response: Blob,
}

/// Ends a sign-in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SignInFinish {
    /// The attempt.
    pub attempt: Blob,
    /// The OPAQUE credential finalization.
    pub finalization: Blob,
}

/// An open session.
#[derive(Clone, Serialize, Deserialize)]
pub struct Session {
    /// The bearer token, shown once. The store holds its hash only.
    pub token: String,
    /// Who signed in.
    pub me: Me,
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session")
            .field("me", &self.me)
            .finish_non_exhaustive()
    }
}

/// Who the session belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// The officer.
    pub officer: OfficerId,
    /// The sign-in name.
    pub name: String,
    /// The role.
    pub role: Role,
    /// The desks the officer may work on; empty until approved.
    pub desks: Vec<Desk>,
    /// The installation.
    pub inst: InstallationId,
    /// When the session ends whatever happens.
    pub until: UnixSeconds,
}

/// The signed notes an officer's browser verifies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notes {
    /// The public directory.
    pub public: Option<String>,
    /// The staff directory.
    pub staff: Option<String>,
    /// The rosters of the officer's desks and of those reports come from.
    pub rosters: Vec<String>,
}

/// The epoch secrets wrapped to this officer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Wrappers {
    /// One for each desk and period.
    pub wrappers: Vec<Wrapper>,
}

/// One epoch secret, wrapped to one officer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Wrapper {
    /// The desk.
    pub desk: Desk,
    /// The week (`2026-W47`) of a DESK epoch or the quarter (`2026-Q4`) of a VAULT epoch.
    pub period: String,
    /// The age file.
    pub blob: Blob,
}

/// Asks for frames this session has not been given yet, in random order.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FetchIntake {
    /// Most frames wanted; at most [`INTAKE_FETCH_MAX`] are given.
    pub most: u16,
    /// Forget what was given before and begin again (a console that was reloaded).
    pub afresh: bool,
}

/// Accepts a tip: all its parts' frames, and the record it is kept in. Spam is kept in a closed one,
/// so that nobody makes a tip disappear without a trace.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Accept {
    /// The frames of all parts, at most [`ACCEPT_MAX`].
    pub intake: Vec<IntakeId>,
    /// [`PARTS_NONCE_LEN`] random bytes that also lie inside the record's seal; the server keeps
    /// SHA-256(nonce || ids ascending, eight bytes each) with the record.
    pub nonce: Blob,
    /// The record, sealed to the triage vault.
    pub record: NewRecord,
}

/// A record to be kept: three frames and a card, sealed to a one-time identity.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NewRecord {
    /// Its id, drawn in the browser.
    pub record: RecordId,
    /// The VAULT epoch the wrapper is sealed to.
    pub quarter: Quarter,
    /// The age file that holds the one-time identity's seed.
    pub wrapper: Blob,
    /// Original; work; translation and history.
    pub frames: [SealedFrame; 3],
    /// The sealed card, [`CARD_LEN`] bytes.
    pub card: Blob,
    /// Whether work on it is over at once.
    pub closed: bool,
}

/// The cards of a desk's vault.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Cards {
    /// In no particular order.
    pub cards: Vec<CardRow>,
}

/// One card, with what the server itself knows of its record.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CardRow {
    /// The record.
    pub record: RecordId,
    /// The VAULT epoch.
    pub quarter: Quarter,
    /// The age file with the seed.
    pub wrapper: Blob,
    /// The sealed card.
    pub card: Blob,
    /// Counts up with every write, from 1.
    pub version: u32,
    /// The day it was accepted.
    pub day: Day,
    /// Whether work on it is over.
    pub closed: bool,
    /// Who holds the claim, and until when, if anybody.
    pub claim: Option<ClaimRow>,
}

/// Who works on a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimRow {
    /// The officer.
    pub officer: OfficerId,
    /// Their sign-in name.
    pub name: String,
    /// When the lease ends unless renewed.
    pub until: UnixSeconds,
}

/// Why something sealed is opened: a short purpose code for the log of operations.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Purpose {
    /// A code such as `triage`, `review`, `action`; at most 32 bytes of `a-z-`.
    pub purpose: String,
}

/// A record's sealed frames.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OpenedRecord {
    /// Original; work; translation and history.
    pub frames: [SealedFrame; 3],
    /// The version these frames are.
    pub version: u32,
    /// The VAULT epoch.
    pub quarter: Quarter,
    /// The age file with the seed.
    pub wrapper: Blob,
}

/// A lease on a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Its number; writes with an older one are refused. Claiming again renews it.
    pub lease: u32,
    /// When it ends.
    pub until: UnixSeconds,
}

/// Names the lease one holds.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct LeaseOnly {
    /// The number.
    pub lease: u32,
}

/// Undoes an acceptance: which frames it was made of stands inside the record's seal only.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PutBack {
    /// The lease held.
    pub lease: u32,
    /// The frames it was accepted with.
    pub intake: Vec<IntakeId>,
    /// The nonce it was accepted with.
    pub nonce: Blob,
}

/// Writes a new version of a record.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WriteRecord {
    /// The lease held.
    pub lease: u32,
    /// The version this one follows.
    pub after: u32,
    /// The new frames.
    pub frames: [SealedFrame; 3],
    /// The new card.
    pub card: Blob,
    /// Whether work on it is over.
    pub closed: bool,
}

/// Delivers sealed reports, one to each desk.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Deliver {
    /// At most 16.
    pub reports: Vec<NewReport>,
}

/// One sealed report for one desk.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NewReport {
    /// Its id, drawn in the browser.
    pub report: ReportId,
    /// The desk.
    pub desk: Desk,
    /// The DESK epoch it is sealed to.
    pub week: Week,
    /// The sealed report.
    pub frame: SealedFrame,
}

/// The states of deliveries: a desk's inbox, or what triage has sent.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Deliveries {
    /// Newest day first.
    pub deliveries: Vec<DeliveryRow>,
}

/// One delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveryRow {
    /// The report.
    pub report: ReportId,
    /// The desk.
    pub desk: Desk,
    /// The DESK epoch it is sealed to.
    pub week: Week,
    /// The day it was delivered.
    pub day: Day,
    /// How far it has come.
    pub state: DeliveryState,
    /// Who acknowledged it, if anybody.
    pub acknowledged_by: Option<String>,
}

/// How far a delivery has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryState {
    /// Nobody has opened it.
    New,
    /// Somebody has opened it.
    Opened,
    /// Somebody has acknowledged it.
    Acknowledged,
    /// Taken back by triage.
    Recalled,
}

/// A sealed report, to be opened in the browser.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OpenedReport {
    /// The sealed report.
    pub frame: SealedFrame,
    /// The DESK epoch it is sealed to.
    pub week: Week,
}

/// The officers of the installation, for coordinators.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Officers {
    /// By name.
    pub officers: Vec<OfficerRow>,
}

/// One officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficerRow {
    /// The officer.
    pub officer: OfficerId,
    /// The sign-in name.
    pub name: String,
    /// The role.
    pub role: Role,
    /// The desks; those asked for until approved.
    pub desks: Vec<Desk>,
    /// How far they have come.
    pub state: OfficerState,
}

/// How far an officer has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfficerState {
    /// Invited, not yet enrolled.
    Invited,
    /// Enrolled, not yet in a roster.
    Enrolled,
    /// In the rosters of their desks.
    Approved,
    /// Gone.
    Removed,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blob_travels_as_text_and_prints_only_its_length() {
        let blob = Blob(vec![0xff, 0xfe, 0xfd]);
        let json = serde_json::to_string(&blob).unwrap();
        assert_eq!(json, "\"__79\"");
        assert_eq!(serde_json::from_str::<Blob>(&json).unwrap(), blob);
        assert!(serde_json::from_str::<Blob>("\"a=\"").is_err());
        assert_eq!(format!("{blob:?}"), "Blob(3 bytes)");
    }

    #[test]
    fn a_frame_of_another_length_is_not_read() {
        assert!(serde_json::from_str::<SealedFrame>("\"AAAA\"").is_err());
    }
}
