//! A section of a SOC Local Profile, on paper.

use domain::Day;

use crate::document::{About, write};
use crate::face::Faces;
use crate::flow::{Flow, Style};
use crate::text::Unprintable;

/// A district's numbers for its SOC Local Profile. They are printed as they are given: whoever gives them
/// hides what is small.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Whose.
    pub desk: String,
    /// The first and the last day that are counted, in words.
    pub days: (String, String),
    /// The rule by which numbers are hidden.
    pub rule: String,
    /// One table below the other.
    pub tables: Vec<ProfileTable>,
    /// Who made the data it rests on.
    pub attribution: Vec<String>,
    /// The day it is made.
    pub made: Day,
}

/// How many of what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileTable {
    /// What is counted.
    pub title: String,
    /// Each row.
    pub rows: Vec<ProfileRow>,
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileRow {
    /// Of what.
    pub name: String,
    /// How many, as it may be shown.
    pub shown: String,
    /// How long its bar is beside the others'; 0 for what is hidden.
    pub bar: u32,
}

impl Profile {
    /// The section as a PDF: the same bytes for the same numbers.
    ///
    /// # Errors
    /// The first character that there is no letter for.
    pub fn print(&self) -> Result<Vec<u8>, Unprintable> {
        let faces = Faces::read();
        let mut flow = Flow::begin(&faces);
        let (from, to) = &self.days;
        flow.text(Style::SMALL, "SOC Local Profile")?;
        flow.text(Style::TITLE, &self.desk)?;
        flow.text(Style::TEXT, &format!("{from} to {to}"))?;
        flow.space(6.0);
        flow.band(&[(Style::TEXT, &self.rule)])?;
        for table in &self.tables {
            set(&mut flow, table)?;
        }
        flow.rule();
        for line in &self.attribution {
            flow.text(Style::SMALL, line)?;
        }
        let title = format!("SOC Local Profile: {}", self.desk);
        let pages = flow.finish("OFFICIAL", &title)?;
        let about = About {
            title: &title,
            day: self.made,
        };
        Ok(write(&pages, &faces, &about))
    }
}

fn set(flow: &mut Flow<'_>, table: &ProfileTable) -> Result<(), Unprintable> {
    flow.heading(&table.title)?;
    if table.rows.is_empty() {
        return flow.text(Style::TEXT, "None in this time.");
    }
    let most = table.rows.iter().map(|row| row.bar).max().unwrap_or(0);
    for row in &table.rows {
        flow.bar(&row.name, &row.shown, share(row.bar, most))?;
    }
    Ok(())
}

/// So many of the most, in thousandths.
fn share(bar: u32, most: u32) -> f32 {
    let thousandths = u64::from(bar)
        .saturating_mul(1_000)
        .checked_div(most.into());
    let thousandths = thousandths.unwrap_or(0).min(1_000);
    f32::from(u16::try_from(thousandths).unwrap_or(1_000)) / 1_000.0
}
