//! What a tip has in common with others, asked of the opener.

use domain::console::{Answer, Ask, Failure, RecordView, Related, Subject, Together};
use domain::work::{Entity, Work};
use domain::{RecordId, TipId};
use leptos::prelude::*;

use super::{Console, KEEPER, Notice};
use crate::browser;
use crate::place::Place;
use crate::words::failure::Tone;
use crate::words::related as words;

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

    /// Does something about the record on the bench and another that is about the same.
    pub(crate) async fn together(self, other: RecordId, deed: Together) -> Result<(), Failure> {
        if self.bench.is_dirty() {
            self.save().await?;
        }
        let Some(record) = self.bench.record() else {
            return Ok(());
        };
        let ask = Ask::OnAnother {
            desk: KEEPER,
            of: (record, other),
            deed,
        };
        match self.ask_of_bench(ask).await? {
            Answer::Record(view) => {
                let stage = self.bench.stage.get_untracked();
                self.bench.lay(*view);
                self.bench.stage.set(stage);
                browser::focus_soon("entities-title");
                self.list_cards().await
            }
            Answer::NotReady(_) => {
                self.notice.set(Some(Notice {
                    tone: Tone::Bad,
                    advice: words::not_merged(),
                    onward: Some((Place::Record(other), "Open that tip")),
                }));
                Ok(())
            }
            _ => Err(Failure::Unexpected),
        }
    }

    /// Opens what was taken into the record on the bench, to be read beside it.
    pub(crate) async fn read_merged(self) -> Result<(), Failure> {
        let bench = self.bench;
        let (record, wanted) = bench.view.with_untracked(|view| {
            let merged = view.as_ref().map(|view| view.work.merged().to_vec());
            (
                view.as_ref().map(|view| view.record),
                merged.unwrap_or_default(),
            )
        });
        for other in wanted {
            let known = |all: &Vec<RecordView>| all.iter().any(|one| one.record == other);
            if bench.merged.with_untracked(known) {
                continue;
            }
            let view = self.read_record(other, "triage").await?;
            if bench.record() != record {
                return Ok(());
            }
            bench.merged.update(|all| all.push(view));
        }
        Ok(())
    }
}
