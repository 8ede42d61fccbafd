//! What the demonstration remembers of its officers, which in earnest each of them keeps alone.

use domain::{Desk, Role};
use serde::{Deserialize, Serialize};

use crate::DemoError;
use crate::layout::{self, Layout};

/// An officer of the demonstration.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoOfficer {
    /// The sign-in name.
    pub name: String,
    /// The passphrase, drawn at enrolment.
    pub passphrase: String,
    /// The role.
    pub role: Role,
    /// The desks; none for those who open nothing.
    pub desks: Vec<Desk>,
    /// The six words of their card, as their browser showed them.
    pub fingerprint: String,
}

impl std::fmt::Debug for DemoOfficer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut officer = f.debug_struct("DemoOfficer");
        officer.field("name", &self.name).finish_non_exhaustive()
    }
}

pub(crate) fn read(layout: &Layout) -> Result<Vec<DemoOfficer>, DemoError> {
    let path = layout.officers();
    let Some(text) = layout::read_if_there(&path)? else {
        return Ok(Vec::new());
    };
    serde_json::from_str(&text).map_err(|_| DemoError::Damaged(path))
}

pub(crate) fn write(layout: &Layout, officers: &[DemoOfficer]) -> Result<(), DemoError> {
    let text = serde_json::to_string_pretty(officers).expect("texts are plain data");
    layout::write_private(&layout.officers(), &text)
}
