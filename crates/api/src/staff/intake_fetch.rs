//! `POST /api/intake/fetch`: frames this session was not given yet, in random order.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use domain::Desk;
use domain::log::{Object, Operation};
use domain::wire::{
    FetchIntake, INTAKE_FETCH_MAX, INTAKE_REMAINING_HEADER, IntakeBatch, IntakeRow,
};
use rand::seq::SliceRandom;
use storage::IntakeFrame;

use super::Staff;
use super::given::{Next, Wanted};
use super::may::May;
use super::recorded::Doing;
use super::seen::note_desk_seen;
use super::who::OnIntake;
use crate::fault::Fault;

/// Answers an [`IntakeBatch`]: also which frames given earlier wait no longer.
pub(super) async fn intake_fetch(
    staff: Data<Staff>,
    May(who, fetch): May<OnIntake, Json<FetchIntake>>,
) -> Result<HttpResponse, Fault> {
    let entries = staff.store.intake_ids(who.view).await?;
    let wanted = Wanted {
        most: fetch.most.min(INTAKE_FETCH_MAX).into(),
        afresh: fetch.afresh,
        now: staff.clock.now(),
        until: who.expires,
    };
    let draw = |rng: &mut dyn crate::dice::Rng| staff.given.draw(who.token, &wanted, entries, rng);
    let next = staff.dice.with(draw);
    let frames = read(&staff, &who, &next).await?;
    if next.remaining == 0 && fetch.attended {
        if who.desk == Desk::Triage {
            staff.waits.seen_by(who.officer, staff.clock.now());
        }
        note_desk_seen(&staff, who.desk).await;
    }
    let batch = IntakeBatch {
        rows: rows(&staff, frames),
        gone: next.gone,
    };
    Ok(HttpResponse::Ok()
        .insert_header((INTAKE_REMAINING_HEADER, next.remaining))
        .content_type("application/octet-stream")
        .body(batch.to_bytes()))
}

/// Reads the frames, or takes them back so that the next fetch gives them.
async fn read(staff: &Staff, who: &OnIntake, next: &Next) -> Result<Vec<IntakeFrame>, Fault> {
    let frames = recorded(staff, who, next).await;
    if frames.is_err() {
        staff.given.undo(who.token, next);
    }
    let mut frames = frames?;
    staff.dice.with(|mut rng| frames.shuffle(&mut rng));
    Ok(frames)
}

/// Says first how many there are; never which.
async fn recorded(staff: &Staff, who: &OnIntake, next: &Next) -> Result<Vec<IntakeFrame>, Fault> {
    if !next.ids.is_empty() {
        let collected = Doing::new(Operation::Collection, Object::INTAKE, "intake");
        let collected = collected.with_so_many(next.ids.len());
        staff.record(who, [collected]).await?;
    }
    Ok(staff.store.intake_frames(who.view, &next.ids).await?)
}

fn rows(staff: &Staff, frames: Vec<IntakeFrame>) -> Vec<IntakeRow> {
    let now = staff.clock.now();
    let row = |kept: IntakeFrame| IntakeRow {
        id: kept.id,
        day: kept.day,
        waited: staff.waits.of(kept.id, now),
        frame: kept.frame,
    };
    frames.into_iter().map(row).collect()
}
