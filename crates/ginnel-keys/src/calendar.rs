//! What is to be done, and by when.

use std::collections::BTreeSet;

use domain::{Day, Quarter, Week};

use crate::auditor;
use crate::ceremony::{Ceremony, desk_file};
use crate::files::{self, FileError};
use crate::naming::NoteName;
use crate::periods;
use crate::status::{NoteStatus, Standing};

/// The next directory overlaps the one before it by so many days.
const OVERLAP: i32 = 7;

/// Something to be done by a day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    /// By when.
    pub day: Day,
    /// What, in words.
    pub what: String,
}

pub(crate) fn of(
    ceremony: &Ceremony,
    notes: &[NoteStatus],
    today: Day,
) -> Result<Vec<Due>, FileError> {
    let mut calendar: Vec<Due> = notes
        .iter()
        .filter_map(|note| renewal(note, today))
        .collect();
    calendar.extend(last_week(ceremony)?);
    calendar.extend(weeks_to_destroy(ceremony)?);
    calendar.extend(recovery_to_destroy(ceremony)?);
    calendar.extend(auditors_to_name(ceremony, today)?);
    calendar.sort_unstable();
    Ok(calendar)
}

fn renewal(note: &NoteStatus, today: Day) -> Option<Due> {
    let name = note.name;
    Some(match (&note.standing, name) {
        (Standing::Holds { until }, NoteName::Roster(_)) => Due {
            day: until.plus(-OVERLAP),
            what: format!("write {name} anew: it ends on {}", until.plus(-1)),
        },
        (Standing::Holds { until }, _) => Due {
            day: until.plus(-OVERLAP),
            what: format!("hold the next ceremony: {name} ends on {}", until.plus(-1)),
        },
        (Standing::NotWritten, NoteName::Roster(_)) => return None,
        (Standing::NotWritten, _) => due_now(today, format!("write {name}")),
        (Standing::Waiting { missing }, _) => due_now(
            today,
            format!("have {name} signed by {}", missing.join(" and ")),
        ),
        (_, _) => due_now(today, format!("write {name} anew")),
    })
}

const fn due_now(day: Day, what: String) -> Due {
    Due { day, what }
}

/// The last week that has keys, and so the last on which anything can be sealed.
fn last_week(ceremony: &Ceremony) -> Result<Option<Due>, FileError> {
    let weeks = periods_there::<Week>(ceremony, "epochs", ".pub")?;
    Ok(weeks.last().map(|week| Due {
        day: week.first_day(),
        what: format!("make more weeks: {week} is the last that has keys"),
    }))
}

fn weeks_to_destroy(ceremony: &Ceremony) -> Result<Vec<Due>, FileError> {
    let weeks = periods_there::<Week>(ceremony, "epochs", ".age")?;
    let due = |week: Week| Due {
        day: periods::destroyed_on(week),
        what: format!("the secrets of {week} are destroyed by the next `ginnel-keys epochs`"),
    };
    Ok(weeks.into_iter().map(due).collect())
}

/// A RECOVERY key goes with the last epoch of its quarter.
fn recovery_to_destroy(ceremony: &Ceremony) -> Result<Vec<Due>, FileError> {
    let quarters = periods_there::<Quarter>(ceremony, "recovery", ".pub")?;
    let due = |quarter: Quarter| Due {
        day: periods::destroyed_on(periods::last_week(quarter)),
        what: format!(
            "custodians destroy the shares of {quarter}, once nothing kept in {quarter} is left"
        ),
    };
    Ok(quarters.into_iter().map(due).collect())
}

/// Without any the server refuses officers their work; with an older year's it goes on.
fn auditors_to_name(ceremony: &Ceremony, today: Day) -> Result<Option<Due>, FileError> {
    let (named, year) = (auditor::named(ceremony)?, auditor::last_year(today));
    let due = || {
        let what = format!("name the auditors of {year}: `ginnel-keys auditor name`");
        due_now(today, what)
    };
    Ok((!named.contains(&year)).then(due))
}

/// The weeks or quarters in the names of these files, ascending.
fn periods_there<T: std::str::FromStr + Ord>(
    ceremony: &Ceremony,
    folder: &str,
    ending: &str,
) -> Result<BTreeSet<T>, FileError> {
    let names = files::names(&ceremony.path(folder))?;
    let mut periods = BTreeSet::new();
    for &desk in ceremony.desks() {
        let begin = format!("{}.", desk_file(desk));
        let of_desk = names.iter().filter_map(|name| {
            name.strip_prefix(&begin)?
                .strip_suffix(ending)?
                .parse::<T>()
                .ok()
        });
        periods.extend(of_desk);
    }
    Ok(periods)
}
