//! The bench: the one record an officer works on, kept in memory whatever the connection does.

use domain::console::{Failure, RecordView};
use domain::work::{Translation, Work, WorkProblem, with_translation};
use domain::{RecordId, UnixSeconds};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// Whether what is written is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Saving {
    /// Nothing to save, or saved then.
    Saved(Option<UnixSeconds>),
    /// Written since.
    Waiting,
    /// On its way.
    Under,
    /// It did not work; what was written is still here.
    Failed(Failure),
}

/// What the record room shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Stage {
    /// Writing beside the original.
    Write,
    /// The report as the desk will see it.
    Review,
}

/// What lies on the bench, as it is kept behind the lock.
#[derive(Serialize, Deserialize)]
pub(crate) struct OnBench {
    view: RecordView,
    work: Work,
    translation: Option<Translation>,
    version: u32,
    unsaved: bool,
    stage: Stage,
}

impl OnBench {
    /// Whether it is still being worked on.
    pub(crate) fn goes_on(&self) -> bool {
        !self.view.work.state.is_over()
    }
}

/// The bench's signals.
#[derive(Clone, Copy)]
pub(crate) struct Bench {
    pub(crate) view: RwSignal<Option<RecordView>>,
    /// The version that was opened or saved last.
    pub(crate) version: RwSignal<u32>,
    pub(crate) work: RwSignal<Option<Work>>,
    /// What the tip says in English, as far as somebody wrote that.
    pub(crate) translation: RwSignal<Option<Translation>>,
    /// Records that were taken into this one, as far as they are opened.
    pub(crate) merged: RwSignal<Vec<RecordView>>,
    pub(crate) saving: RwSignal<Saving>,
    pub(crate) stage: RwSignal<Stage>,
    pub(crate) problems: RwSignal<Vec<WorkProblem>>,
    /// Until when the claim lasts; none if it is not held.
    pub(crate) claim: RwSignal<Option<UnixSeconds>>,
    /// Why it cannot be written on.
    pub(crate) readonly: RwSignal<Option<Failure>>,
    /// Accepted a moment ago: the claim came with it.
    pub(crate) accepted: RwSignal<Option<RecordId>>,
    /// Sign-out was asked for while something could not be saved.
    pub(crate) confirm_leave: RwSignal<bool>,
    /// Counts edits, so that an autosave knows whether it is still the newest.
    pub(crate) edits: RwSignal<u32>,
    pub(crate) edited_at: RwSignal<Option<UnixSeconds>>,
}

impl Bench {
    /// An empty bench.
    pub(crate) fn new() -> Self {
        Self {
            view: RwSignal::new(None),
            version: RwSignal::new(0),
            work: RwSignal::new(None),
            translation: RwSignal::new(None),
            merged: RwSignal::new(Vec::new()),
            saving: RwSignal::new(Saving::Saved(None)),
            stage: RwSignal::new(Stage::Write),
            problems: RwSignal::new(Vec::new()),
            claim: RwSignal::new(None),
            readonly: RwSignal::new(None),
            accepted: RwSignal::new(None),
            confirm_leave: RwSignal::new(false),
            edits: RwSignal::new(0),
            edited_at: RwSignal::new(None),
        }
    }

    /// Lays a record on the bench.
    pub(crate) fn lay(self, view: RecordView) {
        self.version.set(view.version);
        self.work.set(Some(view.work.clone()));
        self.translation.set(view.history.translated());
        self.merged
            .update(|all| all.retain(|one| view.work.merged().contains(&one.record)));
        self.view.set(Some(view));
        self.saving.set(Saving::Saved(None));
        self.stage.set(Stage::Write);
        self.problems.set(Vec::new());
    }

    /// Takes everything off the bench, to be kept.
    pub(crate) fn take(self) -> Option<OnBench> {
        let kept = self.view.get_untracked().zip(self.work.get_untracked());
        let kept = kept.map(|(view, work)| OnBench {
            view,
            work,
            translation: self.translation.get_untracked(),
            version: self.version.get_untracked(),
            unsaved: self.is_dirty(),
            stage: self.stage.get_untracked(),
        });
        self.clear();
        kept
    }

    /// Puts what was kept back; the claim on it is to be taken again.
    pub(crate) fn put(self, kept: OnBench) {
        self.lay(kept.view);
        self.work.set(Some(kept.work));
        self.translation.set(kept.translation);
        self.version.set(kept.version);
        self.stage.set(kept.stage);
        if kept.unsaved {
            self.saving.set(Saving::Waiting);
        }
    }

    /// Stops writing when the claim is gone or a colleague was faster.
    pub(crate) fn lock(self, failure: &Failure) {
        match failure {
            Failure::ClaimLost | Failure::NotOpened => {
                self.claim.set(None);
                self.readonly.set(Some(Failure::ClaimLost));
            }
            Failure::VersionMoved => self.readonly.set(Some(Failure::VersionMoved)),
            _ => {}
        }
    }

    /// Clears the bench.
    pub(crate) fn clear(self) {
        self.view.set(None);
        self.work.set(None);
        self.translation.set(None);
        self.merged.set(Vec::new());
        self.saving.set(Saving::Saved(None));
        self.stage.set(Stage::Write);
        self.problems.set(Vec::new());
        self.claim.set(None);
        self.readonly.set(None);
        self.accepted.set(None);
        self.confirm_leave.set(false);
    }

    /// The record that lies here.
    pub(crate) fn record(self) -> Option<RecordId> {
        self.view
            .with_untracked(|view| view.as_ref().map(|view| view.record))
    }

    /// The record whose claim is held.
    pub(crate) fn held(self) -> Option<RecordId> {
        self.claim.get_untracked()?;
        self.record()
    }

    /// Every word of the reporter's, and what somebody has of them in English.
    pub(crate) fn own_words(self) -> String {
        let own_words = self
            .view
            .with(|view| view.as_ref().map(|view| view.original.own_words()));
        let own = self.translation.with(|translation| {
            let english = translation.as_ref().map(|one| one.text.as_str());
            with_translation(own_words.unwrap_or_default(), english)
        });
        self.merged.with(|merged| {
            let others = merged.iter().map(|one| {
                let english = one.history.translation.as_deref();
                with_translation(one.original.own_words(), english)
            });
            let all: Vec<String> = std::iter::once(own).chain(others).collect();
            all.join("\n\n")
        })
    }

    /// Whether something written is not saved.
    pub(crate) fn is_dirty(self) -> bool {
        self.saving
            .with_untracked(|saving| !matches!(saving, Saving::Saved(_)))
    }

    /// Whether the officer may write.
    pub(crate) fn writable(self) -> bool {
        self.claim.get().is_some()
            && self.readonly.with(Option::is_none)
            && self.view.with(|view| {
                view.as_ref()
                    .is_some_and(|view| !view.work.state.is_read_only())
            })
    }
}
