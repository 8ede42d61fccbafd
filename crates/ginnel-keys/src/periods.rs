//! Which weeks and quarters a ceremony prepares.

use domain::{Day, Period, Quarter, Week};

/// Weeks a ceremony prepares: this one and three more.
const WEEKS: i32 = 4;

/// DESK epochs are destroyed so many days after their week is over.
const DESTROYED_AFTER: i32 = 28;

/// The four weeks from this day's on.
pub(crate) fn weeks(today: Day) -> Vec<Week> {
    (0..WEEKS).map(|later| today.week().plus(later)).collect()
}

/// This quarter, and the next if the four weeks reach into it.
pub(crate) fn vault_quarters(today: Day) -> Vec<Quarter> {
    let last_day = today.week().plus(WEEKS).first_day().plus(-1);
    let mut quarters = vec![today.quarter()];
    if last_day.quarter() > today.quarter() {
        quarters.push(last_day.quarter());
    }
    quarters
}

/// Every period a desk needs keys for, weeks first.
pub(crate) fn all(today: Day) -> Vec<Period> {
    let weeks = weeks(today).into_iter().map(Period::Week);
    weeks
        .chain(vault_quarters(today).into_iter().map(Period::Quarter))
        .collect()
}

/// Whether nothing can have arrived or be kept under this period's key yet.
pub(crate) fn is_to_come(period: Period, today: Day) -> bool {
    match period {
        Period::Week(week) => week > today.week(),
        Period::Quarter(quarter) => quarter > today.quarter(),
    }
}

/// The quarter whose RECOVERY key a period's secret is wrapped to: that of a week's Monday.
pub(crate) fn recovery_quarter(period: Period) -> Quarter {
    match period {
        Period::Week(week) => week.first_day().quarter(),
        Period::Quarter(quarter) => quarter,
    }
}

/// The first day on which a week's secret must no longer exist anywhere.
pub(crate) fn destroyed_on(week: Week) -> Day {
    week.plus(1).first_day().plus(DESTROYED_AFTER)
}

/// The last week that belongs to a quarter.
pub(crate) fn last_week(quarter: Quarter) -> Week {
    quarter.next().first_day().plus(-1).week()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(periods: &[Period]) -> Vec<String> {
        periods.iter().map(Period::to_string).collect()
    }

    #[test]
    fn four_weeks_and_the_quarters_they_reach_into_are_prepared() {
        assert_eq!(
            texts(&all("2026-11-22".parse().unwrap())),
            ["2026-W47", "2026-W48", "2026-W49", "2026-W50", "2026-Q4"]
        );
        assert_eq!(
            texts(&all("2026-12-20".parse().unwrap())),
            [
                "2026-W51", "2026-W52", "2026-W53", "2027-W01", "2026-Q4", "2027-Q1"
            ]
        );
    }

    #[test]
    fn a_week_across_new_year_belongs_to_the_quarter_of_its_monday() {
        let week = Period::Week("2026-W53".parse().unwrap());
        assert_eq!(recovery_quarter(week).to_string(), "2026-Q4");
    }

    #[test]
    fn the_last_week_of_a_quarter_may_end_in_the_next() {
        assert_eq!(
            last_week("2026-Q4".parse().unwrap()).to_string(),
            "2026-W53"
        );
        assert_eq!(
            last_week("2026-Q1".parse().unwrap()).to_string(),
            "2026-W14"
        );
    }

    #[test]
    fn a_weeks_secret_is_gone_four_weeks_after_its_sunday() {
        let week = "2026-W47".parse().unwrap();
        assert_eq!(destroyed_on(week).to_string(), "2026-12-21");
    }
}
