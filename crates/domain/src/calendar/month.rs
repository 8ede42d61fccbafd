//! Calendar months.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use time::{Date, Month as Name};

use super::{Day, NotACalendarText, same_text};
use crate::desk::as_text;

/// A calendar month; `2026-10` in text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month {
    year: i32,
    month: u8,
}

impl Day {
    /// The month this day lies in.
    pub fn month(self) -> Month {
        let date = self.date();
        Month {
            year: date.year(),
            month: u8::from(date.month()),
        }
    }
}

impl Month {
    /// The day this month begins with.
    pub fn first_day(self) -> Day {
        Name::try_from(self.month)
            .and_then(|month| Date::from_calendar_date(self.year, month, 1))
            .map_or(Day(i32::MAX), Day::from_date)
    }

    /// The month before this one.
    #[must_use]
    pub fn before(self) -> Self {
        self.first_day().plus(-1).month()
    }

    /// The day this month ends with.
    pub fn last_day(self) -> Day {
        self.plus(1).first_day().plus(-1)
    }

    /// The month so many months later.
    #[must_use]
    pub fn plus(self, months: u16) -> Self {
        let index = i32::from(self.month).saturating_sub(1);
        let index = index.saturating_add(months.into());
        let month = u8::try_from(index.rem_euclid(12)).unwrap_or_default();
        Self {
            year: self.year.saturating_add(index.div_euclid(12)),
            month: month.saturating_add(1),
        }
    }

    /// Whether a day lies in this month.
    pub fn has(self, day: Day) -> bool {
        day.month() == self
    }

    /// Which month of its year, from 1.
    pub const fn of_year(self) -> u8 {
        self.month
    }

    /// Its year.
    pub const fn year(self) -> i32 {
        self.year
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for Month {
    type Err = NotACalendarText;
    fn from_str(text: &str) -> Result<Self, NotACalendarText> {
        let (year, month) = text.split_once('-').ok_or(NotACalendarText)?;
        let year: u16 = year.parse().map_err(|_| NotACalendarText)?;
        let month: u8 = month.parse().map_err(|_| NotACalendarText)?;
        if !(1..=12).contains(&month) {
            return Err(NotACalendarText);
        }
        let year = i32::from(year);
        same_text(Self { year, month }, text)
    }
}
as_text!(Month);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_follow_the_calendar() {
        let day: Day = "2027-01-31".parse().unwrap();
        assert_eq!(day.month().to_string(), "2027-01");
        assert_eq!(day.month().first_day().to_string(), "2027-01-01");
        assert_eq!(day.month().before().to_string(), "2026-12");
        assert!(day.month().has(day) && !day.month().has(day.plus(1)));
        assert_eq!((day.month().year(), day.month().of_year()), (2027, 1));
        assert_eq!(day.month().last_day(), day);
        for (months, later, last) in [
            (1, "2027-02", "28"),
            (11, "2027-12", "31"),
            (13, "2028-02", "29"),
        ] {
            let month = day.month().plus(months);
            assert_eq!(month.to_string(), later);
            assert_eq!(month.last_day().to_string(), format!("{later}-{last}"));
        }
    }

    #[test]
    fn only_the_one_way_of_writing_a_month_is_read() {
        for text in ["2026-1", "2026-13", "2026-00", "2026-W01", "+2026-01", ""] {
            assert_eq!(text.parse::<Month>(), Err(NotACalendarText), "{text}");
        }
        let _ = Day(i32::MIN).month().before().first_day();
    }
}
