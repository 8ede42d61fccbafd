//! What a tip has in common with others, asked of the opener.

use domain::console::{Answer, Ask, Failure, Related, Subject};
use domain::work::{Entity, Work};
use domain::{RecordId, TipId};
use leptos::prelude::*;

use super::{Console, KEEPER};
use crate::browser;
use crate::place::Place;

impl Console {
    /// What a tip names and who else names it, as far as the waiting tips are read by now.
    pub(crate) async fn related(self, of: Subject) -> Result<Related, Failure> {
        match self.ask(Ask::Related { of }).await? {
            Answer::Related(related) if related.of == of => Ok(*related),
            _ => Err(Failure::Unexpected),
        }
    }

    /// Changes what the tip on the bench names, beginning from what was recognised.
    pub(crate) fn correct(self, recognised: Vec<Entity>, change: impl FnOnce(&mut Vec<Entity>)) {
        self.edit(|work: &mut Work| change(work.entities.get_or_insert(recognised)));
    }

    /// Shows a waiting tip, from wherever one is.
    pub(crate) fn show_tip(self, tip: TipId) {
        self.choose_tip(Some(tip));
        self.go(Place::Intake);
    }

    /// Notes that the record on the bench and another are about the same.
    pub(crate) async fn link(self, to: RecordId) -> Result<(), Failure> {
        self.save().await?;
        let Some(record) = self.bench.record() else {
            return Ok(());
        };
        let desk = KEEPER;
        match self.ask(Ask::Link { desk, record, to }).await? {
            Answer::Record(view) => {
                let stage = self.bench.stage.get_untracked();
                self.bench.lay(*view);
                self.bench.stage.set(stage);
                browser::focus_soon("entities-title");
                Ok(())
            }
            _ => Err(Failure::Unexpected),
        }
    }
}
