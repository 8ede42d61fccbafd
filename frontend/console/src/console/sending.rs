//! The way out of triage: checked, looked at once more, sealed and sent.

use domain::console::{Answer, Ask, Failure, RecordView, SentDeed};
use domain::tip::Language;
use domain::work::{ReportField, Work, WorkProblem};
use domain::{Priority, RecordId, ReportId};
use leptos::prelude::*;

use super::acts::record_of;
use super::{Console, KEEPER};
use crate::bench::Stage;
use crate::browser;

impl Console {
    /// Checks the work as the opener will; saves it and shows the review, or what is wrong.
    pub(crate) fn check_work(self) {
        let bench = self.bench;
        let Some(work) = bench.work.get_untracked() else {
            return;
        };
        match work.check(browser::today()) {
            Ok(_) => {
                bench.problems.set(Vec::new());
                bench.stage.set(Stage::Review);
                browser::focus_soon("review-title");
                if bench.is_dirty() {
                    self.act(self.save());
                }
            }
            Err(problems) => self.not_ready(problems),
        }
    }

    /// Signs the report for every desk chosen and hands it in, once every pointer to the source in it is
    /// decided about.
    pub(crate) async fn route(self) -> Result<(), Failure> {
        let bench = self.bench;
        let (Some(record), Some(work)) = (bench.record(), bench.work.get_untracked()) else {
            return Ok(());
        };
        if let Err(problems) = self.ready_to_send(&work) {
            self.not_ready(problems);
            return Ok(());
        }
        // The translation is compared with, too.
        if bench.is_dirty() {
            self.save().await?;
        }
        let ask = Ask::Route {
            desk: KEEPER,
            record,
            work: Box::new(work),
        };
        match self.ask_of_bench(ask).await? {
            Answer::NotReady(problems) => {
                self.not_ready(problems);
                Ok(())
            }
            answer => self.routed(record_of(answer)?).await,
        }
    }

    /// Seals a reply to the reporter of an open record and hands it in. A finished one is claimed for it.
    pub(crate) async fn reply(
        self,
        record: RecordId,
        text: String,
        lang: Language,
    ) -> Result<(), Failure> {
        let bench = self.bench;
        if bench.is_dirty() {
            self.save().await?;
        }
        if bench.held().is_none() {
            self.claim(record).await?;
        }
        let ask = Ask::Reply {
            desk: KEEPER,
            record,
            text,
            lang,
        };
        let view = record_of(self.ask_of_bench(ask).await?)?;
        bench.lay(view);
        let todo =
            "It waits for its window like everything else. They can read it when they come back.";
        self.say_done("Reply sealed and sent", todo, None);
        Ok(())
    }

    /// Takes delivered reports of the record on the bench back.
    pub(crate) async fn recall(
        self,
        record: RecordId,
        reports: Vec<ReportId>,
        reason: String,
    ) -> Result<(), Failure> {
        let asked = reports.clone();
        let ask = Ask::OnSent {
            desk: KEEPER,
            record,
            deed: SentDeed::Recall { reports, reason },
        };
        let view = record_of(self.ask_of_bench(ask).await?)?;
        let taken = view.work.routings.iter();
        let taken = taken.filter(|one| asked.contains(&one.report) && one.recalled.is_some());
        let count = taken.count();
        self.bench.claim.set(None);
        self.bench.lay(view);
        let title = match count {
            0 => "Taken back before, not by you".to_owned(),
            1 => "Taken back".to_owned(),
            _ => format!("Taken back from {count} desks"),
        };
        let todo = if count == asked.len() {
            "Each desk has a notice that you signed."
        } else {
            "The server says that a report was taken back before. Your reason was not sent to that desk: if you do \
             not know who took it back, telephone the desk."
        };
        self.say_done(title, todo, None);
        browser::focus_soon("record-title");
        self.list_sent().await
    }

    /// Lets reports of the record on the bench stand again that a colleague took back.
    pub(crate) async fn restore(
        self,
        record: RecordId,
        reports: Vec<ReportId>,
        reason: String,
    ) -> Result<(), Failure> {
        let ask = Ask::OnSent {
            desk: KEEPER,
            record,
            deed: SentDeed::Restore { reports, reason },
        };
        let view = record_of(self.ask_of_bench(ask).await?)?;
        self.bench.claim.set(None);
        self.bench.lay(view);
        let todo = "The desk can open the report again, and has a notice that you signed.";
        self.say_done("Put back", todo, None);
        browser::focus_soon("record-title");
        self.list_sent().await
    }

    /// Opens what was sent from the record on the bench to be written anew.
    pub(crate) async fn begin_correction(self, record: RecordId) -> Result<(), Failure> {
        let ask = Ask::OnSent {
            desk: KEEPER,
            record,
            deed: SentDeed::Correct,
        };
        let view = record_of(self.ask_of_bench(ask).await?)?;
        self.claim(record).await?;
        self.bench.lay(view);
        self.bench.edited_at.set(Some(browser::now()));
        browser::focus_soon("room-title");
        self.list_cards().await
    }

    /// Leaves what was sent as it is.
    pub(crate) async fn leave_correction(self, record: RecordId) -> Result<(), Failure> {
        if self.bench.is_dirty() {
            self.save().await?;
        }
        let ask = Ask::OnSent {
            desk: KEEPER,
            record,
            deed: SentDeed::Leave,
        };
        let view = record_of(self.ask_of_bench(ask).await?)?;
        self.bench.claim.set(None);
        self.bench.lay(view);
        self.say_done("Left as it was sent", "No desk was told anything.", None);
        browser::focus_soon("record-title");
        self.list_cards().await
    }

    /// Whether the work on the bench may be sent, as the opener will check it.
    pub(super) fn ready_to_send(self, work: &Work) -> Result<(), Vec<WorkProblem>> {
        let own_words = untrack(|| self.bench.own_words());
        work.check_to_send(&own_words, browser::today()).map(drop)
    }

    /// Shows what is wrong where it can be mended: words to be decided about in the review.
    pub(super) fn not_ready(self, problems: Vec<WorkProblem>) {
        let decided = |one: &WorkProblem| !matches!(one.field, ReportField::Kept { .. });
        if problems.iter().any(decided) {
            self.bench.stage.set(Stage::Write);
        }
        self.bench.problems.set(problems);
        browser::focus_soon("error-summary");
    }

    async fn routed(self, view: RecordView) -> Result<(), Failure> {
        let waits = view.work.waits.as_ref();
        let count = waits.map_or(0, |waits| waits.routings.len());
        let draft = waits.map(|waits| waits.draft);
        let is_urgent = view.work.priority == Some(Priority::P1);
        self.bench.claim.set(None);
        self.bench.lay(view);
        browser::focus_soon("record-title");
        self.list_drafts().await?;
        if !draft.is_some_and(|draft| untrack(|| self.is_listed(draft))) {
            return Err(Failure::Unreachable);
        }
        let todo = match (is_urgent, count) {
            (true, _) => {
                "It is a P1: tell a colleague now. No desk has it until they release it.".into()
            }
            (false, 1) => "One desk gets it when a colleague releases it.".into(),
            (false, _) => format!("{count} desks get it when a colleague releases it."),
        };
        self.say_done("Signed and handed in", todo, None);
        self.list_cards().await
    }
}
