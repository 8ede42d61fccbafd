//! Taking a tip out of the intake, and putting it back.

use domain::console::{Answer, Failure};
use domain::wire::{Accept, Blob, NewRecord, PutBack};
use domain::work::{Act, History, HistoryEntry, Original, Work};
use domain::{Desk, IntakeId, RecordId, TipId};
use rand::{CryptoRng, RngCore};
use seal::hybrid::Recipient;
use unseal::kept::Keeping;

use crate::opener::Room;
use crate::pack::Contents;
use crate::transport::Transport;
use crate::vault::{Pen, unsealed};

/// Days until a report is to be reviewed, unless triage says otherwise: six years.
const REVIEW_DAYS: i32 = 2_191;

impl<T: Transport, R: RngCore + CryptoRng> Room<'_, T, R> {
    /// Keeps a tip in triage's vault and claims it. Whoever is second is told, and the tip is gone.
    pub(crate) async fn accept(mut self, tip: TipId) -> Result<Answer, Failure> {
        let original = self.held.intake.original(tip)?;
        let record = self.new_record(original)?;
        let id = record.record;
        self.take_out(tip, Some(record)).await?;
        // The officer who accepted holds the claim; its number comes by claiming again. If that
        // fails now, opening the record will claim it.
        if let Ok(claim) = self.api.claim(Desk::Triage, id).await {
            self.held.vault.leases.insert(id, claim.lease);
        }
        Ok(Answer::Accepted { tip, record: id })
    }

    /// Takes a tip out of the intake without keeping it.
    pub(crate) async fn discard(mut self, tip: TipId) -> Result<Answer, Failure> {
        self.take_out(tip, None).await?;
        Ok(Answer::Done)
    }

    /// Undoes an acceptance. Which frames the tip was made of is known inside the record only. Once
    /// reports have gone out the record is what tells so, and stays.
    pub(crate) async fn put_back(self, desk: Desk, record: RecordId) -> Result<Answer, Failure> {
        let open = self.held.vault.opened(desk, record)?;
        if !open.contents.work.routings.is_empty() {
            return Err(Failure::NotAllowed);
        }
        let lease = self.held.vault.lease(record)?;
        let intake = &open.contents.original.intake;
        let intake: Vec<_> = intake
            .iter()
            .copied()
            .filter_map(IntakeId::from_column)
            .collect();
        let body = PutBack {
            lease,
            intake: intake.clone(),
        };
        self.api.put_back(desk, record, &body).await?;
        self.held.vault.remove(record);
        self.held.intake.expect_again(&intake);
        Ok(Answer::Done)
    }

    async fn take_out(&mut self, tip: TipId, record: Option<NewRecord>) -> Result<(), Failure> {
        let intake = self.held.intake.frames(tip).ok_or(Failure::NotFound)?;
        let outcome = self.api.accept(&Accept { intake, record }).await;
        if matches!(outcome, Ok(()) | Err(Failure::AlreadyAccepted)) {
            self.held.intake.remove(tip);
        }
        outcome
    }

    fn new_record(&mut self, original: Original) -> Result<NewRecord, Failure> {
        let today = self.now.day();
        let record = RecordId::from_bytes(drawn(self.rng));
        let keeping = Keeping {
            inst: self.pins.inst,
            record,
            desk: Desk::Triage,
            quarter: today.quarter(),
        };
        let vault = self
            .held
            .trust
            .vault_recipient(Desk::Triage, keeping.quarter)?;
        let vault = Recipient::parse(vault.as_str()).map_err(|_| Failure::Unexpected)?;
        let (one_time, wrapper) = keeping.make(self.rng, &vault).map_err(unsealed)?;
        let work = Work::begin(&original.answers, today, REVIEW_DAYS);
        let mut history = History::default();
        history.add(HistoryEntry {
            day: today,
            officer: self.held.me.officer,
            act: Act::Accepted,
        });
        let contents = Contents {
            original,
            work,
            history,
        };
        let pen = self.pen(Desk::Triage, record)?;
        let sealed = self.held.vault.seal(&pen, 1, &one_time, &contents)?;
        Ok(NewRecord {
            record,
            quarter: keeping.quarter,
            wrapper: Blob(wrapper),
            frames: sealed.frames,
            card: sealed.card,
        })
    }
}

impl<T, R> Room<'_, T, R> {
    /// This officer's pen for a record. Whom colleagues' rosters do not name writes nothing: they
    /// could not read it.
    pub(crate) fn pen(&self, desk: Desk, record: RecordId) -> Result<Pen<'_>, Failure> {
        let (author, key) = (self.held.me.officer, self.held.keys.signing());
        if self.held.trust.writer(desk, author) != Some(key.public()) {
            return Err(Failure::NotAllowed);
        }
        Ok(Pen {
            inst: self.pins.inst,
            desk,
            record,
            author,
            key,
        })
    }
}

/// Draws the 16 bytes of an id.
pub(crate) fn drawn<R: RngCore>(rng: &mut R) -> [u8; 16] {
    let mut bytes = [0; 16];
    rng.fill_bytes(&mut bytes);
    bytes
}
