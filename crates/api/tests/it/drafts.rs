//! Reports that wait for a second officer.

use domain::wire::{Deliver, Drafts, NewReport, OpenedDraft, PutDraft};
use domain::{Desk, District, DraftId, ReportId, Role};
use storage::{DraftStore, ReportStore};

use crate::actors::{Browser, sealed};
use crate::house::{Answer, House};
use crate::way::{purpose, triage_house};

const LEEDS: Desk = Desk::Bronze(District::Leeds);

const fn id(number: u8) -> DraftId {
    DraftId::from_bytes([number; 16])
}

/// Answers the status.
pub async fn hand_in(house: &House, author: &Browser, number: u8) -> u16 {
    let put = PutDraft {
        draft: id(number),
        week: house.today().week(),
        frame: sealed(number),
    };
    author
        .post(house, "/api/drafts/hand-in", put)
        .await
        .status
        .as_u16()
}

pub async fn release(
    house: &House,
    officer: &Browser,
    number: u8,
    reports: Vec<NewReport>,
) -> Answer {
    let path = format!("/api/drafts/{}/release", id(number));
    officer.post(house, &path, deliver(reports)).await
}

/// Reports that correct nothing.
pub fn deliver(reports: Vec<NewReport>) -> Deliver {
    Deliver {
        reports,
        taken_back: Vec::new(),
        notices: Vec::new(),
    }
}

fn report(house: &House, desk: Desk, number: u8) -> NewReport {
    NewReport {
        report: ReportId::from_bytes([number; 16]),
        desk,
        week: house.today().week(),
        frame: sealed(9),
    }
}

async fn second(house: &House) -> Browser {
    Browser::of(house, "triage-2", Role::Officer, &[Desk::Triage]).await
}

#[actix_web::test]
async fn whoever_hands_a_draft_in_cannot_release_it_from_any_session_of_theirs() {
    let (house, author) = triage_house(0).await;
    assert_eq!(hand_in(&house, &author, 3).await, 204);
    let reports = || vec![report(&house, LEEDS, 1)];
    let refused = release(&house, &author, 3, reports()).await;
    assert_eq!(
        (refused.status.as_u16(), refused.fault()),
        (409, "own-draft".into())
    );
    let elsewhere = author.begin_session(&house, 7).await;
    let refused = release(&house, &elsewhere, 3, reports()).await;
    assert_eq!(refused.fault(), "own-draft");
    assert_eq!(house.store.inbox(LEEDS).await.unwrap(), []);
    let other = second(&house).await;
    assert_eq!(release(&house, &other, 3, reports()).await.status, 204);
    let gone = release(&house, &other, 3, reports()).await;
    assert_eq!(gone.fault(), "not-found");
    let inbox = house.store.inbox(LEEDS).await.unwrap();
    let signed: Vec<_> = inbox
        .iter()
        .map(|one| (Some(one.author), one.second_signer))
        .collect();
    assert_eq!(signed, [(author.officer, other.officer)]);
}

#[actix_web::test]
async fn a_draft_lists_its_author_and_its_day_and_opens_for_triage() {
    let (house, author) = triage_house(0).await;
    assert_eq!(hand_in(&house, &author, 3).await, 204);
    assert_eq!(hand_in(&house, &author, 3).await, 204, "a lost answer");
    let other = second(&house).await;
    assert_eq!(hand_in(&house, &other, 3).await, 409, "another\'s");
    let listed: Drafts = other.get(&house, "/api/drafts").await.json();
    let [row] = listed.drafts.as_slice() else {
        panic!("{listed:?}")
    };
    assert_eq!((row.draft, row.day), (id(3), house.today()));
    assert_eq!(Some(row.author), author.officer);
    let open = format!("/api/drafts/{}/open", id(3));
    let opened = other.post(&house, &open, purpose()).await;
    assert_eq!(opened.json::<OpenedDraft>().frame, sealed(3));
    let missing = format!("/api/drafts/{}/open", id(4));
    assert_eq!(
        other.post(&house, &missing, purpose()).await.fault(),
        "not-found"
    );
}

#[actix_web::test]
async fn a_removed_draft_is_released_by_nobody() {
    let (house, author) = triage_house(0).await;
    assert_eq!(hand_in(&house, &author, 3).await, 204);
    let remove = format!("/api/drafts/{}/remove", id(3));
    assert_eq!(author.post(&house, &remove, ()).await.status, 204);
    assert_eq!(author.post(&house, &remove, ()).await.fault(), "not-found");
    let other = second(&house).await;
    let late = release(&house, &other, 3, vec![report(&house, LEEDS, 1)]).await;
    assert_eq!(late.fault(), "not-found");
    assert_eq!(house.store.inbox(LEEDS).await.unwrap(), []);
}

#[actix_web::test]
async fn reports_go_to_desks_that_receive_them_and_not_too_many_at_once() {
    let (house, author) = triage_house(0).await;
    assert_eq!(hand_in(&house, &author, 3).await, 204);
    let other = second(&house).await;
    let to_triage = vec![report(&house, LEEDS, 1), report(&house, Desk::Triage, 2)];
    let refused = release(&house, &other, 3, to_triage).await;
    assert_eq!(refused.fault(), "unprocessable");
    let so_many = |count| (0..count).map(|one| report(&house, LEEDS, one)).collect();
    for none_or_many in [0, 17] {
        let refused = release(&house, &other, 3, so_many(none_or_many)).await;
        assert_eq!(refused.fault(), "unprocessable");
    }
    assert_eq!(house.store.drafts().await.unwrap().len(), 1);
    let sixteen = release(&house, &other, 3, so_many(16)).await;
    assert_eq!(sixteen.status, 204);
}
