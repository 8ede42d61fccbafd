//! What a tip has in common with others.

use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::id::{RecordId, TipId};
use crate::work::Entity;

/// A tip that is compared with others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum Subject {
    /// It waits in the intake.
    Waiting {
        /// The tip.
        tip: TipId,
    },
    /// It is kept, and open here.
    Kept {
        /// The desk that keeps it.
        desk: Desk,
        /// The record.
        record: RecordId,
    },
}

/// What a tip names, and which others this console knows of name or say the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// The tip that was compared.
    pub of: Subject,
    /// Whom and what it names.
    pub entities: Vec<Entity>,
    /// Those of them that others name too.
    pub also: Vec<AlsoNamed>,
    /// Waiting tips with much of the same text, the most alike first.
    pub similar: Vec<SimilarTip>,
    /// What many name within one day.
    pub bursts: Vec<Burst>,
    /// Waiting tips not read for this yet.
    pub unread: u32,
}

/// An entity and who else names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlsoNamed {
    /// Whom or what.
    pub entity: Entity,
    /// The first waiting tips that do.
    pub tips: Vec<TipId>,
    /// The first records that do.
    pub records: Vec<RecordId>,
    /// How many tips and records do, in all.
    pub all: u32,
}

/// A waiting tip with much of the same text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SimilarTip {
    /// The tip.
    pub tip: TipId,
    /// How much of the shorter text stands in the other, in percent.
    pub share: u8,
}

/// An entity that several tips name within twenty-four hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Burst {
    /// Whom or what.
    pub entity: Entity,
    /// How many tips, this one counted.
    pub tips: u32,
}
