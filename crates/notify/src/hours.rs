//! The clock on the wall in West Yorkshire: when digests go out and when somebody is there.

use std::str::FromStr;

use domain::Minute;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};

/// Summer time and winter time as they are in England.
const LONDON: TimeZone = jiff::tz::get!("Europe/London");
const MINUTES_A_DAY: u16 = 24 * 60;

/// The text is no time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "a time of day is 00:00 to 23:59; a shift is two of them such as 08:00-18:00, and may end at 24:00"
)]
pub struct NotATime;

/// A time of day on the wall, in minutes; `08:00` in text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeOfDay(u16);

impl FromStr for TimeOfDay {
    type Err = NotATime;
    fn from_str(text: &str) -> Result<Self, NotATime> {
        minutes(text)
            .filter(|&all| all < MINUTES_A_DAY)
            .map(Self)
            .ok_or(NotATime)
    }
}

/// Two digits, a colon, two digits.
fn minutes(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let digits = |two: &str| {
        let plain = two.len() == 2 && two.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| two.parse::<u16>().ok()).flatten()
    };
    let (hours, minutes) = (digits(hours)?, digits(minutes)?);
    let all = hours.checked_mul(60)?.checked_add(minutes)?;
    (minutes < 60 && all <= MINUTES_A_DAY).then_some(all)
}

/// From one time of a day to a later one; `22:00-24:00` in text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift {
    from: u16,
    to: u16,
}

impl FromStr for Shift {
    type Err = NotATime;
    fn from_str(text: &str) -> Result<Self, NotATime> {
        let (from, to) = text.split_once('-').ok_or(NotATime)?;
        let (from, to) = (minutes(from).ok_or(NotATime)?, minutes(to).ok_or(NotATime)?);
        if from < to {
            Ok(Self { from, to })
        } else {
            Err(NotATime)
        }
    }
}

/// The times of every day at which each desk is mailed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DigestTimes(Vec<TimeOfDay>);

impl DigestTimes {
    /// These times.
    pub fn new(times: Vec<TimeOfDay>) -> Self {
        Self(times)
    }

    /// The last time there was one, now included; none if there are no times.
    pub(crate) fn last(&self, now: Minute) -> Option<Minute> {
        let today = on_the_wall(now)?.date();
        let days = [today.yesterday().ok()?, today];
        let all = days
            .into_iter()
            .flat_map(|day| self.0.iter().filter_map(move |time| at(day, time.0)));
        all.filter(|due| *due <= now).max()
    }
}

/// When somebody is there who can sign in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum StaffedHours {
    /// Around the clock.
    #[default]
    Always,
    /// The shifts of each day, from Monday.
    Shifts([Vec<Shift>; 7]),
}

impl StaffedHours {
    /// From when it counts that something has waited since a minute: that minute, or when those who are
    /// there now began. Nobody is there now: none. Shifts that touch are one.
    pub(crate) fn counts_from(&self, since: Minute, now: Minute) -> Option<Minute> {
        let Self::Shifts(week) = self else {
            return Some(since);
        };
        let mut began = shift_at(week, now)?;
        while began > since {
            match shift_at(week, began.plus(-1)) {
                Some(earlier) => began = earlier,
                None => break,
            }
        }
        Some(began.max(since))
    }
}

/// When the shift began that this minute lies in.
fn shift_at(week: &[Vec<Shift>; 7], minute: Minute) -> Option<Minute> {
    let day = on_the_wall(minute)?.date();
    let shifts = of_day(week, day.weekday());
    let begun = shifts.iter().filter_map(|shift| {
        let (from, to) = (at(day, shift.from)?, at(day, shift.to)?);
        (from <= minute && minute < to).then_some(from)
    });
    begun.min()
}

fn of_day(week: &[Vec<Shift>; 7], weekday: Weekday) -> &[Shift] {
    let number = weekday.to_monday_zero_offset();
    let number = usize::try_from(number).unwrap_or_default();
    week.get(number).map_or(&[], Vec::as_slice)
}

fn on_the_wall(minute: Minute) -> Option<Zoned> {
    let moment = Timestamp::from_second(minute.start().0).ok()?;
    Some(moment.to_zoned(LONDON))
}

/// The minute a day's time is; of a time that comes twice the first, of one that is left out the same
/// time after midnight as if it were not.
fn at(day: Date, minutes: u16) -> Option<Minute> {
    let (day, minutes) = match minutes {
        MINUTES_A_DAY => (day.tomorrow().ok()?, 0),
        _ => (day, minutes),
    };
    let time = day
        .at(0, 0, 0, 0)
        .checked_add(i64::from(minutes).minutes())
        .ok()?;
    let moment = LONDON.to_zoned(time).ok()?.timestamp();
    Some(Minute(moment.as_second().div_euclid(60)))
}

#[cfg(test)]
mod tests;
