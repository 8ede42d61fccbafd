//! Cases: listed, opened, worked on one deed at a time.

use domain::case::{Deed, DeedProblem};
use domain::console::{Answer, Ask, CaseRow, CaseView, Failure};
use domain::{Desk, RecordId};
use leptos::prelude::*;

use super::{Console, Notice};
use crate::words::cases;
use crate::words::failure::Tone;

impl Console {
    /// Reads a desk's cases.
    pub(crate) async fn list_cases(self, desk: Desk) -> Result<(), Failure> {
        match self.ask(Ask::ListCases { desk }).await? {
            Answer::Cases { desk, mut cases } => {
                cases::sort(&mut cases);
                self.cases.update(|all| {
                    all.retain(|(known, _)| *known != desk);
                    all.push((desk, cases));
                });
                Ok(())
            }
            _ => Err(Failure::Unexpected),
        }
    }

    /// A desk's cases, as far as they were read.
    pub(crate) fn cases_of(self, desk: Desk) -> Option<Vec<CaseRow>> {
        self.cases.with(|all| {
            let mut all = all.iter();
            let found = all.find(|(known, _)| *known == desk);
            found.map(|(_, rows)| rows.clone())
        })
    }

    /// Opens a case.
    pub(crate) async fn open_case(self, desk: Desk, record: RecordId) -> Result<(), Failure> {
        self.list_cases(desk).await?;
        let ask = Ask::OpenCase {
            desk,
            record,
            purpose: "action".into(),
        };
        self.case.set(Some(case_of(self.ask(ask).await?)?));
        Ok(())
    }

    /// Says why something was not done.
    pub(crate) fn say_problem(self, problem: DeedProblem) {
        self.notice.set(Some(Notice {
            tone: Tone::Bad,
            advice: cases::problem(problem),
            onward: None,
        }));
    }

    /// Does one thing with the open case; `well` is run if it was done.
    pub(crate) fn on_case(self, deed: Deed, well: impl FnOnce() + 'static) {
        let Some((desk, record)) = self
            .case
            .with_untracked(|case| case.as_ref().map(|case| (case.desk, case.record)))
        else {
            return;
        };
        self.act(async move {
            let ask = Ask::OnCase {
                desk,
                record,
                deed: Box::new(deed),
            };
            match self.ask(ask).await? {
                Answer::NotDone(problem) => {
                    self.say_problem(problem);
                    Ok(())
                }
                answer => {
                    self.case.set(Some(case_of(answer)?));
                    self.notice.set(None);
                    well();
                    self.list_cases(desk).await
                }
            }
        });
    }
}

fn case_of(answer: Answer) -> Result<CaseView, Failure> {
    match answer {
        Answer::Case(view) => Ok(*view),
        _ => Err(Failure::Unexpected),
    }
}
