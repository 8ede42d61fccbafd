//! Taking a tip out of the intake, and putting it back.

use domain::console::{Answer, Failure};
use domain::wire::{ACCEPT_MAX, Accept, Blob, NewRecord, PutBack};
use domain::work::{Act, CloseReason, History, HistoryEntry, Original, Work, WorkState};
use domain::{Day, Desk, IntakeId, RecordId, Standing, TipId};
use rand::{CryptoRng, RngCore};
use seal::hybrid::Recipient;
use seal::kept::WriteId;
use unseal::kept::Keeping;

use crate::matter::Matter;
use crate::opener::Room;
use crate::pack::Contents;
use crate::transport::Transport;
use crate::vault::{Pen, unsealed};

impl<T: Transport, R: RngCore + CryptoRng> Room<'_, T, R> {
    /// Keeps a tip in triage's vault and claims it. Whoever is second is told, and the tip is gone.
    pub(crate) async fn accept(mut self, tip: TipId) -> Result<Answer, Failure> {
        let original = self.held.intake.original(tip)?;
        let id = self.take_out(original, None).await?;
        // The officer who accepted holds the claim; its number comes by claiming again. If that
        // fails now, opening the record will claim it.
        if let Ok(claim) = self.api.claim(Desk::Triage, id).await {
            self.held.vault.leases.insert(id, claim.lease);
        }
        Ok(Answer::Accepted { tip, record: id })
    }

    /// Takes spam out of the intake into a record that is closed at once: colleagues can look at it,
    /// and put it back. What may not be closed without a word, a tip of danger, is accepted first.
    pub(crate) async fn discard(mut self, tip: TipId) -> Result<Answer, Failure> {
        let original = self.held.intake.remains(tip)?;
        let work = Work::begin(&original.answers, self.reported());
        let problems = work.check_to_close(CloseReason::Spam, "");
        if !problems.is_empty() && !original.missing.contains(&1) {
            return Ok(Answer::NotReady(problems));
        }
        self.take_out(original, Some(CloseReason::Spam)).await?;
        Ok(Answer::Done)
    }

    /// Undoes an acceptance. Which frames the tip was made of is known inside the record only. Once
    /// reports have gone out the record is what tells so, and stays.
    pub(crate) async fn put_back(self, desk: Desk, record: RecordId) -> Result<Answer, Failure> {
        let open = self.held.vault.opened(desk, record)?;
        let work = &open.contents.work;
        if !work.routings.is_empty() || work.waits.is_some() {
            return Err(Failure::NotAllowed);
        }
        let lease = self.held.vault.lease(record)?;
        let original = &open.contents.original;
        let intake = frames_of(original);
        let body = PutBack {
            lease,
            intake: intake.clone(),
            nonce: Blob(original.nonce.to_vec()),
            waited: original.since.waited(self.now),
        };
        self.api.put_back(desk, record, &body).await?;
        self.held.vault.remove(record);
        self.held.intake.expect_again(&intake);
        Ok(Answer::Done)
    }

    /// Takes a tip out of the intake. Copies beyond what one record names go into closed records of
    /// their own, so that a tip sent a thousand times can still be accepted, and put back.
    async fn take_out(
        &mut self,
        mut original: Original,
        closed: Option<CloseReason>,
    ) -> Result<RecordId, Failure> {
        let tip = original.tip;
        let named = original.intake.len().min(ACCEPT_MAX);
        let copies = original.intake.split_off(named);
        let copies = copies.chunks(ACCEPT_MAX).map(|intake| Original {
            intake: intake.to_vec(),
            ..original.clone()
        });
        let copies: Vec<_> = copies.collect();
        let outcome = self.keep(original, closed).await;
        if matches!(outcome, Ok(_) | Err(Failure::AlreadyAccepted)) {
            self.held.intake.remove(tip);
        }
        let record = outcome?;
        for copy in copies {
            // What fails stays in the intake and is given again to who begins afresh.
            let reason = closed.unwrap_or(CloseReason::Known);
            let _ = self.keep(copy, Some(reason)).await;
        }
        Ok(record)
    }

    /// Keeps what came in these frames; closed at once if there is a reason.
    pub(crate) async fn keep(
        &mut self,
        mut original: Original,
        closed: Option<CloseReason>,
    ) -> Result<RecordId, Failure> {
        original.nonce = drawn(self.rng).into();
        let intake = frames_of(&original);
        let nonce = Blob(original.nonce.to_vec());
        let record = self.new_record(original, closed)?;
        let id = record.record;
        let accept = Accept {
            intake,
            nonce,
            record,
        };
        self.api.accept(&accept).await?;
        Ok(id)
    }

    fn new_record(
        &mut self,
        original: Original,
        closed: Option<CloseReason>,
    ) -> Result<NewRecord, Failure> {
        let record = RecordId::from_bytes(drawn(self.rng));
        let contents = self.begun(original, closed);
        self.seal_new(Desk::Triage, record, &contents)
    }

    /// Seals the first version of a record for a desk's vault of this quarter.
    pub(crate) fn seal_new<K: Matter>(
        &mut self,
        desk: Desk,
        record: RecordId,
        contents: &Contents<K>,
    ) -> Result<NewRecord, Failure> {
        let keeping = Keeping {
            inst: self.pins.inst,
            record,
            desk,
            quarter: self.now.day().quarter(),
        };
        let vault = self.held.trust.vault_recipient(desk, keeping.quarter)?;
        let vault = Recipient::parse(vault.as_str()).map_err(|_| Failure::Unexpected)?;
        let (one_time, wrapper) = keeping.make(self.rng, &vault).map_err(unsealed)?;
        let write = WriteId::from_bytes(drawn(self.rng));
        let pen = self.pen(desk, record, write)?;
        let (original, sealed) = pen.seal_first(one_time.recipient(), contents)?;
        let [work, history] = sealed.frames;
        Ok(NewRecord {
            record,
            quarter: keeping.quarter,
            wrapper: Blob(wrapper),
            frames: [original, work, history],
            card: sealed.card,
            closed: K::is_over(&contents.work),
        })
    }

    fn begun(&self, original: Original, closed: Option<CloseReason>) -> Contents {
        let (day, officer) = (self.now.day(), self.held.me.officer);
        let mut work = Work::begin(&original.answers, self.reported());
        let mut history = History::default();
        let mut add = |act| history.add(HistoryEntry { day, officer, act });
        add(Act::Accepted);
        if let Some(reason) = closed {
            work.state = WorkState::Closed(reason);
            add(Act::Closed { reason, note: None });
        }
        Contents {
            original,
            work,
            history,
        }
    }
}

impl<T, R> Room<'_, T, R> {
    /// When a report is to be reviewed that goes out today, unless triage says otherwise.
    fn reported(&self) -> Day {
        self.held.me.retention.reported(self.now.day())
    }

    /// This officer's pen for one version of a record. Whom colleagues' rosters do not name writes nothing: they
    /// could not read it.
    pub(crate) fn pen(
        &self,
        desk: Desk,
        record: RecordId,
        write: WriteId,
    ) -> Result<Pen<'_>, Failure> {
        let (author, key) = (self.held.me.officer, self.held.keys.signing());
        let (trust, day) = (&self.held.trust, self.now.day());
        if trust.writer(desk, author, day) != Some((key.public(), Standing::Serving)) {
            return Err(Failure::NotAllowed);
        }
        Ok(Pen {
            inst: self.pins.inst,
            desk,
            record,
            author,
            day,
            key,
            write,
            marker: self.held.marker(desk, day.quarter()),
        })
    }
}

/// The frames a record was made of.
fn frames_of(original: &Original) -> Vec<IntakeId> {
    let ids = original.intake.iter().copied();
    ids.filter_map(IntakeId::from_column).collect()
}

/// Draws the bytes of an id or a nonce.
pub(crate) fn drawn<R: RngCore, const N: usize>(rng: &mut R) -> [u8; N] {
    let mut bytes = [0; N];
    rng.fill_bytes(&mut bytes);
    bytes
}
