//! Drafts that nobody releases.

use domain::{DraftId, FRAME_LEN, OfficerId, SealedFrame};
use storage::{DraftRow, DraftStore, NewDraft};

use super::*;

async fn handed_in(house: &House, number: u8) -> DraftId {
    let id = DraftId::from_bytes([number; 16]);
    let day = NOON.day();
    let row = DraftRow {
        id,
        week: day.week(),
        day,
        author: OfficerId::from_bytes([1; 16]),
    };
    let frame = SealedFrame::try_from(vec![number; FRAME_LEN]).unwrap();
    house
        .store
        .put_draft(NewDraft { row, frame })
        .await
        .unwrap();
    id
}

fn waits(audience: Audience) -> (Desk, Audience, MailKind) {
    (TRIAGE, audience, MailKind::DraftWaiting)
}

#[tokio::test]
async fn a_draft_nobody_releases_rings_the_desk_and_then_the_supervisors() {
    let mut house = House::open().await;
    let first = handed_in(&house, 1).await;
    for minutes in 0..15 {
        house.at(minutes).await;
        assert_eq!(house.sent().await, [], "{minutes}");
    }
    // Another that is younger does not begin the count anew.
    let second = handed_in(&house, 2).await;
    house.at(15).await;
    assert_eq!(house.sent().await, [waits(Audience::Desk)]);
    house.at(30).await;
    assert!(house.sent().await.contains(&waits(Audience::Supervisors)));
    house.store.remove_draft(first).await.unwrap();
    house.at(31).await;
    house.at(38).await;
    assert_eq!(
        house.sent().await,
        [],
        "the other waits for 15 minutes at 30"
    );
    house.store.remove_draft(second).await.unwrap();
    for minutes in 39..120 {
        house.at(minutes).await;
        assert_eq!(house.sent().await, [], "{minutes}");
    }
}

#[tokio::test]
async fn over_night_a_waiting_draft_rings_the_supervisors() {
    let (staffed, quiet) = (office_hours(), Quiet::Supervisors);
    let base = plan();
    let night = Plan {
        staffed,
        quiet,
        ..base
    };
    let mut house = House::with(night, 1).await;
    let evening = 8 * 60;
    handed_in(&house, 1).await;
    house.at(evening).await;
    for minutes in [29, 30] {
        house.at(evening + minutes).await;
        let told: &[_] = &[waits(Audience::Supervisors)];
        let told = if minutes == 30 { told } else { &[] };
        assert_eq!(house.sent().await, told, "{minutes}");
    }
}
