//! `POST /api/drafts/{draft}/release`: a second officer's reports, one to each desk.

use std::collections::BTreeSet;

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use domain::log::Operation;
use domain::wire::{self, Deliver, NewReport};
use domain::{Desk, DraftId, OfficerId};
use storage::{DraftRelease, ReleaseDraftError, ReleasedReport, TakenBack};

use super::Staff;
use super::may::May;
use super::recall::alarm;
use super::recorded::Doing;
use super::who::OnTriage;
use crate::fault::{Fault, Kind};

const REPORTS_MAX: usize = 16;

/// Delivers all the reports of a draft or none. Whoever handed it in is refused.
pub(super) async fn draft_release(
    staff: Data<Staff>,
    May(who, (draft, deliver)): May<OnTriage, (Path<DraftId>, Json<Deliver>)>,
) -> Result<HttpResponse, Fault> {
    let deliver = deliver.into_inner();
    if !is_sound(&deliver) {
        return Err(Kind::Unprocessable.into());
    }
    let author = author_of(&staff, *draft).await?;
    if author == who.officer {
        return Err(Kind::OwnDraft.into());
    }
    staff.record(&who, doing(&deliver, *draft)).await?;
    let released = |reports: Vec<NewReport>| reports.into_iter().map(released_report).collect();
    let lost: Vec<Desk> = deliver.taken_back.iter().map(|one| one.desk).collect();
    let taken_back = deliver.taken_back.into_iter();
    let now = staff.clock.now();
    let day = now.day();
    let release = DraftRelease {
        draft: *draft,
        by: who.officer,
        day,
        hour: now.hour(),
        review: staff.retention.reported(day),
        reports: released(deliver.reports),
        notices: released(deliver.notices),
        taken_back: taken_back.map(taken_back_report).collect(),
    };
    staff.store.release_draft(release).await?;
    alarm(&staff, &lost, now.hour()).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Whether there is something to deliver, and everything taken back is told of at its desk, by a report or a
/// notice of its own.
fn is_sound(deliver: &Deliver) -> bool {
    let all = || deliver.reports.iter().chain(&deliver.notices);
    let is_told =
        |one: &wire::TakenBack| all().any(|new| (new.report, new.desk) == (one.notice, one.desk));
    let told: BTreeSet<_> = deliver.taken_back.iter().map(|one| one.notice).collect();
    !deliver.reports.is_empty()
        && all().count() <= REPORTS_MAX
        && deliver.taken_back.len() <= REPORTS_MAX
        && deliver.taken_back.iter().all(is_told)
        && told.len() == deliver.taken_back.len()
}

/// What is done by it: everything that is sent and taken back, and the draft itself.
fn doing(deliver: &Deliver, draft: DraftId) -> Vec<Doing> {
    let sent = deliver.reports.iter().map(|one| (one, "release"));
    let told = deliver.notices.iter().map(|one| (one, "recall"));
    let sent = sent.chain(told).map(|(one, purpose)| {
        let report = Doing::new(Operation::Disclosure, one.report, purpose);
        report.to(one.desk)
    });
    let taken_back = deliver.taken_back.iter();
    let taken_back = taken_back.map(|one| Doing::new(Operation::Alteration, one.report, "recall"));
    let released = Doing::new(Operation::Alteration, draft, "release");
    sent.chain(taken_back).chain([released]).collect()
}

async fn author_of(staff: &Staff, draft: DraftId) -> Result<OfficerId, Fault> {
    let found = staff.store.open_draft(draft).await?;
    found
        .map(|found| found.row.author)
        .ok_or(Kind::NotFound.into())
}

fn released_report(report: NewReport) -> ReleasedReport {
    ReleasedReport {
        id: report.report,
        desk: report.desk,
        week: report.week,
        frame: report.frame,
    }
}

fn taken_back_report(one: wire::TakenBack) -> TakenBack {
    TakenBack {
        report: one.report,
        desk: one.desk,
        notice: one.notice,
    }
}

impl From<ReleaseDraftError> for Fault {
    fn from(error: ReleaseDraftError) -> Self {
        match error {
            ReleaseDraftError::NotFound => Kind::NotFound.into(),
            ReleaseDraftError::OwnDraft => Kind::OwnDraft.into(),
            ReleaseDraftError::ReportIdTaken => Kind::IdTaken.into(),
            ReleaseDraftError::WrongDesk => Kind::Unprocessable.into(),
            ReleaseDraftError::TooManyRecalls => Kind::TooManyRecalls.into(),
            ReleaseDraftError::Store(error) => error.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::{District, FRAME_LEN, ReportId, SealedFrame};

    use super::*;

    const LEEDS: Desk = Desk::Bronze(District::Leeds);

    fn id(number: u8) -> ReportId {
        ReportId::from_bytes([number; 16])
    }

    fn new(number: u8) -> NewReport {
        NewReport {
            report: id(number),
            desk: LEEDS,
            week: domain::Day(20_000).week(),
            frame: SealedFrame::try_from(vec![0; FRAME_LEN]).unwrap(),
        }
    }

    fn taken_back(report: u8, notice: u8) -> wire::TakenBack {
        wire::TakenBack {
            report: id(report),
            desk: LEEDS,
            notice: id(notice),
        }
    }

    #[test]
    fn everything_taken_back_is_told_of_by_something_of_its_own() {
        let mut deliver = Deliver {
            reports: vec![new(1)],
            taken_back: vec![taken_back(5, 1)],
            notices: vec![new(2)],
        };
        assert!(is_sound(&deliver));
        deliver.taken_back.push(taken_back(6, 1));
        assert!(!is_sound(&deliver), "one report does not replace two");
        deliver.taken_back = vec![taken_back(5, 1), taken_back(6, 2)];
        assert!(is_sound(&deliver));
        deliver.taken_back = vec![taken_back(5, 3)];
        assert!(!is_sound(&deliver), "nothing tells of it");
    }
}
