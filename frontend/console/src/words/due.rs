//! What is to be reviewed before it goes, and what is said of it.

use domain::case::CaseState;
use domain::console::{CardView, CaseRow};
use domain::{Day, Due, Priority, RecordId};

use super::day;
use super::failure;

/// Something that is to be reviewed, as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Item {
    pub(crate) record: RecordId,
    pub(crate) due: Due,
    pub(crate) priority: Option<Priority>,
    /// One line that says what it is; what went wrong if its card does not open.
    pub(crate) title: String,
    /// Reference and category, as far as there are any.
    pub(crate) under: String,
    /// Whether work on it is over.
    pub(crate) is_over: bool,
}

/// What is due of a tip at triage.
pub(crate) fn of_card(view: &CardView) -> Option<Item> {
    let due = view.due?;
    let face = view.card.as_ref();
    let title = match face {
        Ok(face) if face.title.is_empty() => face.category.label().to_owned(),
        Ok(face) => face.title.clone(),
        Err(failure) => failure::of(failure).title,
    };
    let under = face.map_or(String::new(), |face| {
        format!(
            "{} · accepted {}",
            face.category.label(),
            day::long(view.day)
        )
    });
    Some(Item {
        record: view.record,
        due,
        priority: face.ok().and_then(|face| face.priority),
        title,
        under,
        is_over: view.closed,
    })
}

/// What is due of a desk's case.
pub(crate) fn of_case(row: &CaseRow) -> Option<Item> {
    let due = row.due?;
    let card = row.card.as_ref();
    let title = card.map_or_else(
        |failure| failure::of(failure).title,
        |card| card.title.clone(),
    );
    let under = card.map_or(String::new(), |card| {
        format!("{} · {}", card.reference, card.category.label())
    });
    Some(Item {
        record: row.record,
        due,
        priority: card.ok().map(|card| card.priority),
        title,
        under,
        is_over: card.is_ok_and(|card| card.state == CaseState::Closed),
    })
}

/// What is wrong comes first, then what goes first; what does not go by itself comes last.
pub(crate) fn sort(items: &mut [Item]) {
    items.sort_by_key(|item| match item.due {
        Due::Undated(day) => (0, day),
        Due::Goes(day) => (1, day),
        Due::Forgotten(day) => (2, day),
    });
}

/// When it goes, seen from today.
pub(crate) fn when(due: Due, today: Day) -> String {
    match due {
        Due::Goes(goes) => match goes.0.saturating_sub(today.0) {
            i32::MIN..=-1 => "Goes within the hour".into(),
            0 => "Goes at midnight".into(),
            1 => "Goes after tomorrow".into(),
            days => format!("Goes in {days} days, after {}", day::long(goes)),
        },
        Due::Forgotten(written) => format!("Not finished · last written on {}", day::long(written)),
        Due::Undated(_) => "Finished, and the server names no day on which it goes".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Day = Day(20_780);

    fn item(number: u8, due: Due) -> Item {
        Item {
            record: RecordId::from_bytes([number; 16]),
            due,
            priority: None,
            title: String::new(),
            under: String::new(),
            is_over: true,
        }
    }

    #[test]
    fn what_goes_first_comes_first_and_what_stays_last() {
        let mut items = [
            item(1, Due::Forgotten(TODAY.plus(-90))),
            item(2, Due::Goes(TODAY.plus(9))),
            item(3, Due::Forgotten(TODAY.plus(-300))),
            item(4, Due::Goes(TODAY.plus(1))),
            item(5, Due::Undated(TODAY)),
        ];
        sort(&mut items);
        let order = items.map(|item| item.record.as_bytes()[0]);
        assert_eq!(order, [5, 4, 2, 3, 1]);
    }

    #[test]
    fn the_day_is_said_in_words() {
        let goes = |days| when(Due::Goes(TODAY.plus(days)), TODAY);
        assert_eq!(goes(-1), "Goes within the hour");
        assert_eq!(goes(0), "Goes at midnight");
        assert_eq!(goes(1), "Goes after tomorrow");
        assert_eq!(goes(9), "Goes in 9 days, after 2 December 2026");
        let open = when(Due::Forgotten(TODAY), TODAY);
        assert_eq!(open, "Not finished · last written on 23 November 2026");
    }
}
