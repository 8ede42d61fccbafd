//! Reports for other forces and agencies: signed, saved, printed.

use domain::console::{Answer, Ask, Exported, ExportedFrom, Failure, ToExport};
use domain::export::{Errand, ExportSheet, file_stem};
use domain::{Desk, RecordId};
use leptos::prelude::*;
use print::{ExportPaper, Unprintable};

use super::{Console, Notice};
use crate::browser;
use crate::words::export;
use crate::words::failure::Tone;

/// A report that was given away, and can be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Given {
    sheet: ExportSheet,
    name: String,
    file: String,
}

impl Console {
    /// Gives the report of an opened case or sent record to somebody else: the signed file is saved. What
    /// was typed stays until that is done.
    pub(crate) async fn export(
        self,
        (desk, record): (Desk, RecordId),
        errand: Errand,
        done: Callback<()>,
    ) -> Result<(), Failure> {
        let what = ToExport {
            desk,
            record,
            errand,
        };
        let what = Box::new(what);
        match self.ask(Ask::Export { what }).await? {
            Answer::NotDone(problem) => {
                self.say_problem(problem);
                Ok(())
            }
            Answer::Exported(exported) => {
                done.run(());
                self.hand_out(record, *exported);
                Ok(())
            }
            _ => Err(Failure::Unexpected),
        }
    }

    fn hand_out(self, record: RecordId, exported: Exported) {
        let Exported {
            kept,
            name,
            file,
            sheet,
        } = exported;
        browser::save_text(&name, "application/json", &file);
        self.given.set(Some((record, Given { sheet, name, file })));
        self.say_done(
            "The signed file is saved",
            "It is written down to whom it goes. Hand it over in a way that fits its marking, then delete \
             it from this computer.",
            None,
        );
        match kept {
            ExportedFrom::Case(case) => self.case.set(Some(*case)),
            ExportedFrom::Record(view) if self.bench.record() == Some(view.record) => {
                self.bench.lay(*view);
            }
            // They have gone on to another.
            ExportedFrom::Record(_) => {}
        }
    }

    /// Saves a paper to read of what was given away, if there is a letter for everything it says.
    pub(crate) fn save_paper(self, given: &Given) {
        let paper = ExportPaper {
            sheet: &given.sheet,
            file: &given.file,
            name: &given.name,
        };
        let name = format!("{}.pdf", file_stem(&given.sheet.report.reference));
        self.save_printed(&name, paper.print());
    }

    /// Saves what was printed, or says which character cannot be.
    pub(crate) fn save_printed(self, name: &str, printed: Result<Vec<u8>, Unprintable>) {
        match printed {
            Ok(paper) => browser::save_bytes(name, "application/pdf", &paper),
            Err(unprintable) => self.notice.set(Some(Notice {
                tone: Tone::Bad,
                advice: export::unprintable(unprintable),
                onward: None,
            })),
        }
    }
}
