//! Days as officers write them.

use domain::{Day, Month};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day such as `22 November 2026`.
pub(crate) fn long(day: Day) -> String {
    let text = day.to_string();
    let mut parts = text.splitn(3, '-');
    let (Some(year), Some(month), Some(date)) = (parts.next(), parts.next(), parts.next()) else {
        return text;
    };
    let month = month.parse::<usize>().ok();
    let month = month.and_then(|month| MONTHS.get(month.checked_sub(1)?));
    match month {
        Some(month) => format!("{} {month} {year}", date.trim_start_matches('0')),
        None => text,
    }
}

/// A month such as `November 2026`.
pub(crate) fn month(month: Month) -> String {
    let text = long(month.first_day());
    match text.split_once(' ') {
        Some((_, month)) => month.to_owned(),
        None => text,
    }
}

/// A day seen from today: `today`, `yesterday`, otherwise its date.
pub(crate) fn near(day: Day, today: Day) -> String {
    match today.0.saturating_sub(day.0) {
        0 => "today".into(),
        1 => "yesterday".into(),
        _ => long(day),
    }
}

/// A moment of this computer's own time, such as `2026-11-22T09:05`, as `22 November 2026 at 09:05`.
pub(crate) fn at(local: &str) -> String {
    let read = local.split_once('T').and_then(|(day, time)| {
        let day: Day = day.parse().ok()?;
        Some(format!("{} at {time}", long(day)))
    });
    read.unwrap_or_else(|| local.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_read_as_dates_and_near_ones_as_words() {
        let day: Day = "2026-11-02".parse().unwrap();
        assert_eq!(long(day), "2 November 2026");
        assert_eq!(month(day.month()), "November 2026");
        assert_eq!(near(day, day), "today");
        assert_eq!(near(day, day.plus(1)), "yesterday");
        assert_eq!(near(day, day.plus(2)), "2 November 2026");
        assert_eq!(near(day.plus(1), day), "3 November 2026");
    }

    #[test]
    fn a_moment_reads_as_its_day_and_the_time() {
        assert_eq!(at("2026-11-02T09:05"), "2 November 2026 at 09:05");
        assert_eq!(at(""), "");
    }
}
