//! `POST /api/drafts/{draft}/release`: a second officer's reports, one to each desk.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use domain::log::Operation;
use domain::wire::{Deliver, NewReport};
use domain::{DraftId, OfficerId};
use storage::{DraftRelease, ReleaseDraftError, ReleasedReport};

use super::Staff;
use super::may::May;
use super::recorded::Doing;
use super::who::OnTriage;
use crate::fault::{Fault, Kind};

const REPORTS_MAX: usize = 16;

/// Delivers all the reports of a draft or none. Whoever handed it in is refused.
pub(super) async fn draft_release(
    staff: Data<Staff>,
    May(who, (draft, deliver)): May<OnTriage, (Path<DraftId>, Json<Deliver>)>,
) -> Result<HttpResponse, Fault> {
    let reports = deliver.into_inner().reports;
    if !(1..=REPORTS_MAX).contains(&reports.len()) {
        return Err(Kind::Unprocessable.into());
    }
    let author = author_of(&staff, *draft).await?;
    if author == who.officer {
        return Err(Kind::OwnDraft.into());
    }
    let sent = reports.iter();
    let sent = sent.map(|one| {
        let report = Doing::new(Operation::Disclosure, one.report, "release");
        report.to(one.desk)
    });
    let released = Doing::new(Operation::Alteration, *draft, "release");
    staff.record(&who, sent.chain([released])).await?;
    let day = staff.clock.now().day();
    let release = DraftRelease {
        draft: *draft,
        by: who.officer,
        day,
        review: staff.retention.reported(day),
        reports: reports.into_iter().map(released_report).collect(),
    };
    staff.store.release_draft(release).await?;
    Ok(HttpResponse::NoContent().finish())
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

impl From<ReleaseDraftError> for Fault {
    fn from(error: ReleaseDraftError) -> Self {
        match error {
            ReleaseDraftError::NotFound => Kind::NotFound.into(),
            ReleaseDraftError::OwnDraft => Kind::OwnDraft.into(),
            ReleaseDraftError::ReportIdTaken => Kind::IdTaken.into(),
            ReleaseDraftError::WrongDesk => Kind::Unprocessable.into(),
            ReleaseDraftError::Store(error) => error.into(),
        }
    }
}
