//! The police forces around the county.

use serde::Serialize;

use crate::tables::FORCES;

/// A police force next to West Yorkshire's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Force {
    /// Derbyshire Constabulary.
    Derbyshire,
    /// Greater Manchester Police.
    GreaterManchester,
    /// Lancashire Constabulary.
    Lancashire,
    /// North Yorkshire Police.
    NorthYorkshire,
    /// South Yorkshire Police.
    SouthYorkshire,
}

impl Force {
    /// Every force, in the alphabet's order.
    pub const ALL: [Self; 5] = [
        Self::Derbyshire,
        Self::GreaterManchester,
        Self::Lancashire,
        Self::NorthYorkshire,
        Self::SouthYorkshire,
    ];

    /// What it calls itself, in English.
    pub fn name(self) -> &'static str {
        let names = Self::ALL.iter().zip(FORCES);
        let mut own = names.filter(|(force, _)| **force == self);
        own.next().map_or("", |(_, name)| name)
    }
}
