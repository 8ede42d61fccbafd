//! Where reports of a record went, or wait to go.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::desk::Desk;
use crate::id::{DraftId, OfficerId, ReportId};

/// One report that went to one desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct Routing {
    /// The report.
    #[n(0)]
    pub report: ReportId,
    /// The desk.
    #[n(1)]
    pub desk: Desk,
    /// The reference officers quote.
    #[n(2)]
    pub reference: String,
    /// The day it was sent.
    #[n(3)]
    pub day: Day,
    /// The day it was taken back.
    #[n(4)]
    pub recalled: Option<Day>,
    /// Which version it is, if not the first.
    #[n(5)]
    pub version: Option<u32>,
    /// Said once a later version took its place at its desk.
    #[n(6)]
    pub replaced: Option<bool>,
    /// What was signed, of one report of each release; none if whoever released it could not write it down.
    #[n(7)]
    #[serde(skip)]
    pub signed: Option<SignedBy>,
    /// The day it was put back, the last time, if it had been taken back.
    #[n(8)]
    #[serde(default)]
    pub restored: Option<Day>,
    /// The notice with which an officer of triage took it back: what the server says of it is of that one.
    #[n(9)]
    #[serde(default)]
    pub told: Option<ReportId>,
    /// Said once a trace is kept of where it went, for when its record is gone.
    #[n(10)]
    #[serde(default)]
    pub traced: Option<bool>,
}

impl Routing {
    /// Which version it is, from 1.
    pub fn version(&self) -> u32 {
        self.version.unwrap_or(1)
    }
}

/// The signatures under a report, from which, with the work, it can be put together again.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct SignedBy {
    /// Its author.
    #[n(0)]
    pub author: OfficerId,
    /// What they, and whoever released it, signed.
    #[n(1)]
    pub signatures: ByteVec,
}

/// Reports that wait for a second officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct HandedIn {
    /// The draft they lie in.
    #[n(0)]
    pub draft: DraftId,
    /// Who handed it in.
    #[n(1)]
    pub by: OfficerId,
    /// Where its reports go once it is released.
    #[n(2)]
    pub routings: Vec<Routing>,
}
