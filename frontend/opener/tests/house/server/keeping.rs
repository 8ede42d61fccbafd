//! Intake, vault and reports.

use std::collections::BTreeSet;

use domain::wire::{self, DeliveryState};
use domain::{Desk, IntakeId, RecordId, Role};

use super::{CONFLICT, Delivered, Outcome, Person, Server, Stored, json, read};

impl Server {
    pub(super) fn fetch(
        &mut self,
        token: &str,
        fetch: &wire::FetchIntake,
        remaining: &mut Option<u32>,
    ) -> Vec<u8> {
        if fetch.afresh {
            self.given.retain(|(whose, _)| whose != token);
        }
        let accepted = &self.accepted;
        let gone = self
            .given
            .extract_if(.., |(whose, id)| whose == token && accepted.contains(id))
            .map(|(_, id)| id)
            .collect();
        let waiting = self.intake.iter().filter(|(id, _)| {
            !self.accepted.contains(id) && !self.given.contains(&(token.to_owned(), **id))
        });
        let waiting: Vec<_> = waiting.map(|(id, kept)| (*id, kept.clone())).collect();
        let most = usize::from(fetch.most);
        *remaining = Some(u32::try_from(waiting.len().saturating_sub(most)).unwrap());
        let mut rows = Vec::new();
        for (id, (day, frame)) in waiting.into_iter().take(most) {
            self.given.insert((token.to_owned(), id));
            rows.push(wire::IntakeRow {
                id,
                day,
                waited: self.waited,
                frame,
            });
        }
        wire::IntakeBatch { gone, rows }.to_bytes()
    }

    pub(super) fn accept(&mut self, person: &Person, accept: wire::Accept) -> Outcome {
        if accept.intake.iter().any(|id| self.accepted.contains(id)) {
            return Err((CONFLICT, "already-accepted"));
        }
        let bounded = (1..=wire::ACCEPT_MAX).contains(&accept.intake.len());
        if !bounded || accept.nonce.0.len() != wire::PARTS_NONCE_LEN {
            return Err((422, "unprocessable"));
        }
        self.accepted.extend(&accept.intake);
        let made_of = (accept.intake.into_iter().collect(), accept.nonce);
        self.store(person, Desk::Triage, accept.record, made_of);
        Ok(vec![])
    }

    pub(super) fn keep(&mut self, person: &Person, desk: Desk, new: wire::NewRecord) -> Outcome {
        if self.records.contains_key(&new.record) {
            return Err((CONFLICT, "id-taken"));
        }
        let made_of = (BTreeSet::new(), wire::Blob(vec![]));
        self.store(person, desk, new, made_of);
        let (lease, until) = (1, self.today.plus(1).start());
        Ok(json(&wire::Claim { lease, until }))
    }

    fn store(
        &mut self,
        person: &Person,
        desk: Desk,
        new: wire::NewRecord,
        made_of: (BTreeSet<IntakeId>, wire::Blob),
    ) {
        let stored = Stored {
            desk,
            quarter: new.quarter,
            wrapper: new.wrapper,
            frames: new.frames,
            card: new.card,
            version: 1,
            closed: new.closed,
            review: None,
            day: self.today,
            claim: Some(person.officer),
            lease: 1,
            made_of,
        };
        self.records.insert(new.record, stored);
    }

    pub(super) fn cards(&self, desk: Desk) -> wire::Cards {
        let of_desk = self
            .records
            .iter()
            .filter(|(_, stored)| stored.desk == desk);
        let cards = of_desk.map(|(record, stored)| wire::CardRow {
            record: *record,
            quarter: stored.quarter,
            wrapper: stored.wrapper.clone(),
            card: stored.card.clone(),
            version: stored.version,
            day: stored.day,
            closed: stored.closed,
            review: stored.review,
            claim: stored.claim.map(|officer| wire::ClaimRow {
                officer,
                name: "somebody".into(),
                until: self.today.start(),
            }),
        });
        let cards = cards.collect();
        wire::Cards { cards }
    }

    pub(super) fn vault(
        &mut self,
        person: &Person,
        id: RecordId,
        rest: &[&str],
        body: &[u8],
    ) -> Outcome {
        let (today, until) = (self.today, self.today.plus(1).start());
        let retention = self.retention;
        let stored = self.records.get_mut(&id).ok_or((404, "not-found"))?;
        let held = |lease: u32, stored: &Stored| {
            let holds = stored.claim == Some(person.officer) && stored.lease == lease;
            holds.then_some(()).ok_or((CONFLICT, "claim-lost"))
        };
        match rest {
            ["open"] => Ok(json(&wire::OpenedRecord {
                frames: stored.frames.clone(),
                version: stored.version,
                quarter: stored.quarter,
                wrapper: stored.wrapper.clone(),
            })),
            ["disclose" | "refer"] => self.unrecorded.map_or(Ok(vec![]), |why| Err((503, why))),
            ["claim"] => {
                if stored
                    .claim
                    .is_some_and(|officer| officer != person.officer)
                {
                    return Err((CONFLICT, "claimed"));
                }
                if stored.claim.is_none() {
                    stored.lease += 1;
                }
                stored.claim = Some(person.officer);
                let lease = stored.lease;
                Ok(json(&wire::Claim { lease, until }))
            }
            ["take-back" | "erase"] if person.role != Role::Supervisor => Err((403, "forbidden")),
            ["take-back"] => {
                stored.lease += 1;
                stored.claim = Some(person.officer);
                let lease = stored.lease;
                Ok(json(&wire::Claim { lease, until }))
            }
            ["release"] => {
                held(read::<wire::LeaseOnly>(body).lease, stored)?;
                stored.claim = None;
                Ok(vec![])
            }
            ["put-back"] => {
                let put: wire::PutBack = read(body);
                held(put.lease, stored)?;
                if (put.intake.iter().copied().collect(), put.nonce) != stored.made_of {
                    return Err((CONFLICT, "cannot-put-back"));
                }
                self.records.remove(&id);
                self.waited = put.waited;
                for frame in put.intake {
                    self.accepted.remove(&frame);
                    self.given.retain(|(_, given)| *given != frame);
                }
                Ok(vec![])
            }
            ["erase"] => {
                let erase: wire::Erase = read(body);
                held(erase.lease, stored)?;
                self.records.remove(&id);
                self.erased.push((id, erase.reason));
                Ok(vec![])
            }
            ["postpone"] => {
                let postpone: wire::Postpone = read(body);
                let write = serde_json::to_vec(&postpone.write).unwrap();
                self.vault(person, id, &[], &write)?;
                self.records.get_mut(&id).unwrap().review = Some(postpone.until);
                Ok(vec![])
            }
            [] => {
                let write: wire::WriteRecord = read(body);
                held(write.lease, stored)?;
                if write.after != stored.version {
                    return Err((CONFLICT, "version-moved"));
                }
                stored.version += 1;
                let [work, history] = write.frames;
                stored.frames[1] = work;
                stored.frames[2] = history;
                stored.card = write.card;
                stored.closed = write.closed;
                let finished = retention.finished(stored.desk, stored.day, today, write.review);
                stored.review = write.closed.then(|| stored.review.unwrap_or(finished));
                Ok(vec![])
            }
            _ => Err((404, "not-found")),
        }
    }

    pub(super) fn keep_trace(&mut self, trace: wire::Trace) -> Outcome {
        if self.traces.contains_key(&trace.id) {
            return Err((CONFLICT, "id-taken"));
        }
        self.traces.insert(trace.id, trace);
        Ok(vec![])
    }

    pub(super) fn traces(&self, after: Option<&str>) -> wire::Traces {
        let after = after.map(|after| after.parse::<RecordId>().unwrap());
        let all = self.traces.iter();
        let left = all.filter(|(id, _)| after.is_none_or(|after| **id > after));
        let most = wire::TRACES_PAGE_MAX as usize;
        let traces = left.map(|(_, trace)| trace.clone()).take(most).collect();
        wire::Traces { traces }
    }

    pub(super) fn deliveries(&self, wanted: impl Fn(&Delivered) -> bool) -> wire::Deliveries {
        let rows = self.reports.iter().filter(|one| wanted(one));
        let rows = rows.map(|one| wire::DeliveryRow {
            restored: one.restored,
            report: one.report.report,
            desk: one.report.desk,
            week: one.report.week,
            day: self.today,
            released_by: one.released_by,
            state: one.state,
            acknowledged_by: one.by.clone(),
            recalled: one.recalled,
        });
        let deliveries = rows.collect();
        wire::Deliveries { deliveries }
    }

    pub(super) fn report(&mut self, person: &Person, report: &str, what: &str) -> Outcome {
        let mut reports = self.reports.iter_mut();
        let one = reports.find(|one| one.report.report.to_string() == report);
        let one = one.ok_or((404, "not-found"))?;
        if one.recalled.is_some() {
            return Err((CONFLICT, "recalled"));
        }
        match (what, one.state) {
            ("open", state) => {
                if state == DeliveryState::New {
                    one.state = DeliveryState::Opened;
                }
                let frame = one.report.frame.clone();
                let week = one.report.week;
                Ok(json(&wire::OpenedReport { frame, week }))
            }
            ("acknowledge", DeliveryState::Opened) => {
                one.state = DeliveryState::Acknowledged;
                one.by = Some(person.name.clone());
                Ok(vec![])
            }
            _ => Err((CONFLICT, "already-acknowledged")),
        }
    }

    pub(super) fn take_back(&mut self, one: wire::TakenBack) {
        let (day, notice) = (self.today, one.notice);
        let mut reports = self.reports.iter_mut();
        if let Some(old) = reports.find(|old| old.report.report == one.report) {
            old.recalled.get_or_insert(wire::Recalled { day, notice });
        }
    }

    pub(super) fn recall(
        &mut self,
        report: &str,
        person: &Person,
        notice: wire::NewReport,
    ) -> Outcome {
        let day = self.today;
        let mut reports = self.reports.iter_mut();
        let one = reports.find(|one| one.report.report.to_string() == report);
        let one = one.ok_or((404, "not-found"))?;
        if one.recalled.is_some() {
            return Err((CONFLICT, "recalled"));
        }
        let id = notice.report;
        one.recalled = Some(wire::Recalled { day, notice: id });
        let mut notice = Delivered::new(notice, None);
        notice.author = Some(person.officer);
        self.reports.push(notice);
        Ok(vec![])
    }

    pub(super) fn restore(
        &mut self,
        report: &str,
        person: &Person,
        notice: wire::NewReport,
    ) -> Outcome {
        let find = |id: &str| {
            let mut reports = self.reports.iter();
            reports.position(|one| one.report.report.to_string() == id)
        };
        let at = find(report).ok_or((404, "not-found"))?;
        let told = self.reports[at]
            .recalled
            .ok_or((CONFLICT, "not-recalled"))?;
        let told = find(&told.notice.to_string()).ok_or((404, "not-found"))?;
        if self.reports[told].author == Some(person.officer) {
            return Err((CONFLICT, "own-recall"));
        }
        self.reports[at].recalled = None;
        self.reports[at].restored = Some(notice.report);
        self.reports.push(Delivered::new(notice, None));
        Ok(vec![])
    }
}
