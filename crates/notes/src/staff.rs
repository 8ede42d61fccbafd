//! The staff directory: to whom officers' browsers seal reports and what is kept.

use domain::{Desk, Quarter, Week, Year};

use crate::body::{Head, Malformed, NoteBody};
use crate::directory::{DIRECTORY_DAYS, DeskKey, find, is_public};
use crate::lines::{Lines, ascending, parse};
use crate::recipient::RecipientText;
use crate::signature::PublicKey;

const CONTEXT: &str = "ginnel/staff-directory/v1";

/// This year and the next.
const YEARS: usize = 2;

/// This quarter and the next.
const QUARTERS_A_DESK: usize = 2;

/// A desk's recipient for what is kept in one quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VaultKey {
    /// The desk.
    pub desk: Desk,
    /// The quarter of keeping.
    pub quarter: Quarter,
    /// Whom to seal to.
    pub recipient: RecipientText,
}

/// The oldest roster of a desk that is to be believed beside this directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RosterSerial {
    /// The desk.
    pub desk: Desk,
    /// The serial of its roster when the directory was written.
    pub serial: u64,
}

/// To whom the log of operations is sealed in one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditorKey {
    /// The year.
    pub year: Year,
    /// Whom to seal to.
    pub recipient: RecipientText,
}

/// Weekly recipients of every desk but the public ones, quarterly vaults of every desk, and how new
/// rosters must be: a roster holds for three months, a directory for two weeks.
///
/// ```text
/// ginnel/staff-directory/v1
/// inst <hex>
/// serial <n>
/// from <day>
/// until <day>
/// desk <desk> <week> <age1pq1…>        ascending, at most four weeks a desk
/// vault <desk> <quarter> <age1pq1…>    ascending, at most two quarters a desk
/// roster <desk> <n>                    ascending, at most one a desk
/// auditor <year> <age1pq1…>            ascending, at most two
/// canary <base64>                      at most one
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffDirectory {
    /// Installation, serial and dates.
    pub head: Head,
    /// Weekly recipients, ascending by desk and week.
    pub desks: Vec<DeskKey>,
    /// Vaults, ascending by desk and quarter.
    pub vaults: Vec<VaultKey>,
    /// The newest rosters there were, ascending by desk.
    pub rosters: Vec<RosterSerial>,
    /// The auditors, ascending by year.
    pub auditors: Vec<AuditorKey>,
    /// What marks test tips, if any are sent.
    pub canary: Option<PublicKey>,
}

impl StaffDirectory {
    /// Whom to seal to for this desk in this week.
    pub fn recipient(&self, desk: Desk, week: Week) -> Option<&RecipientText> {
        find(&self.desks, desk, week)
    }

    /// Whom to seal to for what this desk keeps in this quarter.
    pub fn vault(&self, desk: Desk, quarter: Quarter) -> Option<&RecipientText> {
        let mut vaults = self.vaults.iter();
        vaults
            .find(|vault| vault.desk == desk && vault.quarter == quarter)
            .map(|vault| &vault.recipient)
    }

    /// The serial that this desk's roster must have at least.
    pub fn roster_serial(&self, desk: Desk) -> Option<u64> {
        let mut rosters = self.rosters.iter();
        rosters.find(|one| one.desk == desk).map(|one| one.serial)
    }

    /// The auditors to seal the log of a year to: that year's, else those of the newest year before it. An
    /// operation of a new year is recorded even if nobody thought of its key.
    pub fn auditor(&self, year: Year) -> Option<&AuditorKey> {
        self.auditors.iter().rfind(|key| key.year <= year)
    }

    /// The desks that can be sealed to in this week, ascending.
    pub fn desks_in(&self, week: Week) -> impl Iterator<Item = Desk> {
        let in_week = self.desks.iter().filter(move |key| key.week == week);
        in_week.map(|key| key.desk)
    }
}

impl NoteBody for StaffDirectory {
    fn head(&self) -> &Head {
        &self.head
    }

    fn write(&self) -> String {
        let mut text = format!("{CONTEXT}\n{}", self.head.write());
        text.extend(self.desks.iter().map(DeskKey::line));
        text.extend(self.vaults.iter().map(VaultKey::line));
        text.extend(self.rosters.iter().map(RosterSerial::line));
        text.extend(self.auditors.iter().map(AuditorKey::line));
        text.extend(self.canary.map(|key| format!("canary {key}\n")));
        text
    }

    fn read(text: &str) -> Result<Self, Malformed> {
        let mut lines = Lines::begin(text, CONTEXT)?;
        let directory = Self {
            head: Head::read(&mut lines, DIRECTORY_DAYS)?,
            desks: DeskKey::read_all(&mut lines, |desk| !is_public(desk))?,
            vaults: VaultKey::read_all(&mut lines)?,
            rosters: RosterSerial::read_all(&mut lines)?,
            auditors: AuditorKey::read_all(&mut lines)?,
            canary: match lines.values("canary")? {
                Some([key]) => Some(PublicKey::parse(key)?),
                None => None,
            },
        };
        lines.end()?;
        Ok(directory)
    }
}

impl VaultKey {
    fn line(&self) -> String {
        format!("vault {} {} {}\n", self.desk, self.quarter, self.recipient)
    }

    fn read_all(lines: &mut Lines<'_>) -> Result<Vec<Self>, Malformed> {
        let keys = lines.all("vault", |[desk, quarter, recipient]| {
            Ok(Self {
                desk: parse(desk)?,
                quarter: parse(quarter)?,
                recipient: RecipientText::parse(recipient)?,
            })
        })?;
        ascending(keys.iter().map(|key| (key.desk, key.quarter)))?;
        let quarters = |desk| keys.iter().filter(|key| key.desk == desk).count();
        if keys.iter().all(|key| quarters(key.desk) <= QUARTERS_A_DESK) {
            Ok(keys)
        } else {
            Err(Malformed)
        }
    }
}

impl RosterSerial {
    fn line(&self) -> String {
        format!("roster {} {}\n", self.desk, self.serial)
    }

    fn read_all(lines: &mut Lines<'_>) -> Result<Vec<Self>, Malformed> {
        let serials = lines.all("roster", |[desk, serial]| {
            Ok(Self {
                desk: parse(desk)?,
                serial: parse(serial)?,
            })
        })?;
        ascending(serials.iter().map(|one| one.desk))?;
        Ok(serials)
    }
}

impl AuditorKey {
    fn line(&self) -> String {
        format!("auditor {} {}\n", self.year, self.recipient)
    }

    fn read_all(lines: &mut Lines<'_>) -> Result<Vec<Self>, Malformed> {
        let keys = lines.all("auditor", |[year, recipient]| {
            Ok(Self {
                year: parse(year)?,
                recipient: RecipientText::parse(recipient)?,
            })
        })?;
        ascending(keys.iter().map(|key| key.year))?;
        if keys.len() <= YEARS {
            Ok(keys)
        } else {
            Err(Malformed)
        }
    }
}
