//! A district's picture, counted from the cards of its cases, and what of it may leave the desk.

mod table;

use std::collections::BTreeMap;

use domain::case::{CaseCard, FourP, Outcome};
use domain::{Category, Day, Month};
use print::{Profile, ProfileRow, ProfileTable};

use super::day;
pub(crate) use table::Table;

/// What is said of hidden numbers.
const RULE: &str =
    "Numbers from 1 to 4 are hidden, and the next smallest where one could be worked out.";
const PLACES: &str = "Cases by place";

/// How the time looked at is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Span {
    /// Thirteen weeks.
    Weeks,
    /// Twelve months.
    Months,
}

/// What of the numbers is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// All of them, for the desk itself.
    Desk,
    /// What may leave the desk.
    Shared,
}

/// Everything that is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    /// The first day looked at.
    pub(crate) from: Day,
    /// The last one.
    pub(crate) to: Day,
    /// Cases taken on, by week or month, oldest first.
    pub(crate) trend: Table,
    /// Cases by category, outcomes by P, outcomes, cases by place.
    pub(crate) tables: Vec<Table>,
}

impl Span {
    /// The first day of each week or month looked at, oldest first.
    fn starts(self, today: Day) -> Vec<Day> {
        match self {
            Self::Weeks => {
                let this = today.week().first_day();
                (0..13).rev().map(|back| this.plus(-7 * back)).collect()
            }
            Self::Months => {
                let before = |month: &Month| Some(month.before());
                let months = std::iter::successors(Some(today.month()), before);
                let mut starts: Vec<Day> = months.take(12).map(Month::first_day).collect();
                starts.reverse();
                starts
            }
        }
    }

    fn label(self, start: Day) -> String {
        match self {
            Self::Weeks => format!("Week of {}", day::long(start)),
            Self::Months => day::month(start.month()),
        }
    }
}

impl Picture {
    /// Counts the cases taken on, and the outcomes that happened, in the time looked at. What triage took
    /// back counts for nothing.
    pub(crate) fn of<'a>(
        cards: impl Iterator<Item = &'a CaseCard>,
        span: Span,
        today: Day,
    ) -> Self {
        let starts = span.starts(today);
        let from = starts.first().copied().unwrap_or(today);
        let cards: Vec<&CaseCard> = cards.filter(|card| card.withdrawn.is_none()).collect();
        let inside = |day: Day| from <= day && day <= today;
        let taken = cards.iter().filter(|card| inside(card.taken_on));
        let taken: Vec<&CaseCard> = taken.copied().collect();
        let outcomes = cards.iter().flat_map(|card| &card.outcomes);
        let outcomes: Vec<_> = outcomes.filter(|one| inside(one.day)).collect();
        let trend = starts.iter().enumerate().map(|(at, start)| {
            let end = starts.get(at.saturating_add(1)).copied();
            let in_it = |card: &&&CaseCard| {
                *start <= card.taken_on && end.is_none_or(|end| card.taken_on < end)
            };
            (span.label(*start), count(taken.iter().filter(in_it)))
        });
        let trend = Table {
            title: "Cases taken on, over time",
            head: match span {
                Span::Weeks => "Week",
                Span::Months => "Month",
            },
            rows: trend.collect(),
        };
        let categories = Category::ALL.iter().map(|category| {
            let of = taken.iter().filter(|card| card.category == *category);
            (category.label().to_owned(), count(of))
        });
        let ps = FourP::ALL.iter().map(|p| {
            let of = outcomes.iter().filter(|one| one.p == *p);
            (p.label().to_owned(), count(of))
        });
        let kinds = Outcome::ALL.iter().map(|kind| {
            let of = outcomes.iter().filter(|one| one.outcome == *kind);
            (kind.label().to_owned(), count(of))
        });
        let tables = vec![
            table("Cases by threat", "Threat", categories.collect(), true),
            table("Outcomes by the four Ps", "P", ps.collect(), false),
            table("Outcomes", "Outcome", kinds.collect(), true),
            table(PLACES, "Place", by_place(&taken), true),
        ];
        Self {
            from,
            to: today,
            trend,
            tables,
        }
    }

    /// Every table, the trend first.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Table> {
        std::iter::once(&self.trend).chain(&self.tables)
    }

    /// The paper that is shared: every small number hidden, and no bar where a number is.
    pub(crate) fn profile(&self, desk: &str, attribution: &[&str]) -> Profile {
        let rows = |table: &Table| {
            let rows = table.shown(Reach::Shared).into_iter();
            rows.map(|(name, shown, bar)| ProfileRow { name, shown, bar })
                .collect()
        };
        let tables = self.all().map(|table| ProfileTable {
            title: table.title.into(),
            rows: rows(table),
        });
        Profile {
            desk: desk.into(),
            days: (day::long(self.from), day::long(self.to)),
            rule: RULE.into(),
            tables: tables.collect(),
            attribution: attribution.iter().copied().map(String::from).collect(),
            made: self.to,
        }
    }

    /// The file that is shared: every small number hidden.
    pub(crate) fn csv(&self, desk: &str, attribution: &[&str]) -> String {
        let mut file = String::new();
        let (from, to) = (day::long(self.from), day::long(self.to));
        line(&mut file, &["SOC Local Profile", desk]);
        line(&mut file, &["Marking", "OFFICIAL"]);
        line(&mut file, &["From", &from]);
        line(&mut file, &["As of", &to]);
        line(&mut file, &["Small numbers", RULE]);
        line(&mut file, &["Section", "Item", "Number"]);
        for table in self.all() {
            for (name, number) in table.shared() {
                line(&mut file, &[table.title, &name, &number]);
            }
        }
        for one in attribution {
            line(&mut file, &["Source", one]);
        }
        file
    }
}

/// A table; with `only_some` rows of nothing are left out and the largest number comes first.
fn table(
    title: &'static str,
    head: &'static str,
    mut rows: Vec<(String, u32)>,
    only_some: bool,
) -> Table {
    if only_some {
        rows.retain(|(_, number)| *number > 0);
        rows.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
    }
    Table { title, head, rows }
}

/// Cases by what officers wrote of the place, however they spaced or capitalised it.
fn by_place(taken: &[&CaseCard]) -> Vec<(String, u32)> {
    let mut places: BTreeMap<String, (String, u32)> = BTreeMap::new();
    for card in taken {
        let words: Vec<&str> = card.place.split_whitespace().collect();
        let name = match words.join(" ") {
            empty if empty.is_empty() => "Not said".to_owned(),
            name => name,
        };
        let known = places.entry(name.to_lowercase()).or_insert((name, 0));
        known.1 = known.1.saturating_add(1);
    }
    places.into_values().collect()
}

fn count<T>(found: impl Iterator<Item = T>) -> u32 {
    u32::try_from(found.count()).unwrap_or(u32::MAX)
}

/// A line of the file. A spreadsheet takes a cell that begins with certain signs for a formula.
fn line(file: &mut String, cells: &[&str]) {
    let cells = cells.iter().map(|cell| {
        let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
        let guard = if formula { "'" } else { "" };
        format!("\"{guard}{}\"", cell.replace('"', "\"\""))
    });
    file.push_str(&cells.collect::<Vec<_>>().join(","));
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::super::agenda::tests::{TODAY, card};
    use super::*;
    use domain::case::{Agency, CaseOutcome};

    #[test]
    fn the_desk_itself_sees_every_place_by_its_name() {
        let rows = [("Beeston", 7), ("Holbeck", 3), ("Seacroft", 2)];
        let table = Table {
            title: PLACES,
            head: "Place",
            rows: rows.map(|(name, cases)| (name.into(), cases)).into(),
        };
        let seen = |reach| {
            let rows = table.shown(reach).into_iter();
            rows.map(|(name, number, bar)| format!("{name} {number} {bar}"))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            seen(Reach::Desk),
            ["Beeston 7 7", "Holbeck 3 3", "Seacroft 2 2"]
        );
        assert_eq!(seen(Reach::Shared), ["Beeston 7 7", "Other places 5 5"]);
    }

    #[test]
    fn cases_are_counted_in_the_month_they_were_taken_on() {
        let mut cards: Vec<CaseCard> = (0..40)
            .map(|ago| card(TODAY.plus(-ago * 10), vec![]))
            .collect();
        cards[0].outcomes.push(CaseOutcome {
            outcome: Outcome::Arrest,
            p: FourP::Pursue,
            agency: Agency::Police,
            day: TODAY,
        });
        for span in [Span::Weeks, Span::Months] {
            let picture = Picture::of(cards.iter(), span, TODAY);
            let inside = cards.iter().filter(|card| card.taken_on >= picture.from);
            assert_eq!(picture.trend.total(), count(inside), "{span:?}");
            assert_eq!(picture.tables[0].total(), picture.trend.total());
            assert_eq!(picture.tables[2].rows, [("Arrest".to_owned(), 1)]);
            assert_eq!(picture.tables[3].rows.len(), 1, "one place");
        }
        let months = Span::Months.starts(TODAY);
        assert_eq!(months.len(), 12);
        assert!(months.iter().all(|day| day.to_string().ends_with("-01")));
    }

    #[test]
    fn the_file_holds_no_small_number_and_no_formula() {
        let mut odd = card(TODAY, vec![]);
        odd.place = "=HYPERLINK(\"x\")".into();
        let picture = Picture::of([&odd].into_iter(), Span::Weeks, TODAY);
        let file = picture.csv("Bronze Leeds", &["Contains data."]);
        assert!(file.contains("\"Other places\",\"under 5\""));
        assert!(!file.contains("HYPERLINK") && !file.contains("\"1\""));
        let six = vec![odd; 6];
        let picture = Picture::of(six.iter(), Span::Weeks, TODAY);
        let file = picture.csv("Bronze Leeds", &["Contains data."]);
        assert!(file.contains("\"'=HYPERLINK(\"\"x\"\")\",\"6\""));
        let shown = |picture: &Picture| {
            let tables = picture.profile("Bronze Leeds", &[]).tables.into_iter();
            let rows = tables.flat_map(|table| table.rows);
            rows.map(|row| (row.shown, row.bar)).collect::<Vec<_>>()
        };
        let few = Picture::of([&six[0]].into_iter(), Span::Weeks, TODAY);
        let hidden = ("under 5".to_owned(), 0);
        assert!(shown(&few).contains(&hidden) && shown(&picture).contains(&("6".to_owned(), 6)));
        assert!(
            shown(&few)
                .iter()
                .all(|(shown, bar)| shown != "1" && *bar == 0)
        );
        assert!(file.contains("\"As of\",") && file.contains("\"Source\",\"Contains data.\""));
    }
}
