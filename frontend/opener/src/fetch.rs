//! Fetching the intake, batch by batch, opening as it comes.

use std::collections::BTreeSet;

use domain::console::{Answer, Failure, Intake};
use domain::wire::{FetchIntake, INTAKE_FETCH_MAX, IntakeRow};
use domain::{Desk, TipId};
use rand::{CryptoRng, RngCore};

use crate::agreement::arrived;
use crate::opener::{Progress, Room};
use crate::transport::Transport;

/// Most batches before other questions get a turn; the answer says what remains.
const BATCHES: u32 = 8;
/// Whoever begins afresh has nothing to read yet: they get the first batch as soon as it is open.
const BATCHES_AFRESH: u32 = 1;
/// Frames opened between two words of progress.
const STRIDE: usize = 32;

impl<T: Transport, R: RngCore + CryptoRng> Room<'_, T, R> {
    /// Fetches and opens frames this session has not been given yet.
    pub(crate) async fn fetch_intake(
        mut self,
        afresh: bool,
        attended: bool,
        progress: Progress<'_>,
    ) -> Result<Answer, Failure> {
        if afresh {
            self.held.intake.begin_again();
        }
        let before = self.held.intake.count();
        let (mut touched, mut gone) = (BTreeSet::new(), BTreeSet::new());
        let (mut tried, mut remaining) = (0_u32, 0);
        let most = if afresh { BATCHES_AFRESH } else { BATCHES };
        for batch in 0..most {
            let body = FetchIntake {
                most: INTAKE_FETCH_MAX,
                afresh: afresh && batch == 0,
                attended,
            };
            let (batch, left) = self.api.fetch_intake(&body).await?;
            remaining = left;
            let lost = self.held.intake.lose(&batch.gone);
            gone.extend(lost.whole);
            touched.extend(lost.in_part);
            let total = tried
                .saturating_add(count(&batch.rows))
                .saturating_add(remaining);
            let mut said = |more| {
                tried = tried.saturating_add(more);
                let opened = tried;
                progress(Answer::Progress { opened, total });
            };
            touched.extend(self.open_all(&batch.rows, &mut said).await);
            if remaining == 0 || batch.rows.is_empty() {
                break;
            }
        }
        self.put_canaries_away().await;
        let room = &self.held.intake;
        // What came back in the same fetch, put back meanwhile, waits.
        gone.retain(|tip| room.view(*tip).is_none());
        Ok(Answer::Intake(Intake {
            gone: gone.into_iter().collect(),
            tips: touched
                .into_iter()
                .filter_map(|tip| room.view(tip))
                .collect(),
            unopened: room.unopened(),
            unopened_jumped: room.jumped_since(before),
            remaining,
        }))
    }

    /// Opens frames; meanwhile the browser works out what it can for those that follow.
    async fn open_all(&mut self, rows: &[IntakeRow], said: &mut dyn FnMut(u32)) -> Vec<TipId> {
        let held = &mut *self.held;
        let (inst, now) = (self.pins.inst, self.now);
        let canary = held.trust.canary();
        if let Some(agreement) = self.agreement {
            let keys = held.ring.week_keys(Desk::Triage);
            held.lent.lend(agreement, &keys).await;
        }
        said(0);
        let begun = |rows| (rows, held.lent.begin(rows));
        let strides: Vec<_> = rows.chunks(STRIDE).map(begun).collect();
        let mut opened = Vec::new();
        for (stride, on_the_way) in strides {
            let keys = arrived(held.ring.week_keys(Desk::Triage), on_the_way).await;
            let tips = stride.iter();
            opened.extend(tips.filter_map(|row| held.intake.open(row, &keys, canary, inst, now)));
            said(count(stride));
        }
        opened
    }
}

fn count(rows: &[IntakeRow]) -> u32 {
    u32::try_from(rows.len()).unwrap_or(u32::MAX)
}
