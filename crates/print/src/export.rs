//! A report that goes to another force or agency, on paper.

use std::fmt::Write as _;

use domain::export::ExportSheet;
use domain::grade::{Grade, Handling};
use domain::report::Report;
use sha2::{Digest, Sha256};

use crate::document::{About, write};
use crate::face::Faces;
use crate::flow::{Flow, Style};
use crate::text::Unprintable;

/// A report that goes to another force or agency. The paper is for reading; what proves it is the signed
/// file, whose hash it names.
#[derive(Debug, Clone, Copy)]
pub struct ExportPaper<'a> {
    /// What it says.
    pub sheet: &'a ExportSheet,
    /// The signed file.
    pub file: &'a str,
    /// What the signed file is called.
    pub name: &'a str,
}

impl ExportPaper<'_> {
    /// The paper as a PDF: the same bytes for the same sheet.
    ///
    /// # Errors
    /// The first character that there is no letter for.
    pub fn print(&self) -> Result<Vec<u8>, Unprintable> {
        let faces = Faces::read();
        let mut flow = Flow::begin(&faces);
        let report = &self.sheet.report;
        flow.text(Style::SMALL, "Intelligence report, 3x5x2")?;
        flow.text(Style::TITLE, &report.title)?;
        flow.space(6.0);
        handling(&mut flow, report)?;
        self.errand(&mut flow)?;
        items(&mut flow, report)?;
        facts(&mut flow, report)?;
        self.signatures(&mut flow)?;
        let foot = format!("{} for {}", report.reference, self.sheet.errand.recipient);
        let foot: String = foot.chars().take(80).collect();
        let pages = flow.finish(report.marking.label(), &foot)?;
        let title = format!("Intelligence report {}", report.reference);
        let about = About {
            title: &title,
            day: self.sheet.day,
        };
        Ok(write(&pages, &faces, &about))
    }

    fn errand(&self, flow: &mut Flow<'_>) -> Result<(), Unprintable> {
        let sheet = self.sheet;
        flow.heading("To whom it goes, and what for")?;
        flow.fact("For", &sheet.errand.recipient)?;
        flow.fact("What for", &sheet.errand.purpose)?;
        let from = format!("{}, by {}", sheet.desk.label(), sheet.exporter_name);
        flow.fact("From", &from)?;
        flow.fact("On", &sheet.day.to_string())
    }

    fn signatures(&self, flow: &mut Flow<'_>) -> Result<(), Unprintable> {
        let (sheet, report) = (self.sheet, &self.sheet.report);
        flow.heading("How to check it")?;
        flow.text(
            Style::TEXT,
            "This paper proves nothing by itself. The signed file of the same report does: it holds the \
             signatures of the officer who wrote the report, of the second officer who released it, and of \
             the one who exported it. Ask for the file if you do not have it, and check it offline with \
             ginnel-keys verify-export, against rosters you got from the force by a way you trust.",
        )?;
        flow.space(4.0);
        flow.fact(
            "Written by",
            &format!("{}, {}", report.author, report.created),
        )?;
        flow.fact("Released by", &sheet.released_by.to_string())?;
        flow.fact("Exported by", &format!("{}, {}", sheet.exporter, sheet.day))?;
        flow.fact("Installation", &report.inst.to_string())?;
        flow.fact("Signed file", self.name)?;
        let mut hash = String::new();
        for byte in Sha256::digest(self.file) {
            write!(hash, "{byte:02x}").expect("writing to a String cannot fail");
        }
        flow.fact_in(Style::SMALL, "Its SHA-256", &hash)
    }
}

/// What binds whoever gets it, before anything else.
fn handling(flow: &mut Flow<'_>, report: &Report) -> Result<(), Unprintable> {
    let grades = std::iter::once(&report.grade).chain(report.items.iter().map(|item| &item.grade));
    let mut bound: Vec<&Handling> = Vec::new();
    for grade in grades {
        if matches!(grade.handling, Handling::Conditional { .. })
            && !bound.contains(&&grade.handling)
        {
            bound.push(&grade.handling);
        }
    }
    if bound.is_empty() {
        return flow.band(&[(Style::STRONG, "P: lawful sharing permitted")]);
    }
    for handling in bound {
        if let Handling::Conditional {
            action,
            sanitisation,
            conditions,
        } = handling
        {
            flow.band(&[
                (Style::STRONG, "C: lawful sharing permitted with conditions"),
                (Style::TEXT, action.words()),
                (Style::TEXT, sanitisation.words()),
                (Style::TEXT, conditions.as_str()),
            ])?;
        }
    }
    Ok(())
}

fn items(flow: &mut Flow<'_>, report: &Report) -> Result<(), Unprintable> {
    flow.heading("Intelligence")?;
    for (number, item) in (1..).zip(&report.items) {
        flow.numbered(number, &item.text)?;
        graded(flow, &item.grade)?;
    }
    flow.heading("Provenance")?;
    flow.text_at(Style::TEXT, &report.provenance, 24.0)?;
    graded(flow, &report.grade)
}

fn graded(flow: &mut Flow<'_>, grade: &Grade) -> Result<(), Unprintable> {
    let words = format!(
        "{grade}: {}. {}. {}.",
        grade.source.words(),
        grade.assessment.words(),
        grade.handling.words()
    );
    flow.text_at(Style::SMALL, &words, 24.0)?;
    flow.space(6.0);
    Ok(())
}

fn facts(flow: &mut Flow<'_>, report: &Report) -> Result<(), Unprintable> {
    let pii = if report.pii_considered {
        "Considered"
    } else {
        "Not considered"
    };
    let known =
        |day: Option<domain::Day>| day.map_or("Day not known".into(), |day| day.to_string());
    flow.heading("The report")?;
    for (name, value) in [
        ("Reference", report.reference.clone()),
        ("Threat", report.category.label().to_owned()),
        (
            "Priority",
            format!("{}: {}", report.priority, report.priority.label()),
        ),
        ("Made", report.created.to_string()),
        ("Intelligence from", known(report.intelligence_day)),
        ("Shared for", report.purpose.clone()),
        ("Public interest immunity", pii.to_owned()),
        ("Review by", report.review.to_string()),
    ] {
        flow.fact(name, &value)?;
    }
    Ok(())
}
