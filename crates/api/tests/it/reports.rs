//! From triage to a desk's acknowledgement, and what an officer is handed to work with.

use domain::wire::{
    Cards, Claim, Deliveries, DeliveryState, NewReport, Notes, OpenedReport, Wrappers,
};
use domain::{Desk, District, Period, RecordId, ReportId, Role};
use storage::{
    EpochWrapper, NoteKind, NoteStore, OfficerStore, SmallAgeFile, StoredNote, WrapperStore,
};

use crate::actors::{Browser, record, sealed};
use crate::drafts::{hand_in, release};
use crate::way::{purpose, triage_house};

const LEEDS: Desk = Desk::Bronze(District::Leeds);
const WAKEFIELD: Desk = Desk::Bronze(District::Wakefield);
const REPORT: ReportId = ReportId::from_bytes([4; 16]);

#[actix_web::test]
async fn a_report_reaches_its_desk_alone_and_its_acknowledgement_shows_at_triage() {
    let (house, triage) = triage_house(0).await;
    let leeds = Browser::of(&house, "leeds-1", Role::Officer, &[LEEDS]).await;
    let report = NewReport {
        report: REPORT,
        desk: LEEDS,
        week: house.today().week(),
        frame: sealed(9),
    };
    let author = Browser::of(&house, "author", Role::Officer, &[Desk::Triage]).await;
    assert_eq!(hand_in(&house, &author, 3).await, 204);
    let sent = release(&house, &triage, 3, vec![report]).await;
    assert_eq!(sent.status, 204);
    let inbox: Deliveries = leeds.get(&house, "/api/inbox/bronze%2Fleeds").await.json();
    assert_eq!(
        (inbox.deliveries.len(), inbox.deliveries[0].state),
        (1, DeliveryState::New)
    );
    let path = format!("/api/inbox/bronze%2Fleeds/{REPORT}");
    let acknowledge = format!("{path}/acknowledge");
    assert_eq!(
        leeds.post(&house, &acknowledge, ()).await.fault(),
        "not-opened"
    );
    let opened = leeds.post(&house, &format!("{path}/open"), purpose()).await;
    assert_eq!(opened.json::<OpenedReport>().frame, sealed(9));
    assert_eq!(leeds.post(&house, &acknowledge, ()).await.status, 204);
    assert_eq!(
        leeds.post(&house, &acknowledge, ()).await.fault(),
        "already-acknowledged"
    );
    let sent: Deliveries = triage.get(&house, "/api/deliveries").await.json();
    let row = &sent.deliveries[0];
    assert_eq!((row.state, row.desk), (DeliveryState::Acknowledged, LEEDS));
    assert_eq!(row.acknowledged_by.as_deref(), Some("leeds-1"));
    assert_eq!(row.released_by, triage.officer);
}

#[actix_web::test]
async fn a_desk_asks_triage_and_nobody_it_may_not_write_to() {
    let (house, triage) = triage_house(0).await;
    let leeds = Browser::of(&house, "leeds-1", Role::Officer, &[LEEDS]).await;
    let to = |desk| NewReport {
        report: REPORT,
        desk,
        week: house.today().week(),
        frame: sealed(9),
    };
    let path = "/api/messages/bronze%2Fleeds";
    for desk in [WAKEFIELD, LEEDS, Desk::CorruptionA] {
        let refused = leeds.post(&house, path, to(desk)).await;
        assert_eq!(refused.status, 422, "{desk}");
    }
    assert_eq!(leeds.post(&house, path, to(Desk::Triage)).await.status, 204);
    let inbox: Deliveries = triage.get(&house, "/api/inbox/triage").await.json();
    assert_eq!(inbox.deliveries[0].report, REPORT);
    let sent: Deliveries = triage.get(&house, "/api/deliveries").await.json();
    assert!(sent.deliveries.is_empty(), "triage did not send it");
}

#[actix_web::test]
async fn of_two_officers_who_keep_a_report_the_second_is_told_and_triage_keeps_none() {
    let (house, triage) = triage_house(0).await;
    let first = Browser::of(&house, "leeds-1", Role::Officer, &[LEEDS]).await;
    let second = Browser::of(&house, "leeds-2", Role::Officer, &[LEEDS]).await;
    let (path, id) = ("/api/cases/bronze%2Fleeds", RecordId::from_bytes([6; 16]));
    let kept = first.post(&house, path, record(&house, id)).await;
    assert_eq!(kept.json::<Claim>().lease, 1);
    let late = second.post(&house, path, record(&house, id)).await;
    assert_eq!(
        (late.status.as_u16(), late.fault().as_str()),
        (409, "id-taken")
    );
    let cards: Cards = second.get(&house, "/api/vault/bronze%2Fleeds").await.json();
    assert_eq!(cards.cards[0].claim.as_ref().unwrap().name, "leeds-1");
    let triages = record(&house, RecordId::from_bytes([7; 16]));
    let refused = triage.post(&house, "/api/cases/triage", triages).await;
    assert_eq!(refused.status, 422);
}

#[actix_web::test]
async fn officers_are_handed_the_directories_and_the_rosters_that_concern_them() {
    let (house, triage) = triage_house(0).await;
    let leeds = Browser::of(&house, "leeds-1", Role::Officer, &[LEEDS]).await;
    for (kind, text) in [
        (NoteKind::StaffDirectory, "staff"),
        (NoteKind::Roster(Desk::Triage), "triage"),
        (NoteKind::Roster(LEEDS), "leeds"),
        (NoteKind::Roster(WAKEFIELD), "wakefield"),
    ] {
        // Newer than the one every house begins with.
        let note = StoredNote {
            kind,
            serial: 2,
            text: text.into(),
        };
        house.store.put_note(note).await.unwrap();
    }
    let all = &["leeds", "triage", "wakefield"][..];
    for (officer, rosters) in [(triage, all), (leeds, &["leeds", "triage"])] {
        let mut notes: Notes = officer.get(&house, "/api/notes").await.json();
        let public = notes.public.unwrap_or_default();
        assert!(public.starts_with("ginnel/directory/v1"));
        assert_eq!(notes.staff.as_deref(), Some("staff"));
        notes.rosters.sort();
        assert_eq!(notes.rosters, rosters);
    }
}

#[actix_web::test]
async fn an_officer_is_handed_own_wrappers_of_desks_worked_on_and_no_others() {
    let (house, triage) = triage_house(0).await;
    let leeds = Browser::of(&house, "leeds-1", Role::Officer, &[LEEDS, WAKEFIELD]).await;
    let (triage_id, leeds_id) = (triage.officer.unwrap(), leeds.officer.unwrap());
    let wrapper = |officer, desk| EpochWrapper {
        desk,
        period: Period::Week(house.today().week()),
        officer,
        wrapper: SmallAgeFile::try_from(vec![1; 9]).unwrap(),
    };
    let all = [
        (triage_id, Desk::Triage),
        (leeds_id, LEEDS),
        (leeds_id, WAKEFIELD),
    ];
    let all = all.map(|(officer, desk)| wrapper(officer, desk));
    house.store.put_wrappers(all.to_vec()).await.unwrap();
    let handed = async |officer: &Browser| {
        let own: Wrappers = officer.get(&house, "/api/wrappers").await.json();
        own.wrappers
            .into_iter()
            .map(|one| one.desk)
            .collect::<Vec<_>>()
    };
    assert_eq!(handed(&triage).await, [Desk::Triage]);
    assert_eq!(handed(&leeds).await, [LEEDS, WAKEFIELD]);
    house.store.approve(leeds_id, &[WAKEFIELD]).await.unwrap();
    assert_eq!(handed(&leeds).await, [WAKEFIELD]);
    house.store.remove(leeds_id).await.unwrap();
    assert_eq!(leeds.get(&house, "/api/wrappers").await.status, 401);
}
