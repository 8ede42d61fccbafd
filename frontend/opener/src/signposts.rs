//! Signposts: the reporter is told of help, or somebody at risk was referred, and the record says so.

use domain::console::{Answer, Failure, SignpostDeed};
use domain::work::{
    Act, ReportField, ReportRule, Signpost, SignpostDecision, SignpostPart, Signposted,
    WorkProblem, not_needed,
};
use domain::{Desk, RecordId};
use rand::RngCore;

use crate::opener::Room;
use crate::pack::Contents;
use crate::transport::Transport;

impl<T: Transport, R: RngCore> Room<'_, T, R> {
    /// Decides about a signpost of an opened, claimed record. A referral is recorded as a disclosure first: the
    /// server learns that there is one, and neither of whom, nor to whom, nor on what ground.
    pub(crate) async fn signpost(
        mut self,
        desk: Desk,
        (record, signpost): (RecordId, Signpost),
        deed: SignpostDeed,
    ) -> Result<Answer, Failure> {
        let decision = match deed {
            SignpostDeed::Tell { text, lang } => {
                let said = (text, lang);
                return self.reply_of_help(desk, record, said, Some(signpost)).await;
            }
            SignpostDeed::Refer { referral } => {
                let referral = match referral.checked(self.now.day()) {
                    Ok(referral) => referral,
                    Err(wrong) => return Ok(not_ready(signpost, wrong)),
                };
                SignpostDecision::Referred { referral }
            }
            SignpostDeed::NotNeeded { because } => match not_needed(&because) {
                Ok(because) => SignpostDecision::NotNeeded { because },
                Err(wrong) => return Ok(not_ready(signpost, vec![wrong])),
            },
        };
        let mut contents = self.held.vault.opened(desk, record)?.contents.clone();
        self.held.vault.lease(record)?;
        let is_referral = matches!(decision, SignpostDecision::Referred { .. });
        self.note_signpost(&mut contents, signpost, decision);
        if is_referral {
            self.api.refer(desk, record).await?;
        }
        self.write(desk, record, contents).await?;
        self.view(desk, record)
    }

    /// Writes a decision into a record: what was decided last, and that it was decided.
    pub(crate) fn note_signpost(
        &self,
        contents: &mut Contents,
        signpost: Signpost,
        decision: SignpostDecision,
    ) {
        let decided = Signposted {
            decision: decision.clone(),
            day: self.now.day(),
            by: self.held.me.officer,
        };
        contents.work.decide_signpost(signpost, decided);
        let act = Act::Signposted { signpost, decision };
        contents.history.add(self.entry(act));
    }
}

fn not_ready(signpost: Signpost, wrong: Vec<(SignpostPart, ReportRule)>) -> Answer {
    let problem = |(part, rule)| WorkProblem {
        field: ReportField::Signpost { signpost, part },
        rule,
    };
    Answer::NotReady(wrong.into_iter().map(problem).collect())
}
