//! `POST /api/drafts/{draft}/release`: a second officer's reports, one to each desk.

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
    let taken_back = deliver.taken_back.into_iter();
    let now = staff.clock.now();
    let day = now.day();
    let dropped: Vec<Desk> = deliver.notices.iter().map(|one| one.desk).collect();
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
    alarm(&staff, &dropped, now.hour()).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Whether there is something to deliver, and everything taken back is told of at its desk.
fn is_sound(deliver: &Deliver) -> bool {
    let all = || deliver.reports.iter().chain(&deliver.notices);
    let is_told =
        |one: &wire::TakenBack| all().any(|new| (new.report, new.desk) == (one.notice, one.desk));
    !deliver.reports.is_empty()
        && all().count() <= REPORTS_MAX
        && deliver.taken_back.len() <= REPORTS_MAX
        && deliver.taken_back.iter().all(is_told)
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
