//! Help for a reporter or for somebody at risk: decided one by one, and written down at once.

use domain::RecordId;
use domain::console::{Answer, Ask, Failure, SignpostDeed};
use domain::work::{Signpost, WorkProblem};
use leptos::prelude::*;

use super::acts::record_of;
use super::{Console, KEEPER};
use crate::browser;
use crate::words::signposts;

impl Console {
    /// Writes down what was decided about a signpost; what was typed elsewhere is saved first. Says into
    /// `problems` what is still to be said.
    pub(crate) async fn decide_signpost(
        self,
        (record, signpost): (RecordId, Signpost),
        deed: SignpostDeed,
        problems: RwSignal<Vec<WorkProblem>>,
    ) -> Result<(), Failure> {
        if self.bench.is_dirty() {
            self.save().await?;
        }
        if self.bench.held().is_none() {
            self.claim(record).await?;
        }
        let ask = Ask::Signpost {
            desk: KEEPER,
            of: (record, signpost),
            deed: Box::new(deed),
        };
        match self.ask_of_bench(ask).await? {
            Answer::NotReady(wrong) => {
                let first = wrong.first().map(|one| one.field.to_string());
                problems.set(wrong);
                if let Some(first) = first {
                    browser::focus_soon(&first);
                }
                Ok(())
            }
            answer => {
                self.bench.lay(record_of(answer)?);
                let id = format!("signpost-{}", signpost.id());
                browser::focus_soon(&id);
                let title = format!("Written down: {}", signposts::name(signpost));
                self.say_done(title, "It stands in the record's history.", None);
                Ok(())
            }
        }
    }
}
