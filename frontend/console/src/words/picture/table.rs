//! One table of a picture, as the desk reads it and as it may leave the desk.

use domain::sheet::LEAST_SHOWN;

use super::{PLACES, Reach};

/// What stands for a hidden number.
const HIDDEN: &str = "under 5";
/// What stands for a number that would tell a hidden one.
const HIDDEN_BESIDE: &str = "not shown";

/// One table of the picture: how many of what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    /// What is counted.
    pub(crate) title: &'static str,
    /// What a row is of.
    pub(crate) head: &'static str,
    /// Each with its number.
    pub(crate) rows: Vec<(String, u32)>,
}

impl Table {
    /// All of it.
    pub(crate) fn total(&self) -> u32 {
        let numbers = self.rows.iter().map(|(_, number)| *number);
        numbers.fold(0, u32::saturating_add)
    }

    /// Each row's name, its number as it is shown, and how long its bar is; what is hidden has none.
    pub(crate) fn shown(&self, reach: Reach) -> Vec<(String, String, u32)> {
        match reach {
            Reach::Desk => {
                let rows = self.rows.iter();
                rows.map(|(name, number)| (name.clone(), number.to_string(), *number))
                    .collect()
            }
            Reach::Shared => {
                let bar = |shown: &str| shown.parse().unwrap_or(0);
                let rows = self.shared().into_iter();
                rows.map(|(name, shown)| {
                    let bar = bar(&shown);
                    (name, shown, bar)
                })
                .collect()
            }
        }
    }

    /// The rows as they may leave the desk: what is small is hidden, and with it the next smallest
    /// until what is hidden is more than one row and no small number together, or a total would tell
    /// it. A place with few cases is not even named: it was written down from a report.
    pub(crate) fn shared(&self) -> Vec<(String, String)> {
        let rows = if self.title == PLACES {
            without_rare(&self.rows)
        } else {
            self.rows.clone()
        };
        let mut by_number: Vec<usize> = (0..rows.len()).collect();
        by_number.sort_by_key(|at| rows.get(*at).map(|(_, number)| *number));
        let (mut hidden, mut sum) = (Vec::new(), 0_u32);
        for at in by_number {
            let number = rows.get(at).map_or(0, |(_, number)| *number);
            let small = (1..LEAST_SHOWN).contains(&number);
            let told = !hidden.is_empty() && (hidden.len() == 1 || sum < LEAST_SHOWN);
            if small || (number > 0 && told) {
                hidden.push(at);
                sum = sum.saturating_add(number);
            }
        }
        let rows = rows.into_iter().enumerate();
        rows.map(|(at, (name, number))| {
            let shown = match (hidden.contains(&at), number < LEAST_SHOWN) {
                (true, true) => HIDDEN.to_owned(),
                (true, false) => HIDDEN_BESIDE.to_owned(),
                (false, _) => number.to_string(),
            };
            (name, shown)
        })
        .collect()
    }
}

/// Places that few cases are of, as one row.
fn without_rare(rows: &[(String, u32)]) -> Vec<(String, u32)> {
    let rare = |(_, number): &&(String, u32)| *number < LEAST_SHOWN;
    let others = rows.iter().filter(rare).map(|(_, number)| *number);
    let others = others.fold(0, u32::saturating_add);
    let mut kept: Vec<_> = rows.iter().filter(|row| !rare(row)).cloned().collect();
    if others > 0 {
        kept.push(("Other places".to_owned(), others));
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(rows: &[u32]) -> Vec<String> {
        let rows = rows.iter().map(|number| ("x".into(), *number)).collect();
        let table = Table {
            title: "t",
            head: "h",
            rows,
        };
        let shared = table.shared().into_iter().map(|(_, number)| number);
        shared.collect()
    }

    #[test]
    fn what_is_small_is_hidden_and_never_alone() {
        assert_eq!(counted(&[9, 3, 0, 2]), ["9", HIDDEN, "0", HIDDEN]);
        assert_eq!(counted(&[9, 3, 7]), ["9", HIDDEN, HIDDEN_BESIDE]);
        assert_eq!(counted(&[9, 5, 0]), ["9", "5", "0"]);
        assert_eq!(counted(&[1]), [HIDDEN]);
        let all = counted(&[9, 1, 1, 8]);
        assert_eq!(
            all,
            ["9", HIDDEN, HIDDEN, HIDDEN_BESIDE],
            "1 and 1 would be told by 2"
        );
    }
}
