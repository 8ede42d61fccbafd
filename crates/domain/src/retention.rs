//! How long what desks keep stays, and the days on which it goes.
//!
//! The server keeps these days in the clear and deletes by them, so they say little. A record of triage goes
//! at the end of a week: which day it was finished on would tell, of a quiet desk, which reports it became,
//! since those bear the day they were delivered. A report and what a desk made of it go at the end of a
//! month. Work that is not over has no day at all: nothing goes while somebody works on it.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::desk::Desk;

/// Days before something goes from which its desk is warned.
pub const WARNING_DAYS: i32 = 14;
/// Days without a word in it after which work at triage is taken for forgotten, were finished work kept for less.
const FORGOTTEN_DAYS: u16 = 28;
/// Months by which a review is postponed at most, at a time.
pub const POSTPONE_MONTHS: u16 = 12;

/// How long desks keep things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Retention {
    /// Days after the decision that ended it that a record of triage is kept.
    pub vault_days: u16,
    /// Months that a report, and what a desk makes of it, are kept.
    pub report_months: u16,
}

impl Default for Retention {
    fn default() -> Self {
        Self {
            vault_days: 90,
            report_months: 72,
        }
    }
}

impl Retention {
    /// Whether there is time for a warning, and an end.
    pub fn is_sound(self) -> bool {
        (7..=730).contains(&self.vault_days) && (3..=120).contains(&self.report_months)
    }

    /// When a record goes with which a desk is finished today.
    ///
    /// A desk's case stays as long as its report says, at most as long as reports may, and at least as long
    /// after its end as a record of triage does.
    pub fn finished(self, desk: Desk, begun: Day, today: Day, asked: Option<Day>) -> Day {
        let after = today.plus(self.vault_days.into());
        if !desk.receives_reports() {
            return after.week().plus(1).first_day().plus(-1);
        }
        let longest = self.reported(begun);
        let asked = asked.map_or(longest, |day| day.month().last_day().min(longest));
        asked.max(after.month().last_day())
    }

    /// When a report goes that is delivered on this day.
    pub fn reported(self, delivered: Day) -> Day {
        delivered.month().plus(self.report_months).last_day()
    }

    /// When a message between desks goes that is sent on this day.
    pub fn said(self, sent: Day) -> Day {
        sent.plus(self.vault_days.into()).month().last_day()
    }

    /// Whether the review of something a desk has kept since `begun`, and which goes on a day, may be put off
    /// until this day: a later one, a month's last, at most [`POSTPONE_MONTHS`] away. Beyond what reports are
    /// kept a supervisor has to.
    pub fn may_postpone(
        self,
        until: Day,
        (begun, goes): (Day, Option<Day>),
        today: Day,
        supervises: bool,
    ) -> bool {
        until == until.month().last_day()
            && until > today
            && goes.is_none_or(|goes| until > goes)
            && until <= Self::postponed(today, POSTPONE_MONTHS)
            && (supervises || until <= self.reported(begun))
    }

    /// The day until which a review is put off by so many months.
    pub fn postponed(today: Day, months: u16) -> Day {
        today.month().plus(months).last_day()
    }

    /// When work that is not over, and in which nobody has written since, is to be looked at: after as long as
    /// it would be kept once it is over. It does not go then.
    pub fn forgotten(self, desk: Desk, written: Day) -> Day {
        if desk.receives_reports() {
            self.reported(written)
        } else {
            written.plus(self.vault_days.max(FORGOTTEN_DAYS).into())
        }
    }
}

/// Why something is to be reviewed now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is", content = "on")]
pub enum Due {
    /// It goes after this day.
    Goes(Day),
    /// Nobody has written in it since this day, and it is not finished.
    Forgotten(Day),
    /// It was finished by this day, as its author signed, and the server says of no day that it goes: it would
    /// stay for ever.
    Undated(Day),
}

impl Due {
    /// What is to be reviewed of something that goes on `review`, or that nobody finished and in which was
    /// last written on `written`.
    pub fn of(
        retention: Retention,
        desk: Desk,
        review: Option<Day>,
        written: Day,
        today: Day,
    ) -> Option<Self> {
        match review {
            Some(day) => (day <= today.plus(WARNING_DAYS)).then_some(Self::Goes(day)),
            None => (retention.forgotten(desk, written) <= today.plus(WARNING_DAYS))
                .then_some(Self::Forgotten(written)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::District;

    const LEEDS: Desk = Desk::Bronze(District::Leeds);

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_record_of_triage_goes_at_the_end_of_a_week() {
        let terms = Retention::default();
        let finished = |today| terms.finished(Desk::Triage, day("2026-01-01"), day(today), None);
        assert_eq!(finished("2026-11-23").to_string(), "2027-02-21");
        assert_eq!(finished("2026-11-29").to_string(), "2027-02-28");
        let wished = Some(day("2030-01-01"));
        let today = day("2026-11-23");
        assert_eq!(
            terms.finished(Desk::Triage, today, today, wished),
            finished("2026-11-23"),
            "no browser keeps it longer"
        );
    }

    #[test]
    fn a_case_stays_as_long_as_its_report_says_within_what_the_setting_allows() {
        let terms = Retention::default();
        let begun = day("2026-11-23");
        let finished = |today, asked| terms.finished(LEEDS, begun, day(today), asked).to_string();
        assert_eq!(finished("2026-12-01", None), "2032-11-30");
        assert_eq!(
            finished("2026-12-01", Some(day("2028-02-03"))),
            "2028-02-29"
        );
        assert_eq!(finished("2026-12-01", Some(Day(i32::MAX))), "2032-11-30");
        assert_eq!(
            finished("2033-05-05", None),
            "2033-08-31",
            "there is time to look"
        );
        assert_eq!(
            finished("2026-12-01", Some(day("2020-01-01"))),
            "2027-03-31"
        );
    }

    #[test]
    fn a_review_is_put_off_by_a_year_at_most_and_beyond_the_setting_by_a_supervisor() {
        let terms = Retention::default();
        let today = day("2026-11-23");
        let may = |until: &str, begun: &str, supervises| {
            terms.may_postpone(day(until), (day(begun), None), today, supervises)
        };
        assert!(may("2027-11-30", "2026-08-01", false));
        assert!(!may("2027-12-31", "2026-08-01", true), "more than a year");
        assert!(!may("2027-11-29", "2026-08-01", true), "would tell a day");
        assert!(!may("2026-10-31", "2026-08-01", true), "over");
        assert!(!may("2027-11-30", "2020-12-01", false));
        assert!(may("2027-11-30", "2020-12-01", true));
        let sooner = |goes: &str| {
            let kept = (day("2026-08-01"), Some(day(goes)));
            terms.may_postpone(day("2027-11-30"), kept, today, true)
        };
        assert!(sooner("2027-11-29"));
        assert!(
            !sooner("2027-11-30") && !sooner("2032-11-30"),
            "that is no later"
        );
        let furthest = Retention::postponed(today, POSTPONE_MONTHS);
        assert_eq!(furthest.to_string(), "2027-11-30");
    }

    #[test]
    fn what_goes_soon_and_what_nobody_finished_is_due() {
        let today = day("2026-11-23");
        let due = |desk, review, written: &str| {
            Due::of(Retention::default(), desk, review, day(written), today)
        };
        let soon = today.plus(WARNING_DAYS);
        assert_eq!(due(LEEDS, Some(soon), "2026-11-01"), Some(Due::Goes(soon)));
        assert_eq!(due(LEEDS, Some(soon.plus(1)), "2010-11-01"), None);
        let old = Some(Due::Forgotten(day("2026-09-01")));
        assert_eq!(due(Desk::Triage, None, "2026-09-01"), old);
        assert_eq!(due(Desk::Triage, None, "2026-10-01"), None);
        assert_eq!(due(LEEDS, None, "2021-01-01"), None);
        let short = Retention {
            vault_days: 7,
            ..Retention::default()
        };
        assert_eq!(
            Due::of(short, Desk::Triage, None, today, today),
            None,
            "begun today"
        );
    }

    #[test]
    fn settings_leave_time_for_a_warning() {
        let terms = Retention::default();
        assert!(terms.is_sound());
        for vault_days in [0, 6, 731] {
            assert!(
                !Retention {
                    vault_days,
                    ..terms
                }
                .is_sound()
            );
        }
        for report_months in [0, 2, 121] {
            assert!(
                !Retention {
                    report_months,
                    ..terms
                }
                .is_sound()
            );
        }
    }

    #[test]
    fn extreme_days_never_panic() {
        for day in [Day(i32::MIN), Day(i32::MAX)] {
            let terms = Retention::default();
            let _ = terms.finished(LEEDS, day, day, Some(day));
            let _ = terms.may_postpone(day, (day, Some(day)), day, true);
            let _ = Due::of(terms, LEEDS, Some(day), day, day);
            let _ = Due::of(terms, Desk::Triage, None, day, day);
        }
    }
}
