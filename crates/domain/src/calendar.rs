//! Coarse time: days, hours, minutes, ISO weeks, months and quarters, all UTC, all from an injected clock.

mod month;

pub use month::Month;

use std::fmt;
use std::str::FromStr;

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};
use time::{Date, Month as Name, Weekday};

use crate::desk::as_text;

const UNIX_JULIAN_DAY: i32 = 2_440_588;
const SECONDS_A_DAY: i64 = 86_400;

/// Tells the time. Only a program's `main` holds one that reads the real clock.
pub trait Clock: Send + Sync {
    /// Now, in whole seconds.
    fn now(&self) -> UnixSeconds;
}

/// Seconds since 1970-01-01 00:00 UTC. Never stored beside a reporter's frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct UnixSeconds(pub i64);

impl UnixSeconds {
    /// The UTC day this moment lies in.
    pub fn day(self) -> Day {
        Day(i32::try_from(self.0.div_euclid(SECONDS_A_DAY)).unwrap_or(i32::MAX))
    }

    /// The hour this moment lies in.
    pub fn hour(self) -> Hour {
        Hour(self.0.div_euclid(3_600))
    }

    /// The minute this moment lies in.
    pub fn minute(self) -> Minute {
        Minute(self.0.div_euclid(60))
    }

    /// This moment moved by some seconds, back if negative.
    #[must_use]
    pub const fn plus(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }
}

/// Hours since 1970-01-01 00:00 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Hour(pub i64);

/// Minutes since 1970-01-01 00:00 UTC.
#[rustfmt::skip]
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Encode, Decode,
)]
#[cbor(transparent)]
pub struct Minute(#[n(0)] pub i64);

impl Minute {
    /// This minute moved by some minutes, back if negative.
    #[must_use]
    pub const fn plus(self, minutes: i64) -> Self {
        Self(self.0.saturating_add(minutes))
    }

    /// Minutes from an earlier one to this one; negative if it is later.
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// The first moment of this minute.
    pub const fn start(self) -> UnixSeconds {
        UnixSeconds(self.0.saturating_mul(60))
    }
}

/// A UTC day, counted from 1970-01-01 = 0; `2026-11-22` in text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(pub i32);

impl Day {
    /// This day moved by some days, back if negative.
    #[must_use]
    pub const fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// The first moment of this day.
    pub fn start(self) -> UnixSeconds {
        UnixSeconds(i64::from(self.0).saturating_mul(SECONDS_A_DAY))
    }

    /// The ISO week this day lies in.
    pub fn week(self) -> Week {
        let (year, week, _) = self.date().to_iso_week_date();
        Week { year, week }
    }

    /// The quarter this day lies in.
    pub fn quarter(self) -> Quarter {
        let date = self.date();
        let quarter = u8::from(date.month()).saturating_sub(1) / 3;
        Quarter {
            year: date.year(),
            quarter: quarter.saturating_add(1),
        }
    }

    /// The year this day lies in.
    pub fn year(self) -> Year {
        Year(u16::try_from(self.date().year()).unwrap_or_default())
    }

    fn date(self) -> Date {
        Date::from_julian_day(self.0.saturating_add(UNIX_JULIAN_DAY)).unwrap_or(Date::MAX)
    }

    fn from_date(date: Date) -> Self {
        Self(date.to_julian_day().saturating_sub(UNIX_JULIAN_DAY))
    }
}

/// The text is no day, week, quarter or year in the form this type writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date in the expected form")]
pub struct NotACalendarText;

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.date();
        write!(
            f,
            "{:04}-{:02}-{:02}",
            date.year(),
            u8::from(date.month()),
            date.day()
        )
    }
}

impl FromStr for Day {
    type Err = NotACalendarText;
    fn from_str(text: &str) -> Result<Self, NotACalendarText> {
        let mut parts = text.splitn(3, '-').map(str::parse::<u16>);
        let mut next = || parts.next().and_then(Result::ok).ok_or(NotACalendarText);
        let (year, month, day) = (next()?, next()?, next()?);
        let month = u8::try_from(month)
            .ok()
            .and_then(|m| Name::try_from(m).ok());
        let month = month.ok_or(NotACalendarText)?;
        let day = u8::try_from(day).map_err(|_| NotACalendarText)?;
        let date = Date::from_calendar_date(i32::from(year), month, day);
        same_text(Self::from_date(date.map_err(|_| NotACalendarText)?), text)
    }
}
as_text!(Day);

/// An ISO 8601 week, from Monday 00:00 UTC; `2026-W47` in text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Week {
    year: i32,
    week: u8,
}

impl Week {
    /// The Monday this week begins with.
    pub fn first_day(self) -> Day {
        Date::from_iso_week_date(self.year, self.week, Weekday::Monday)
            .map_or(Day(i32::MAX), Day::from_date)
    }

    /// The week some weeks later, earlier if negative.
    #[must_use]
    pub fn plus(self, weeks: i32) -> Self {
        self.first_day().plus(weeks.saturating_mul(7)).week()
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year, self.week)
    }
}

impl FromStr for Week {
    type Err = NotACalendarText;
    fn from_str(text: &str) -> Result<Self, NotACalendarText> {
        let (year, week) = text.split_once("-W").ok_or(NotACalendarText)?;
        let year: u16 = year.parse().map_err(|_| NotACalendarText)?;
        let week: u8 = week.parse().map_err(|_| NotACalendarText)?;
        let date = Date::from_iso_week_date(i32::from(year), week, Weekday::Monday);
        same_text(
            Day::from_date(date.map_err(|_| NotACalendarText)?).week(),
            text,
        )
    }
}
as_text!(Week);

/// A calendar quarter; `2026-Q4` in text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Quarter {
    year: i32,
    quarter: u8,
}

impl Quarter {
    /// The day this quarter begins with.
    pub fn first_day(self) -> Day {
        let month = self.quarter.saturating_sub(1).saturating_mul(3);
        Name::try_from(month.saturating_add(1))
            .and_then(|month| Date::from_calendar_date(self.year, month, 1))
            .map_or(Day(i32::MAX), Day::from_date)
    }

    /// The quarter after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        if self.quarter >= 4 {
            Self {
                year: self.year.saturating_add(1),
                quarter: 1,
            }
        } else {
            Self {
                year: self.year,
                quarter: self.quarter.saturating_add(1),
            }
        }
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year, self.quarter)
    }
}

impl FromStr for Quarter {
    type Err = NotACalendarText;
    fn from_str(text: &str) -> Result<Self, NotACalendarText> {
        let (year, quarter) = text.split_once("-Q").ok_or(NotACalendarText)?;
        let year: u16 = year.parse().map_err(|_| NotACalendarText)?;
        let quarter: u8 = quarter.parse().map_err(|_| NotACalendarText)?;
        if !(1..=4).contains(&quarter) {
            return Err(NotACalendarText);
        }
        same_text(
            Self {
                year: i32::from(year),
                quarter,
            },
            text,
        )
    }
}
as_text!(Quarter);

/// A calendar year; `2026` in text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Year(pub u16);

impl Year {
    /// This year moved by some years, back if negative.
    #[must_use]
    pub const fn plus(self, years: i16) -> Self {
        Self(self.0.saturating_add_signed(years))
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

impl FromStr for Year {
    type Err = NotACalendarText;
    fn from_str(text: &str) -> Result<Self, NotACalendarText> {
        let year = text.parse().map_err(|_| NotACalendarText)?;
        same_text(Self(year), text)
    }
}
as_text!(Year);

/// Accepts a value only if it writes exactly the text it was read from.
fn same_text<T: fmt::Display>(value: T, text: &str) -> Result<T, NotACalendarText> {
    if value.to_string() == text {
        Ok(value)
    } else {
        Err(NotACalendarText)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_weeks_and_quarters_agree_with_the_calendar() {
        let day: Day = "2026-11-22".parse().unwrap();
        assert_eq!(day.week().to_string(), "2026-W47");
        assert_eq!(day.quarter().to_string(), "2026-Q4");
        assert_eq!(day.week().first_day().to_string(), "2026-11-16");
        let new_year: Day = "2027-01-01".parse().unwrap();
        assert_eq!(new_year.week().to_string(), "2026-W53");
        assert_eq!(new_year.week().plus(1).to_string(), "2027-W01");
        assert_eq!(day.quarter().next().to_string(), "2027-Q1");
        assert_eq!(day.year().to_string(), "2026");
        assert_eq!(new_year.year().plus(-7), Year(2020));
        assert_eq!(day.quarter().first_day().to_string(), "2026-10-01");
        assert_eq!(UnixSeconds(0).day().to_string(), "1970-01-01");
        assert_eq!(UnixSeconds(-1).day().to_string(), "1969-12-31");
    }

    #[test]
    fn only_the_one_way_of_writing_is_read() {
        for text in ["2026-W7", "2026-W54", "2026-w07", " 2026-W07", "+2026-W07"] {
            assert_eq!(text.parse::<Week>(), Err(NotACalendarText), "{text}");
        }
        for text in ["2026-1-1", "2026-02-30", "2026-11-22-1", "99999-01-01"] {
            assert_eq!(text.parse::<Day>(), Err(NotACalendarText), "{text}");
        }
        assert_eq!("2026-Q5".parse::<Quarter>(), Err(NotACalendarText));
    }

    #[test]
    fn extreme_numbers_never_panic() {
        for day in [i32::MIN, i32::MAX] {
            let _ = (
                Day(day).to_string(),
                Day(day).week().plus(1),
                Day(day).quarter(),
            );
        }
        let _ = UnixSeconds(i64::MAX).plus(1).day();
    }
}
