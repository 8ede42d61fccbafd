//! Working on kept records: list, claim, open, save, close.

use domain::console::{Answer, CardFace, CardView, Claimed, Failure, RecordView, RoutingView};
use domain::wire::{CardRow, DeliveryState, LeaseOnly, Postpone, Purpose, WriteRecord};
use domain::work::{
    Act, CardPlain, HandedOver, HistoryEntry, TRANSLATION_MAX, Translation, Work, WorkState,
};
use domain::{Day, Desk, Due, RecordId, ReportId};
use rand::{CryptoRng, RngCore};
use seal::kept::WriteId;

use crate::accept::drawn;
use crate::intake::view_of;
use crate::matter::{Matter, Tips};
use crate::opener::Room;
use crate::pack::Contents;
use crate::transport::Transport;
use crate::vault::{Checks, VaultRoom};

impl<T: Transport, R: RngCore> Room<'_, T, R> {
    /// The cards of a desk, open ones first, the most urgent first, the oldest first.
    pub(crate) async fn list_cards(mut self, desk: Desk) -> Result<Answer, Failure> {
        let mut cards = self.fetch_cards(desk).await?;
        cards.sort_by_key(|view| {
            let face = view.card.as_ref().ok();
            let priority = face.and_then(|face| face.priority);
            (
                view.closed,
                priority.is_none(),
                priority,
                face.map(|face| face.since.minute),
            )
        });
        Ok(Answer::Cards { desk, cards })
    }

    /// Claims a record, or makes one's claim last longer.
    pub(crate) async fn claim(self, desk: Desk, record: RecordId) -> Result<Answer, Failure> {
        let claim = self.api.claim(desk, record).await;
        let claim = claim.inspect_err(|_| {
            self.held.vault.leases.remove(&record);
        })?;
        self.held.vault.leases.insert(record, claim.lease);
        let until = claim.until;
        Ok(Answer::Claimed(Claimed { record, until }))
    }

    /// Gives a claim up.
    pub(crate) async fn release(self, desk: Desk, record: RecordId) -> Result<Answer, Failure> {
        let lease = self.held.vault.lease(record)?;
        self.held.vault.leases.remove(&record);
        self.api.release(desk, record, LeaseOnly { lease }).await?;
        Ok(Answer::Done)
    }

    /// Opens a record; its card is fetched too, so that the next version can follow it.
    pub(crate) async fn open_record(
        mut self,
        desk: Desk,
        record: RecordId,
        purpose: String,
    ) -> Result<Answer, Failure>
    where
        R: CryptoRng,
    {
        self.read(desk, record, purpose).await?;
        if self.waits(desk, record).is_ok() {
            // Whoever works on it notes it when they open it.
            let _ = self.note_release(desk, record, None).await;
        }
        // It is read all the same; whoever opens it next tries again.
        let _ = self.trace_earlier(desk, record).await;
        self.view(desk, record)
    }

    /// Fetches a record and opens it, with how far what it sent has come.
    pub(crate) async fn read(
        &mut self,
        desk: Desk,
        record: RecordId,
        purpose: String,
    ) -> Result<(), Failure> {
        self.fetch_record::<Tips>(desk, record, purpose).await?;
        let open = self.held.vault.opened(desk, record)?;
        if !open.contents.work.routings.is_empty() {
            self.fetch_deliveries().await?;
        }
        Ok(())
    }

    /// Fetches a record and opens it, and its card too.
    pub(crate) async fn fetch_record<K: Matter>(
        &mut self,
        desk: Desk,
        record: RecordId,
        purpose: String,
    ) -> Result<(), Failure> {
        let sealed = self
            .api
            .open_record(desk, record, &Purpose { purpose })
            .await?;
        let (vault, _) = self.vault::<K>(desk);
        vault.not_older(record, sealed.version)?;
        self.needs_card::<K>(desk, record, sealed.version).await?;
        let (vault, checks) = self.vault::<K>(desk);
        vault.open(record, &sealed, checks)?;
        Ok(())
    }

    /// Saves the work, and the translation beside it, as the next version.
    pub(crate) async fn save(
        mut self,
        desk: Desk,
        record: RecordId,
        work: Work,
        translation: Option<Translation>,
    ) -> Result<Answer, Failure> {
        let long = |one: &Translation| one.text.len() > TRANSLATION_MAX;
        if translation.as_ref().is_some_and(long) {
            return Err(Failure::TooLarge);
        }
        let mut contents = self.edited(desk, record, work)?;
        let (me, today) = (self.held.me.officer, self.now.day());
        contents.history.translate(translation, me, today);
        contents.history.add(self.entry(Act::Edited));
        let version = self.write(desk, record, contents).await?;
        let at = self.now;
        Ok(Answer::Saved { version, at })
    }

    /// The record's contents with the officer's work in it; what says where it is stays the opener's.
    /// Whoever it was handed to has it now.
    pub(crate) fn edited(
        &self,
        desk: Desk,
        record: RecordId,
        work: Work,
    ) -> Result<Contents, Failure> {
        let mut contents = self.held.vault.opened(desk, record)?.contents.clone();
        let state = match contents.work.state {
            WorkState::New => WorkState::InProgress,
            later @ (WorkState::InProgress | WorkState::Routed | WorkState::Closed(_)) => later,
            WorkState::Waiting => return Err(Failure::NotAllowed),
        };
        let me = self.held.me.officer;
        let still = |handed: &HandedOver| handed.to != me;
        contents.work = Work {
            state,
            routings: contents.work.routings,
            waits: contents.work.waits,
            handed: contents.work.handed.filter(still),
            agreed: contents.work.agreed,
            merged: contents.work.merged,
            merged_into: contents.work.merged_into,
            signposts: contents.work.signposts,
            ..work
        };
        Ok(contents)
    }

    /// Seals and writes the next version under the claim held. Answers its number.
    pub(crate) async fn write<K: Matter>(
        &mut self,
        desk: Desk,
        record: RecordId,
        contents: Contents<K>,
    ) -> Result<u32, Failure> {
        self.write_until(desk, record, contents, None).await
    }

    /// The same, and has it kept until a day if there is one.
    pub(crate) async fn write_until<K: Matter>(
        &mut self,
        desk: Desk,
        record: RecordId,
        mut contents: Contents<K>,
        until: Option<Day>,
    ) -> Result<u32, Failure> {
        let write = WriteId::from_bytes(drawn(self.rng));
        let pen = self.pen(desk, record, write)?;
        let vault = K::vault(self.held);
        let lease = vault.lease(record)?;
        let after = vault.opened(desk, record)?.version;
        let sealed = vault.seal_next(&pen, &mut contents)?;
        let write = WriteRecord {
            lease,
            after,
            frames: sealed.frames.clone(),
            card: sealed.card.clone(),
            closed: K::is_over(&contents.work),
            review: K::is_over(&contents.work)
                .then(|| K::review(&contents.original))
                .flatten(),
        };
        let outcome = match until {
            Some(until) => {
                let postpone = Postpone { write, until };
                self.api.postpone(desk, record, &postpone).await
            }
            None => self.api.write_record(desk, record, &write).await,
        };
        let by = (self.held.me.officer, self.now.day());
        let (vault, _, _) = K::room(self.held);
        if outcome == Err(Failure::ClaimLost) {
            vault.leases.remove(&record);
        }
        outcome?;
        vault.written(record, &sealed, contents, by)?;
        Ok(after.saturating_add(1))
    }

    /// The entry for something this officer does today.
    pub(crate) fn entry(&self, act: Act) -> HistoryEntry {
        HistoryEntry {
            day: self.now.day(),
            officer: self.held.me.officer,
            act,
        }
    }

    /// An open record as the console shows it.
    pub(crate) fn view(&self, desk: Desk, record: RecordId) -> Result<Answer, Failure> {
        let open = self.held.vault.opened(desk, record)?;
        let contents = &open.contents;
        let waiting = contents.work.waits.iter().flat_map(|waits| &waits.routings);
        let routings = contents.work.routings.iter().chain(waiting);
        let routings = routings.map(|routing| RoutingView {
            routing: routing.clone(),
            delivery: self.held.deliveries.get(&routing.report).cloned(),
        });
        Ok(Answer::Record(Box::new(RecordView {
            desk,
            record,
            version: open.version,
            original: view_of(&contents.original),
            follow_up: self.held.vault.follow_up(record, &contents.original),
            work: contents.work.clone(),
            history: contents.history.clone(),
            routings: routings.collect(),
            to_check: self.is_to_check(
                desk,
                record,
                contents.work.state,
                contents.original.answers.danger,
            ),
            may_undo: self.may_undo(record, contents),
            author: open.author,
            standing: open.standing,
        })))
    }

    /// The next version of a card names the hash of this one, so this one must have been opened.
    async fn needs_card<K: Matter>(
        &mut self,
        desk: Desk,
        record: RecordId,
        version: u32,
    ) -> Result<(), Failure> {
        let (vault, _) = self.vault::<K>(desk);
        if vault.knows_card(record, version) {
            return Ok(());
        }
        let rows = self.api.cards(desk).await?.cards;
        let (vault, checks) = self.vault::<K>(desk);
        // The others are opened too: they tell of its conversation.
        let mut found = Err(Failure::NotFound);
        for row in rows {
            let card = vault.card(&row, checks).map(|_| row.version);
            if row.record == record {
                found = card;
            }
        }
        if found? == version {
            Ok(())
        } else {
            Err(Failure::VersionMoved)
        }
    }

    /// A vault room, and what its records are checked against.
    pub(crate) fn vault<K: Matter>(&mut self, desk: Desk) -> (&mut VaultRoom<K>, Checks<'_>) {
        let inst = self.pins.inst;
        let (vault, trust, ring) = K::room(self.held);
        let checks = Checks {
            inst,
            desk,
            trust,
            ring,
        };
        (vault, checks)
    }

    /// Why a record is to be reviewed now, if it is. When it was written is what its author signed; of a card that
    /// does not open, the day it was begun.
    /// What its card says is over has a day, or the server does not do what it must.
    pub(crate) fn due<K: Matter>(&self, desk: Desk, row: &CardRow, is_over: bool) -> Option<Due> {
        let written = K::vault(self.held).written_on(row.record);
        if is_over && row.review.is_none() {
            return Some(Due::Undated(written.unwrap_or(row.day)));
        }
        let (retention, today) = (self.held.me.retention, self.now.day());
        Due::of(
            retention,
            desk,
            row.review,
            written.unwrap_or(row.day),
            today,
        )
    }

    async fn fetch_cards(&mut self, desk: Desk) -> Result<Vec<CardView>, Failure> {
        let rows = self.api.cards(desk).await?.cards;
        Ok(rows.into_iter().map(|row| self.card(desk, row)).collect())
    }

    fn card(&mut self, desk: Desk, row: CardRow) -> CardView {
        let (vault, checks) = self.vault::<Tips>(desk);
        let card = vault.card(&row, checks).cloned();
        let deliveries = &self.held.deliveries;
        let acknowledged = |report: &ReportId| {
            let delivery = deliveries.get(report);
            delivery.is_some_and(|row| row.state == DeliveryState::Acknowledged)
        };
        let recalled = |report: &ReportId| {
            let delivery = deliveries.get(report);
            delivery.is_some_and(|row| row.recalled.is_some())
        };
        let to_check = |card: &CardPlain| {
            let (state, danger) = (card.state, card.danger);
            self.is_to_check(desk, row.record, state, danger)
        };
        let card = card.map(|card| CardFace {
            to_check: to_check(&card),
            ..face(&card, acknowledged, recalled)
        });
        let claimed = row.claim.as_ref().map(|claim| claim.officer);
        let is_over = card.as_ref().is_ok_and(|face| face.state.is_over());
        let due = self.due::<Tips>(desk, &row, is_over);
        CardView {
            record: row.record,
            day: row.day,
            version: row.version,
            closed: card
                .as_ref()
                .map_or(row.closed, |face| face.state.is_over()),
            review: row.review,
            due,
            mine: claimed == Some(self.held.me.officer),
            claim: row.claim,
            card,
        }
    }
}

fn face(
    card: &CardPlain,
    acknowledged: impl Fn(&ReportId) -> bool,
    recalled: impl Fn(&ReportId) -> bool,
) -> CardFace {
    let newest = || card.routings.iter().filter(|one| one.replaced.is_none());
    let reports = || newest().map(|routing| routing.report);
    let count = |number| u32::try_from(number).unwrap_or(u32::MAX);
    CardFace {
        priority: card.priority,
        category: card.category,
        areas: card.areas.clone(),
        danger: card.danger,
        since: card.since,
        state: card.state,
        title: card.title.clone(),
        note: card.note.clone(),
        thread: card.thread,
        threat: card.threat,
        handed: card.handed,
        agreed: card.agreed,
        to_check: false,
        routed: count(newest().count()),
        acknowledged: count(reports().filter(acknowledged).count()),
        recalled: count(reports().filter(recalled).count()),
    }
}
