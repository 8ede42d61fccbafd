//! An officer who asks, and what they do all day.

use domain::console::{Answer, Ask, DraftDeed, DraftView, Failure, Intake, Passphrase, RecordView};
use domain::work::{CloseReason, GradeDraft, Translation, Work};
use domain::{Desk, Priority, RecordId, TipId};
use opener::native::at_once;

use super::TestOpener;

/// An officer at a console of their own.
pub struct Officer {
    pub opener: TestOpener,
    pub name: String,
    pub passphrase: Passphrase,
}

impl Officer {
    pub fn ask(&mut self, question: Ask) -> Answer {
        ask(&mut self.opener, question)
    }

    pub fn sign_in(&mut self) -> Answer {
        let (name, passphrase) = (self.name.clone(), self.passphrase.clone());
        let answer = self.ask(Ask::SignIn { name, passphrase });
        assert!(matches!(answer, Answer::Me(_)), "{answer:?}");
        answer
    }

    pub fn fetch(&mut self, afresh: bool) -> Intake {
        match self.ask(Ask::FetchIntake {
            afresh,
            attended: true,
        }) {
            Answer::Intake(intake) => intake,
            other => panic!("{other:?}"),
        }
    }

    pub fn accept(&mut self, tip: TipId) -> RecordId {
        match self.ask(Ask::Accept { tip }) {
            Answer::Accepted { record, .. } => record,
            other => panic!("{other:?}"),
        }
    }

    /// Fetches the intake and accepts this tip.
    pub fn take(&mut self, tip: TipId) -> RecordId {
        self.fetch(false);
        self.accept(tip)
    }

    pub fn open(&mut self, record: RecordId) -> Result<RecordView, Failure> {
        let answer = self.ask(Ask::OpenRecord {
            desk: Desk::Triage,
            record,
            purpose: "triage".into(),
        });
        match answer {
            Answer::Record(view) => Ok(*view),
            Answer::Failed(failure) => Err(failure),
            other => panic!("{other:?}"),
        }
    }

    pub fn save(&mut self, record: RecordId, work: Work) -> Answer {
        self.save_with(record, work, None)
    }

    pub fn save_with(
        &mut self,
        record: RecordId,
        work: Work,
        translation: Option<Translation>,
    ) -> Answer {
        self.ask(Ask::SaveDraft {
            desk: Desk::Triage,
            record,
            work: Box::new(work),
            translation,
        })
    }

    pub fn close(&mut self, record: RecordId, reason: CloseReason, note: &str) -> Answer {
        self.ask(Ask::Close {
            desk: Desk::Triage,
            record,
            reason,
            note: note.into(),
        })
    }

    /// Finishes the work on a record and hands its reports in.
    pub fn hand_in(&mut self, record: RecordId, desks: &[Desk]) -> RecordView {
        let work = finished(self.open(record).unwrap().work, desks);
        self.hand_in_work(record, work)
    }

    /// Hands in the reports of this work.
    pub fn hand_in_work(&mut self, record: RecordId, work: Work) -> RecordView {
        let answer = self.ask(Ask::Route {
            desk: Desk::Triage,
            record,
            work: Box::new(work),
        });
        match answer {
            Answer::Record(view) => *view,
            other => panic!("{other:?}"),
        }
    }

    /// What waits for a second officer.
    pub fn drafts(&mut self) -> Vec<DraftView> {
        match self.on_draft(DraftDeed::List) {
            Answer::Drafts(drafts) => drafts,
            other => panic!("{other:?}"),
        }
    }

    pub fn on_draft(&mut self, deed: DraftDeed) -> Answer {
        self.ask(Ask::OnDrafts { deed })
    }

    /// Releases everything that waits.
    pub fn release_all(&mut self) {
        for waiting in self.drafts() {
            let draft = waiting.draft;
            let answer = self.on_draft(DraftDeed::Release { draft });
            assert!(matches!(answer, Answer::Drafts(_)), "{answer:?}");
        }
    }

    /// Finishes the work on a record; the second officer releases it.
    pub fn route(&mut self, second: &mut Self, record: RecordId, desks: &[Desk]) -> RecordView {
        self.hand_in(record, desks);
        second.release_all();
        self.open(record).unwrap()
    }
}

pub fn ask(opener: &mut TestOpener, question: Ask) -> Answer {
    at_once(opener.handle(question, &mut |_| ()))
}

pub fn failure(answer: Answer) -> Failure {
    match answer {
        Answer::Failed(failure) => failure,
        other => panic!("this should have failed: {other:?}"),
    }
}

pub fn finished(mut work: Work, desks: &[Desk]) -> Work {
    work.priority = Some(Priority::P2);
    work.title = "Drug dealing from a vehicle".into();
    work.items[0].text = "Drugs are sold from a vehicle in the evenings.".into();
    work.items[0].grade = GradeDraft::usual_for_an_anonymous_tip();
    work.provenance = "Information received in confidence.".into();
    work.grade = GradeDraft::usual_for_an_anonymous_tip();
    work.pii_considered = true;
    work.purpose = "Prevention of crime".into();
    work.desks = desks.to_vec();
    work
}
