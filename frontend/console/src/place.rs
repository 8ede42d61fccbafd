//! Rooms have addresses: the part of the page's address after `#`. No address names a tip or a
//! report: the browser writes its history to disk. Which one it was, only this page remembers.

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
    /// What waits for a second officer.
    Release,
    /// How much work there is, for supervisors of triage.
    Desk,
    /// Reports triage has sent.
    Sent,
    /// A desk's reports.
    Inbox(Desk),
    /// One of them.
    Report(Desk, ReportId),
    /// What a desk does about the reports it took on.
    Cases(Desk),
    /// One of them.
    Case(Desk, RecordId),
    /// The agenda of a desk's meeting.
    Meeting(Desk),
    /// What of a desk is to be reviewed before it goes.
    Due(Desk),
    /// A desk's picture: counts and a trend.
    Picture(Desk),
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
            Self::Record(_) => f.write_str("#/kept/tip"),
            Self::Release => f.write_str("#/release"),
            Self::Desk => f.write_str("#/desk"),
            Self::Sent => f.write_str("#/sent"),
            Self::Inbox(desk) => write!(f, "#/inbox/{desk}"),
            Self::Report(desk, _) => write!(f, "#/report/{desk}"),
            Self::Cases(desk) => write!(f, "#/cases/{desk}"),
            Self::Case(desk, _) => write!(f, "#/case/{desk}"),
            Self::Meeting(desk) => write!(f, "#/meeting/{desk}"),
            Self::Due(desk) => write!(f, "#/due/{desk}"),
            Self::Picture(desk) => write!(f, "#/picture/{desk}"),
            Self::Officers => f.write_str("#/officers"),
        }
    }
}

impl FromStr for Place {
    type Err = std::convert::Infallible;

    /// Reads an address. One tip's or report's leads to its list; whatever leads nowhere leads home.
    fn from_str(hash: &str) -> Result<Self, Self::Err> {
        let path = hash.trim_start_matches("#/");
        Ok(match path.split_once('/') {
            None => room(path),
            Some(("kept", _)) => Self::Kept,
            Some(("inbox" | "report", desk)) => desk.parse().map_or(Self::Home, Self::Inbox),
            Some(("cases" | "case", desk)) => desk.parse().map_or(Self::Home, Self::Cases),
            Some(("meeting", desk)) => desk.parse().map_or(Self::Home, Self::Meeting),
            Some(("due", desk)) => desk.parse().map_or(Self::Home, Self::Due),
            Some(("picture", desk)) => desk.parse().map_or(Self::Home, Self::Picture),
            Some(_) => Self::Home,
        })
    }
}

fn room(name: &str) -> Place {
    match name {
        "enrol" => Place::Enrol,
        "triage" => Place::Intake,
        "kept" => Place::Kept,
        "release" => Place::Release,
        "desk" => Place::Desk,
        "sent" => Place::Sent,
        "officers" => Place::Officers,
        _ => Place::Home,
    }
}

/// Where this page has been: what its addresses leave out, in memory only.
#[derive(Debug)]
pub(crate) struct Trail {
    /// Tells this page's entries of the browser's history from those of a page before a reload.
    page: String,
    places: Vec<Place>,
}

impl Trail {
    /// Nowhere yet. `page` is another one each time the page is loaded.
    pub(crate) const fn new(page: String) -> Self {
        Self {
            page,
            places: Vec::new(),
        }
    }

    /// Notes a place that is gone to. Answers the mark of its entry.
    pub(crate) fn go(&mut self, place: Place) -> String {
        self.places.push(place);
        format!("{}/{}", self.page, self.places.len().saturating_sub(1))
    }

    /// The place of the history's entry with this mark and address.
    pub(crate) fn find(&self, mark: Option<&str>, address: &str) -> Place {
        let known = self.number(mark).and_then(|number| self.places.get(number));
        let known = known.filter(|place| place.to_string() == address);
        known
            .copied()
            .unwrap_or_else(|| address.parse().unwrap_or(Place::Home))
    }

    fn number(&self, mark: Option<&str>) -> Option<usize> {
        let (page, number) = mark?.split_once('/')?;
        (page == self.page).then(|| number.parse().ok())?
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::District;

    const RECORD: Place = Place::Record(RecordId::from_bytes([7; 16]));
    const OTHER: Place = Place::Record(RecordId::from_bytes([9; 16]));
    const REPORT: Place =
        Place::Report(Desk::Bronze(District::Leeds), ReportId::from_bytes([8; 16]));

    #[test]
    fn every_room_is_found_by_its_own_address() {
        let bronze = Desk::Bronze(District::Leeds);
        for place in [
            Place::Home,
            Place::Enrol,
            Place::Intake,
            Place::Kept,
            Place::Release,
            Place::Desk,
            Place::Sent,
            Place::Inbox(bronze),
            Place::Cases(bronze),
            Place::Meeting(bronze),
            Place::Due(bronze),
            Place::Due(Desk::Triage),
            Place::Picture(bronze),
            Place::Officers,
        ] {
            assert_eq!(place.to_string().parse(), Ok(place));
        }
    }

    #[test]
    fn no_address_names_a_tip_or_a_report_and_each_leads_to_its_list() {
        assert_eq!(RECORD.to_string(), OTHER.to_string());
        assert_eq!(RECORD.to_string().parse(), Ok(Place::Kept));
        let inbox = Place::Inbox(Desk::Bronze(District::Leeds));
        assert_eq!(REPORT.to_string().parse(), Ok(inbox));
        assert!(!REPORT.to_string().contains("08"));
        let desk = Desk::Bronze(District::Leeds);
        let case = Place::Case(desk, RecordId::from_bytes([7; 16])).to_string();
        assert_eq!(case.parse(), Ok(Place::Cases(desk)));
        assert!(!case.contains("07"));
    }

    #[test]
    fn back_finds_the_very_tip_again_while_the_page_lives() {
        let mut trail = Trail::new("a".into());
        let address = RECORD.to_string();
        let first = trail.go(RECORD);
        let second = trail.go(OTHER);
        assert_eq!(trail.find(Some(&first), &address), RECORD);
        assert_eq!(trail.find(Some(&second), &address), OTHER);
        let third = trail.go(REPORT);
        assert_eq!(trail.find(Some(&third), &REPORT.to_string()), REPORT);
        assert_eq!(trail.find(Some(&third), &address), Place::Kept);
        for mark in [None, Some("b/0"), Some("a/7"), Some("a/x"), Some("")] {
            assert_eq!(trail.find(mark, &address), Place::Kept, "{mark:?}");
        }
    }

    #[test]
    fn an_address_that_leads_nowhere_leads_home() {
        for hash in ["", "#", "#/inbox/nowhere", "#/report/1", "#x/y"] {
            assert_eq!(hash.parse(), Ok(Place::Home), "{hash}");
        }
    }
}
