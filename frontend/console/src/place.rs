//! Rooms have addresses: the part of the page's address after `#`.

use std::fmt;
use std::str::FromStr;

use domain::{Desk, RecordId, ReportId};

/// Where the officer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// The first room this officer has.
    Home,
    /// With an invitation in hand.
    Enrol,
    /// Tips that wait at triage.
    Intake,
    /// Tips triage has accepted.
    Kept,
    /// One of them, on the bench.
    Record(RecordId),
    /// Reports triage has sent.
    Sent,
    /// A desk's reports.
    Inbox(Desk),
    /// One of them.
    Report(Desk, ReportId),
    /// The officers of the installation.
    Officers,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => f.write_str("#/"),
            Self::Enrol => f.write_str("#/enrol"),
            Self::Intake => f.write_str("#/triage"),
            Self::Kept => f.write_str("#/kept"),
            Self::Record(record) => write!(f, "#/kept/{record}"),
            Self::Sent => f.write_str("#/sent"),
            Self::Inbox(desk) => write!(f, "#/inbox/{desk}"),
            Self::Report(desk, report) => write!(f, "#/report/{report}/{desk}"),
            Self::Officers => f.write_str("#/officers"),
        }
    }
}

impl FromStr for Place {
    type Err = std::convert::Infallible;

    /// Reads an address; whatever leads nowhere leads home.
    fn from_str(hash: &str) -> Result<Self, Self::Err> {
        let path = hash.trim_start_matches("#/");
        Ok(match path.split_once('/') {
            None => room(path),
            Some(("kept", record)) => record.parse().map_or(Self::Home, Self::Record),
            Some(("inbox", desk)) => desk.parse().map_or(Self::Home, Self::Inbox),
            Some(("report", rest)) => report(rest).unwrap_or(Self::Home),
            Some(_) => Self::Home,
        })
    }
}

fn room(name: &str) -> Place {
    match name {
        "enrol" => Place::Enrol,
        "triage" => Place::Intake,
        "kept" => Place::Kept,
        "sent" => Place::Sent,
        "officers" => Place::Officers,
        _ => Place::Home,
    }
}

fn report(rest: &str) -> Option<Place> {
    let (report, desk) = rest.split_once('/')?;
    Some(Place::Report(desk.parse().ok()?, report.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::District;

    #[test]
    fn every_place_is_found_by_its_own_address() {
        let bronze = Desk::Bronze(District::Leeds);
        for place in [
            Place::Home,
            Place::Enrol,
            Place::Intake,
            Place::Kept,
            Place::Record(RecordId::from_bytes([7; 16])),
            Place::Sent,
            Place::Inbox(bronze),
            Place::Report(bronze, ReportId::from_bytes([8; 16])),
            Place::Officers,
        ] {
            assert_eq!(place.to_string().parse(), Ok(place));
        }
    }

    #[test]
    fn an_address_that_leads_nowhere_leads_home() {
        for hash in [
            "",
            "#",
            "#/kept/zz",
            "#/inbox/nowhere",
            "#/report/1",
            "#x/y",
        ] {
            assert_eq!(hash.parse(), Ok(Place::Home), "{hash}");
        }
    }
}
