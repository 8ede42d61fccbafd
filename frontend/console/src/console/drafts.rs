//! Drafts: each edit is noted, and a moment of quiet later sealed and saved.

use domain::console::{Answer, Ask, Failure};
use domain::work::{Translation, Work};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Console, KEEPER};
use crate::bench::Saving;
use crate::browser;

/// How long after the last keystroke a draft is sealed and saved, in milliseconds.
const AUTOSAVE_AFTER: u32 = 2_500;
/// How long until a failed save is tried again.
const RETRY_AFTER: u32 = 15_000;

impl Console {
    /// Notes an edit; a moment of quiet later it is sealed and saved.
    pub(crate) fn edit(self, change: impl FnOnce(&mut Work)) {
        let bench = self.bench;
        bench.work.update(|work| {
            if let Some(work) = work {
                change(work);
            }
        });
        self.forget_mended();
        self.edited();
    }

    /// Notes an edit of the translation, which is saved with the work.
    pub(super) fn edit_translation(self, change: impl FnOnce(&mut Option<Translation>)) {
        self.bench.translation.update(change);
        self.edited();
    }

    fn edited(self) {
        let bench = self.bench;
        bench.saving.set(Saving::Waiting);
        bench.edited_at.set(Some(browser::now()));
        bench.edits.update(|edits| *edits = edits.wrapping_add(1));
        self.save_after(AUTOSAVE_AFTER);
    }

    /// What is mended leaves the error summary at once; nothing is added before the next check.
    fn forget_mended(self) {
        let bench = self.bench;
        if bench.problems.with_untracked(Vec::is_empty) {
            return;
        }
        let left = bench.work.with_untracked(|work| {
            let checked = work.as_ref().map(|work| self.ready_to_send(work));
            checked.and_then(Result::err).unwrap_or_default()
        });
        bench
            .problems
            .update(|problems| problems.retain(|one| left.contains(one)));
    }

    fn save_after(self, milliseconds: u32) {
        let edits = self.bench.edits.get_untracked();
        Timeout::new(milliseconds, move || {
            if self.bench.edits.get_untracked() == edits && self.bench.is_dirty() {
                spawn_local(async move {
                    let _ = self.save().await;
                });
            }
        })
        .forget();
    }

    /// Seals and saves the work; what was written stays on the bench if that fails.
    pub(crate) async fn save(self) -> Result<(), Failure> {
        let bench = self.bench;
        let (Some(record), Some(work)) = (bench.record(), bench.work.get_untracked()) else {
            return Ok(());
        };
        let edits = bench.edits.get_untracked();
        bench.saving.set(Saving::Under);
        let ask = Ask::SaveDraft {
            desk: KEEPER,
            record,
            work: Box::new(work),
            translation: bench.translation.get_untracked(),
        };
        match self.ask(ask).await {
            Ok(Answer::Saved { at, version }) => {
                bench.version.set(version);
                self.index_translation(record);
                let newest = bench.edits.get_untracked() == edits;
                bench.saving.set(if newest {
                    Saving::Saved(Some(at))
                } else {
                    Saving::Waiting
                });
                Ok(())
            }
            Ok(_) => Err(self.not_saved(Failure::Unexpected)),
            Err(failure) => Err(self.not_saved(failure)),
        }
    }

    fn not_saved(self, failure: Failure) -> Failure {
        self.bench.saving.set(Saving::Failed(failure.clone()));
        self.bench.lock(&failure);
        if matches!(failure, Failure::Unreachable | Failure::TooMany { .. }) {
            self.save_after(RETRY_AFTER);
        }
        if failure == Failure::ClaimLost {
            spawn_local(async move {
                // Who holds it now stands on its card.
                let _ = self.list_cards().await;
            });
        }
        failure
    }
}
