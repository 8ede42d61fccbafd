//! The bench: the one record an officer works on, kept in memory whatever the connection does.

use domain::console::{Failure, RecordView};
use domain::work::{Work, WorkProblem};
use domain::{OfficerId, RecordId, UnixSeconds};
use leptos::prelude::*;

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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Writing beside the original.
    Write,
    /// The report as the desk will see it.
    Review,
}

/// The bench's signals.
#[derive(Clone, Copy)]
pub(crate) struct Bench {
    /// Whose work lies here.
    pub(crate) owner: RwSignal<Option<OfficerId>>,
    pub(crate) view: RwSignal<Option<RecordView>>,
    /// The version that was opened or saved last.
    pub(crate) version: RwSignal<u32>,
    pub(crate) work: RwSignal<Option<Work>>,
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
            owner: RwSignal::new(None),
            view: RwSignal::new(None),
            version: RwSignal::new(0),
            work: RwSignal::new(None),
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
        self.view.set(Some(view));
        self.saving.set(Saving::Saved(None));
        self.stage.set(Stage::Write);
        self.problems.set(Vec::new());
    }

    /// What lies here was opened by a session that is gone: unsaved work stays, its claim does not.
    pub(crate) fn survive(self) {
        if self.is_dirty() {
            self.claim.set(None);
            self.readonly.set(Some(Failure::ClaimLost));
        } else {
            self.clear();
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

    /// Whether something written is not saved.
    pub(crate) fn is_dirty(self) -> bool {
        self.saving
            .with_untracked(|saving| !matches!(saving, Saving::Saved(_)))
    }

    /// Whether the officer may write.
    pub(crate) fn writable(self) -> bool {
        self.claim.get().is_some()
            && self.readonly.with(Option::is_none)
            && self
                .view
                .with(|view| view.as_ref().is_some_and(|view| !view.work.state.is_over()))
    }
}
