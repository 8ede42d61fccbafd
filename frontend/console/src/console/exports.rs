//! Reports for other forces and agencies: signed, saved.

use domain::console::{Answer, Ask, Exported, ExportedFrom, Failure, ToExport};
use domain::export::Errand;
use domain::{Desk, RecordId};
use leptos::prelude::*;

use super::Console;
use crate::browser;

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
                self.hand_out(exported);
                Ok(())
            }
            _ => Err(Failure::Unexpected),
        }
    }

    fn hand_out(self, exported: Exported) {
        browser::save_text(&exported.name, "application/json", &exported.file);
        self.say_done(
            "The signed file is saved",
            "It is written down to whom it goes. Hand it over in a way that fits its marking, then delete \
             it from this computer.",
            None,
        );
        match exported.kept {
            ExportedFrom::Case(case) => self.case.set(Some(*case)),
            ExportedFrom::Record(view) if self.bench.record() == Some(view.record) => {
                self.bench.lay(*view);
            }
            // They have gone on to another.
            ExportedFrom::Record(_) => {}
        }
    }
}
