//! `[mail]`: who is told that something may be waiting, when, and how.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use domain::Desk;
use notify::{Address, AddressBook, DigestTimes, Patience, Plan, Quiet, Shift, StaffedHours};
use serde::{Deserialize, Serialize};

use super::problem::{Found, Problems};

mod smtp;

pub use smtp::MailError;
use smtp::SmtpSection;

/// The longest that anything may wait before somebody is told: a week.
const LONGEST_MINUTES: u32 = 7 * 24 * 60;

/// An address as it stands in the settings; does not print.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Written(String);

impl fmt::Debug for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(..)")
    }
}

impl Written {
    fn address(&self, place: &'static str) -> Result<Address, Problems> {
        let wrong = "not name@domain in ASCII, without a name before it";
        self.0.parse().map_err(|_| Problems::one(place, wrong))
    }
}

/// `[mail]`
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailSettings {
    /// Whom mails come from.
    pub from: Written,
    /// Times of every day at which each desk is mailed.
    #[serde(default = "twice_a_day")]
    pub digests: Vec<String>,
    /// Who is told when a desk does not answer.
    #[serde(default)]
    pub supervisors: Vec<Written>,
    /// A folder that takes mails as files; then no mail server is asked.
    #[serde(default)]
    pub folder: Option<PathBuf>,
    /// The mail server.
    #[serde(default)]
    pub smtp: Option<SmtpSection>,
    /// How long things may wait.
    #[serde(default)]
    pub alarms: AlarmSettings,
    /// When somebody is there; around the clock unless said.
    #[serde(default)]
    pub staffed: Option<StaffedSettings>,
    /// Who is mailed for each desk.
    #[serde(default)]
    pub desks: BTreeMap<Desk, Vec<Written>>,
}

/// `[mail.alarms]`
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AlarmSettings {
    /// Minutes that frames may lie in the intake.
    pub intake_minutes: u32,
    /// Minutes that an open record may have nobody who works on it, and a draft nobody who releases it.
    pub record_minutes: u32,
    /// Days that a desk may stay away.
    pub absent_days: u32,
    /// Hours within which a test tip is to arrive after the last one; none unless some are sent.
    pub canary_hours: Option<u32>,
    /// Who is told of what waits outside of staffed hours.
    pub quiet_hours: QuietHours,
}

/// Who is told of what waits outside of staffed hours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuietHours {
    /// The supervisors.
    #[default]
    Supervisors,
    /// Nobody until the next shift.
    Nobody,
}

impl From<QuietHours> for Quiet {
    fn from(who: QuietHours) -> Self {
        match who {
            QuietHours::Supervisors => Self::Supervisors,
            QuietHours::Nobody => Self::Nobody,
        }
    }
}

/// `[mail.staffed]`: the shifts of each day, such as `08:00-18:00`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StaffedSettings {
    /// Monday's.
    pub monday: Vec<String>,
    /// Tuesday's.
    pub tuesday: Vec<String>,
    /// Wednesday's.
    pub wednesday: Vec<String>,
    /// Thursday's.
    pub thursday: Vec<String>,
    /// Friday's.
    pub friday: Vec<String>,
    /// Saturday's.
    pub saturday: Vec<String>,
    /// Sunday's.
    pub sunday: Vec<String>,
}

impl Default for AlarmSettings {
    fn default() -> Self {
        Self {
            intake_minutes: 10,
            record_minutes: 15,
            absent_days: 3,
            canary_hours: None,
            quiet_hours: QuietHours::default(),
        }
    }
}

fn twice_a_day() -> Vec<String> {
    ["08:00", "13:00"].map(String::from).to_vec()
}

impl MailSettings {
    /// Who is mailed, when and why.
    pub fn plan(&self) -> Result<Plan, Problems> {
        Ok(Plan {
            book: self.book()?,
            digests: self.digest_times()?,
            staffed: self.staffed_hours()?,
            quiet: self.alarms.quiet_hours.into(),
            patience: self.alarms.patience(),
        })
    }

    /// Whom mails come from.
    pub fn from(&self) -> Result<Address, Problems> {
        self.from.address("mail.from")
    }

    /// Takes relative paths as relative to this folder.
    pub(super) fn resolve(&mut self, folder: &Path) {
        self.folder = self.folder.take().map(|mails| folder.join(mails));
        if let Some(smtp) = &mut self.smtp {
            smtp.resolve(folder);
        }
    }

    pub(super) fn check(&self, found: &mut Found) {
        found.all_of(self.from());
        found.all_of(self.book());
        found.all_of(self.digest_times());
        found.all_of(self.staffed_hours());
        self.alarms.check(found);
        let some_way = self.folder.is_some() || self.smtp.is_some();
        let problem = "needs the section [mail.smtp], or for trying out a folder";
        found.unless(some_way, "mail", problem);
        if let Some(smtp) = &self.smtp {
            smtp.check(found);
        }
    }

    fn book(&self) -> Result<AddressBook, Problems> {
        let parsed = |all: &[Written], place| -> Result<Vec<Address>, Problems> {
            all.iter().map(|one| one.address(place)).collect()
        };
        let mut desks = Vec::new();
        for (desk, readers) in &self.desks {
            desks.push((*desk, parsed(readers, "mail.desks")?));
        }
        let supervisors = parsed(&self.supervisors, "mail.supervisors")?;
        Ok(AddressBook::new(desks, supervisors))
    }

    fn digest_times(&self) -> Result<DigestTimes, Problems> {
        let wrong = "not a time of day such as 08:00";
        let times = self.digests.iter().map(|time| time.parse());
        let times: Result<_, _> = times.collect();
        let times = times.map_err(|_| Problems::one("mail.digests", wrong))?;
        Ok(DigestTimes::new(times))
    }

    fn staffed_hours(&self) -> Result<StaffedHours, Problems> {
        self.staffed
            .as_ref()
            .map_or(Ok(StaffedHours::Always), StaffedSettings::hours)
    }
}

impl AlarmSettings {
    fn patience(self) -> Patience {
        let days = i64::from(self.absent_days);
        Patience {
            intake: self.intake_minutes.into(),
            record: self.record_minutes.into(),
            absent: days.saturating_mul(24 * 60),
            canary: self
                .canary_hours
                .map(|hours| i64::from(hours).saturating_mul(60)),
        }
    }

    fn check(self, found: &mut Found) {
        let minutes = |some: u32| (1..=LONGEST_MINUTES).contains(&some);
        let problem = "between 1 minute and a week";
        found.unless(
            minutes(self.intake_minutes),
            "mail.alarms.intake_minutes",
            problem,
        );
        found.unless(
            minutes(self.record_minutes),
            "mail.alarms.record_minutes",
            problem,
        );
        let days = (1..=14).contains(&self.absent_days);
        found.unless(days, "mail.alarms.absent_days", "between 1 and 14");
        let hours = self
            .canary_hours
            .is_none_or(|hours| (2..=168).contains(&hours));
        found.unless(
            hours,
            "mail.alarms.canary_hours",
            "between 2 hours and a week",
        );
    }
}

impl StaffedSettings {
    fn hours(&self) -> Result<StaffedHours, Problems> {
        let week = [
            &self.monday,
            &self.tuesday,
            &self.wednesday,
            &self.thursday,
            &self.friday,
            &self.saturday,
            &self.sunday,
        ];
        if week.iter().all(|day| day.is_empty()) {
            let never = "nobody is ever there: leave the section out for around the clock";
            return Err(Problems::one("mail.staffed", never));
        }
        let mut shifts: [Vec<Shift>; 7] = Default::default();
        for (parsed, day) in shifts.iter_mut().zip(week) {
            *parsed = day
                .iter()
                .map(|shift| shift.parse())
                .collect::<Result<_, _>>()
                .map_err(|_| Problems::one("mail.staffed", SHIFT))?;
        }
        Ok(StaffedHours::Shifts(shifts))
    }
}

const SHIFT: &str = "not a shift such as 08:00-18:00; one over midnight is two, 22:00-24:00 and \
    then 00:00-06:00";

#[cfg(test)]
mod tests;
