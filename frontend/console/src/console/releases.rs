//! What waits for a second officer: listed, released, given back, withdrawn.

use domain::console::{Answer, Ask, DraftDeed, Failure};
use domain::{DraftId, RecordId};
use leptos::prelude::*;

use super::acts::record_of;
use super::{Console, KEEPER};
use crate::browser;

impl Console {
    /// Reads what waits for a second officer.
    pub(crate) async fn list_drafts(self) -> Result<(), Failure> {
        self.on_drafts(DraftDeed::List).await
    }

    /// Releases a draft: its reports go to their desks.
    pub(crate) async fn release_draft(self, draft: DraftId) -> Result<(), Failure> {
        self.on_drafts(DraftDeed::Release { draft }).await?;
        self.say_done(
            "Released and sent",
            "Each desk has its report, signed by both of you.",
            None,
        );
        browser::focus_soon("room-title");
        self.list_sent().await
    }

    /// Gives a draft back to whoever wrote it.
    pub(crate) async fn return_draft(self, draft: DraftId, reason: String) -> Result<(), Failure> {
        self.on_drafts(DraftDeed::Return { draft, reason }).await?;
        self.say_done(
            "Given back",
            "Nothing was sent. The tip is open again, and says why.",
            None,
        );
        browser::focus_soon("room-title");
        self.list_cards().await
    }

    /// Takes back what lies on the bench and was handed in; it can be written on again.
    pub(crate) async fn withdraw(self, record: RecordId) -> Result<(), Failure> {
        let deed = DraftDeed::Withdraw {
            desk: KEEPER,
            record,
        };
        let view = record_of(self.ask_of_bench(Ask::OnDrafts { deed }).await?)?;
        self.claim(record).await?;
        self.bench.lay(view);
        self.bench.edited_at.set(Some(browser::now()));
        self.say_done("Taken back", "Nothing was sent. Go on writing.", None);
        browser::focus_soon("room-title");
        self.list_drafts().await?;
        self.list_cards().await
    }

    /// Whether a draft is among those that wait, as they were read last.
    pub(crate) fn is_listed(self, draft: DraftId) -> bool {
        self.drafts
            .with(|drafts| drafts.iter().flatten().any(|view| view.draft == draft))
    }

    /// How many drafts wait for this officer to release, and whether one of them is a P1.
    pub(crate) fn to_release(self) -> (usize, bool) {
        self.drafts.with(|drafts| {
            let drafts = drafts.iter().flatten();
            let others = drafts.filter(|view| !matches!(&view.face, Ok(face) if face.mine));
            let urgent = others.clone().any(
                |view| matches!(&view.face, Ok(face) if face.report.priority == domain::Priority::P1),
            );
            (others.count(), urgent)
        })
    }

    async fn on_drafts(self, deed: DraftDeed) -> Result<(), Failure> {
        let answer = self.ask(Ask::OnDrafts { deed }).await;
        if let Err(Failure::NotFound | Failure::NotAwaited) = &answer {
            // Somebody was first: the list says what is left.
            if let Ok(Answer::Drafts(drafts)) = self
                .ask(Ask::OnDrafts {
                    deed: DraftDeed::List,
                })
                .await
            {
                self.drafts.set(Some(drafts));
            }
        }
        match answer? {
            Answer::Drafts(drafts) => {
                self.drafts.set(Some(drafts));
                Ok(())
            }
            _ => Err(Failure::Unexpected),
        }
    }
}
