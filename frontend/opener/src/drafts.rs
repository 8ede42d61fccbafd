//! What waits for a second officer: opened, released, given back.

use std::collections::BTreeMap;

use domain::console::{Answer, DraftDeed, DraftFace, DraftView, Failure, Quarantine};
use domain::draft::Draft;
use domain::wire::{Deliver, DraftRow, NewReport, Purpose};
use domain::work::{Act, HandedIn, SignedBy, WorkState};
use domain::{Desk, DraftId, RecordId};
use rand::{CryptoRng, RngCore};
use seal::hybrid::Recipient;
use seal::report::{SignedReport, seal_report};
use unseal::draft::{ExpectedDraft, OpenedDraft, open_draft};

use crate::closing::said;
use crate::matter::Tips;
use crate::opener::Room;
use crate::pack::Contents;
use crate::transport::Transport;
use crate::vault::{unsealed, with_keys_of};

/// The desk whose officers release.
const RELEASES: Desk = Desk::Triage;

/// The drafts opened in this session.
#[derive(Default)]
pub(crate) struct DraftRoom(BTreeMap<DraftId, OpenedDraft>);

impl<T: Transport, R: RngCore> Room<'_, T, R> {
    /// Does something with what waits for a second officer.
    pub(crate) async fn on_drafts(mut self, deed: DraftDeed) -> Result<Answer, Failure>
    where
        R: CryptoRng,
    {
        match deed {
            DraftDeed::List => {}
            DraftDeed::Release { draft } => self.release_draft(draft).await?,
            DraftDeed::Return { draft, reason } => self.return_draft(draft, &reason).await?,
            DraftDeed::Withdraw { desk, record } => {
                self.withdraw(desk, record).await?;
                return self.view(desk, record);
            }
        }
        self.list_drafts().await
    }

    /// Signs beside the author and delivers. What was withdrawn or returned, or is served again after it was
    /// released, its record no longer names: so the record is read first.
    async fn release_draft(&mut self, draft: DraftId) -> Result<(), Failure>
    where
        R: CryptoRng,
    {
        let me = self.held.me.officer;
        let opened = self.held.drafts.0.get(&draft).ok_or(Failure::NotOpened)?;
        if opened.draft.report.author == me {
            return Err(Failure::OwnDraft);
        }
        let (record, author) = (opened.draft.record, opened.draft.report.author);
        self.read_waiting(record, draft, "release").await?;
        let waits = self.held.vault.opened(RELEASES, record)?;
        if waits.contents.work.waits.as_ref().map(|waits| waits.by) != Some(author) {
            return Err(Failure::NotAwaited);
        }
        let opened = self.held.drafts.0.get(&draft).ok_or(Failure::NotOpened)?;
        if !Self::corrects_own(&waits.contents.work, &opened.draft) {
            return Err(Failure::Quarantined(Quarantine::Another));
        }
        let copies = opened.draft.copies.iter().zip(&opened.reports);
        let mut reports = Vec::with_capacity(opened.reports.len());
        let mut signed_by = None;
        for (copy, signed) in copies {
            let signed = signed.clone();
            let released = signed.release(me, self.held.keys.signing());
            let released = released.map_err(unsealed)?;
            let signatures = released.signatures().map_err(unsealed)?.to_vec().into();
            signed_by.get_or_insert(SignedBy { author, signatures });
            reports.push(self.seal_released(&opened.draft, copy.desk, copy.report, &released)?);
        }
        let plain = opened.draft.clone();
        let (taken_back, notices) = self.taken_back(&plain)?;
        let deliver = Deliver {
            reports,
            taken_back,
            notices,
        };
        self.api.release_draft(draft, &deliver).await?;
        // Whoever opens the record next notes it, if it cannot be noted now.
        let _ = self.note_release(RELEASES, record, signed_by).await;
        Ok(())
    }

    fn seal_released(
        &self,
        draft: &Draft,
        desk: Desk,
        report: domain::ReportId,
        released: &SignedReport,
    ) -> Result<NewReport, Failure> {
        // What is dated in one week is sealed to that week's key: see `ExpectedReport`.
        let week = draft.report.created.week();
        let is_over = week < self.now.day().week();
        let recipient = self.held.trust.desk_recipient(desk, week);
        let recipient = recipient.map_err(|failure| match failure {
            Failure::NoKey { .. } if is_over => Failure::WeekOver,
            other => other,
        })?;
        let recipient = Recipient::parse(recipient.as_str()).map_err(|_| Failure::Unexpected)?;
        Ok(NewReport {
            report,
            desk,
            week,
            frame: seal_report(&recipient, self.pins.inst, released).map_err(unsealed)?,
        })
    }

    /// Deletes the draft first, so that nobody releases it meanwhile; then says in the record why.
    async fn return_draft(&mut self, draft: DraftId, reason: &str) -> Result<(), Failure> {
        let reason = said(reason).ok_or(Failure::NotAllowed)?;
        let opened = self.held.drafts.0.get(&draft).ok_or(Failure::NotOpened)?;
        let record = opened.draft.record;
        self.claim_quietly(RELEASES, record).await?;
        self.read_waiting(record, draft, "return").await?;
        self.api.remove_draft(draft).await?;
        self.write_again(RELEASES, record, Act::Returned { reason })
            .await?;
        self.give_up(RELEASES, record).await;
        Ok(())
    }

    /// Takes back what was handed in, unless it has been released. Whoever handed it in does, or a supervisor;
    /// anybody, once it is lost.
    async fn withdraw(&mut self, desk: Desk, record: RecordId) -> Result<(), Failure>
    where
        R: CryptoRng,
    {
        let waits = self.waits(desk, record)?;
        let own = waits.by == self.held.me.officer || self.supervises(desk);
        if !own && self.is_listed(waits.draft).await? {
            return Err(Failure::NotAllowed);
        }
        self.claim_quietly(desk, record).await?;
        match self.api.remove_draft(waits.draft).await {
            // It was never handed in, or it was released.
            Err(Failure::NotFound) => {
                self.fetch_deliveries().await?;
                if self.is_delivered(&waits) {
                    self.note_release(desk, record, None).await?;
                    return Err(Failure::NotAwaited);
                }
            }
            other => other?,
        }
        self.write_again(desk, record, Act::Withdrawn).await
    }

    async fn is_listed(&self, draft: DraftId) -> Result<bool, Failure> {
        let rows = self.api.drafts().await?.drafts;
        Ok(rows.iter().any(|row| row.draft == draft))
    }

    /// Writes that a record's reports wait no longer, and are to be written again.
    async fn write_again(&mut self, desk: Desk, record: RecordId, act: Act) -> Result<(), Failure> {
        let mut contents = self.contents(desk, record)?;
        contents.work.waits = None;
        contents.work.state = WorkState::InProgress;
        contents.history.add(self.entry(act));
        self.write(desk, record, contents).await.map(drop)
    }

    /// Writes into an opened record that its reports were released, once the server says that they were
    /// delivered; and with the first of them what was signed, if whoever released them notes it.
    pub(crate) async fn note_release(
        &mut self,
        desk: Desk,
        record: RecordId,
        signed: Option<SignedBy>,
    ) -> Result<(), Failure>
    where
        R: CryptoRng,
    {
        let mut waits = self.waits(desk, record)?;
        self.fetch_deliveries().await?;
        if !self.is_delivered(&waits) {
            return Ok(());
        }
        // Before the record is over, and gets a day on which it goes.
        self.keep_trace(&waits.routings).await?;
        for routing in &mut waits.routings {
            routing.traced = Some(true);
        }
        let held = self.held.vault.leases.contains_key(&record);
        if !held {
            self.claim_quietly(desk, record).await?;
        }
        let mut contents = self.contents(desk, record)?;
        contents.work.waits = None;
        contents.work.state = WorkState::Routed;
        let released = self.released(&waits);
        if let Some(first) = waits.routings.first_mut() {
            first.signed = signed;
        }
        contents.work.went(waits.routings, self.now.day());
        contents.history.add(self.entry(released));
        self.write(desk, record, contents).await?;
        if !held {
            self.give_up(desk, record).await;
        }
        Ok(())
    }

    /// Reads a record that must say that this draft waits.
    async fn read_waiting(
        &mut self,
        record: RecordId,
        draft: DraftId,
        purpose: &str,
    ) -> Result<(), Failure> {
        self.fetch_record::<Tips>(RELEASES, record, purpose.into())
            .await?;
        match self.waits(RELEASES, record) {
            Ok(waits) if waits.draft == draft => Ok(()),
            Ok(_) | Err(_) => Err(Failure::NotAwaited),
        }
    }
}

impl<T: Transport, R> Room<'_, T, R> {
    /// Every draft that waits, opened; one that does not open is listed with the reason.
    async fn list_drafts(mut self) -> Result<Answer, Failure> {
        let rows = self.api.drafts().await?.drafts;
        let waits = |draft: &DraftId| rows.iter().any(|row| row.draft == *draft);
        self.held.drafts.0.retain(|draft, _| waits(draft));
        let mut views = Vec::with_capacity(rows.len());
        for row in &rows {
            let face = match self.draft(row).await {
                // Released, returned or withdrawn since it was listed.
                Err(Failure::NotFound) => continue,
                Err(
                    failure @ (Failure::SignedOut | Failure::Unreachable | Failure::TooMany { .. }),
                ) => return Err(failure),
                other => other,
            };
            views.push(DraftView {
                draft: row.draft,
                day: row.day,
                face,
            });
        }
        views.sort_by_key(|view| {
            let face = view.face.as_ref().ok();
            face.map(|face| (face.report.priority, face.since))
        });
        Ok(Answer::Drafts(views))
    }

    /// Opens a draft once a session. Only whoever the server says handed it in can have written it: so
    /// it refuses the right officer.
    async fn draft(&mut self, row: &DraftRow) -> Result<Box<DraftFace>, Failure> {
        let known = self.held.drafts.0.contains_key(&row.draft);
        if !known {
            let purpose = "release".into();
            let sealed = self.api.open_draft(row.draft, &Purpose { purpose }).await?;
            let key = self.held.ring.week(RELEASES, sealed.week)?;
            let expected = ExpectedDraft {
                inst: self.pins.inst,
                draft: row.draft,
                week: sealed.week,
            };
            let opened = with_keys_of(&self.held.trust, RELEASES, |key_of| {
                open_draft(key, &sealed.frame, &expected, key_of)
            })?;
            self.held.drafts.0.insert(row.draft, opened);
        }
        let opened = self.held.drafts.0.get(&row.draft);
        let opened = opened.ok_or(Failure::Unexpected)?;
        if opened.draft.report.author != row.author {
            return Err(Failure::Unexpected);
        }
        Ok(Box::new(face(opened, self.held.me.officer)))
    }
}

impl<T, R> Room<'_, T, R> {
    /// What of an opened record waits for a second officer.
    pub(crate) fn waits(&self, desk: Desk, record: RecordId) -> Result<HandedIn, Failure> {
        let open = self.held.vault.opened(desk, record)?;
        open.contents.work.waits.clone().ok_or(Failure::NotAwaited)
    }

    fn contents(&self, desk: Desk, record: RecordId) -> Result<Contents, Failure> {
        Ok(self.held.vault.opened(desk, record)?.contents.clone())
    }

    fn is_delivered(&self, waits: &HandedIn) -> bool {
        let mut routings = waits.routings.iter();
        routings.any(|one| self.held.deliveries.contains_key(&one.report))
    }

    fn released(&self, waits: &HandedIn) -> Act {
        let me = self.held.me.officer;
        let delivered = waits.routings.iter();
        let mut delivered = delivered.filter_map(|one| self.held.deliveries.get(&one.report));
        let by = delivered.find_map(|row| row.released_by);
        let reference = waits.routings.first();
        let reference = reference.map(|one| one.reference.clone());
        Act::Released {
            reference: reference.unwrap_or_default(),
            desks: waits.routings.iter().map(|one| one.desk).collect(),
            by: by.filter(|by| *by != me),
        }
    }
}

fn face(opened: &OpenedDraft, me: domain::OfficerId) -> DraftFace {
    let draft = &opened.draft;
    DraftFace {
        record: draft.record,
        since: draft.since,
        kept: draft.kept,
        report: draft.report.clone(),
        desks: draft.desks(),
        dropped: draft.dropped().iter().map(|one| one.desk).collect(),
        author: draft.report.author,
        standing: opened.standing,
        mine: draft.report.author == me,
    }
}
