//! Reports: delivered, opened, acknowledged, deleted.

use domain::{Desk, District, OfficerId, ReportId};

use super::Case;
use super::actors::{Shared, frame, officer, race, today, week};
use crate::{AcknowledgeError, DeliverError, DeliveryState, NewReport, Reference};

const LEEDS: Desk = Desk::Bronze(District::Leeds);
const KIRKLEES: Desk = Desk::Bronze(District::Kirklees);

fn id(number: u8) -> ReportId {
    ReportId::from_bytes([number; 16])
}

fn report(number: u8, desk: Desk) -> NewReport {
    NewReport {
        id: id(number),
        desk,
        week: week(),
        frame: frame(number),
        day: today(),
        author: officer(1),
        second_signer: None,
        review: None,
    }
}

async fn acknowledge(store: &Shared, number: u8, by: OfficerId) -> Result<(), AcknowledgeError> {
    store
        .acknowledge(LEEDS, id(number), by, today(), None)
        .await
}

/// Also to triage, which gets no report; the corruption desks write to nobody and nobody to them.
pub async fn a_message_lies_in_the_inbox_of_its_desk_alone(store: Shared) -> Case {
    store.deliver_message(report(1, Desk::Triage)).await?;
    store.deliver_message(report(2, LEEDS)).await?;
    store.deliver_message(report(2, LEEDS)).await?;
    for (desk, number) in [(Desk::Triage, 1), (LEEDS, 2)] {
        let inbox = store.inbox(desk).await?;
        let ids: Vec<_> = inbox.iter().map(|one| one.id).collect();
        assert_eq!(ids, [id(number)]);
        let opened = store
            .open_report(desk, id(number), officer(2), today())
            .await?;
        assert_eq!(opened.ok_or("not there")?.frame, frame(number));
    }
    for desk in [Desk::CorruptionA, Desk::CorruptionB] {
        let refused = store.deliver_message(report(3, desk)).await;
        assert_eq!(refused, Err(DeliverError::WrongDesk));
    }
    Ok(())
}

/// Byte for byte, and nowhere else.
pub async fn a_delivered_report_reads_back_at_its_desk_only(store: Shared) -> Case {
    store.deliver_message(report(1, LEEDS)).await?;
    let inbox = store.inbox(LEEDS).await?;
    let [delivery] = inbox.as_slice() else {
        return Err("not exactly one report".into());
    };
    assert_eq!((delivery.id, delivery.desk), (id(1), LEEDS));
    assert_eq!((delivery.week, delivery.day), (week(), today()));
    assert_eq!((delivery.author, delivery.recalled), (officer(1), None));
    assert_eq!(delivery.state, DeliveryState::New);
    let opened = store.open_report(LEEDS, id(1), officer(2), today()).await?;
    assert_eq!(opened.map(|opened| opened.frame), Some(frame(1)));
    assert_eq!(store.inbox(KIRKLEES).await?, []);
    Ok(())
}

/// A lost answer, sent again, even on the next day.
pub async fn delivering_the_same_again_is_no_error(store: Shared) -> Case {
    store.deliver_message(report(1, LEEDS)).await?;
    let mut again = report(1, LEEDS);
    again.day = today().plus(1);
    store.deliver_message(again).await?;
    let inbox = store.inbox(LEEDS).await?;
    let days: Vec<_> = inbox.into_iter().map(|delivery| delivery.day).collect();
    assert_eq!(days, [today()]);
    Ok(())
}

/// Other bytes, another author, another desk.
pub async fn another_report_with_a_taken_id_is_refused(store: Shared) -> Case {
    store.deliver_message(report(1, LEEDS)).await?;
    let (mut bytes, mut author) = (report(1, LEEDS), report(1, LEEDS));
    bytes.frame = frame(9);
    author.author = officer(9);
    for other in [bytes, author, report(1, KIRKLEES)] {
        let refused = store.deliver_message(other).await;
        assert_eq!(refused, Err(DeliverError::ReportIdTaken));
    }
    let opened = store.open_report(LEEDS, id(1), officer(2), today()).await?;
    assert_eq!(opened.map(|opened| opened.frame), Some(frame(1)));
    Ok(())
}

/// Reading again changes nothing.
pub async fn the_first_opener_is_remembered(store: Shared) -> Case {
    store.deliver_message(report(1, LEEDS)).await?;
    let first = store.open_report(LEEDS, id(1), officer(2), today()).await?;
    let first = first.ok_or("not found")?;
    assert_eq!(first.delivery.state, DeliveryState::Opened);
    let later = today().plus(1);
    let second = store.open_report(LEEDS, id(1), officer(3), later).await?;
    assert_eq!(second, Some(first.clone()));
    assert_eq!(first.delivery.opened, Some((officer(2), today())));
    assert_eq!(store.inbox(LEEDS).await?, [first.delivery]);
    Ok(())
}

/// Two officers at the same moment both read it.
pub async fn of_two_openers_at_once_one_is_the_first(store: Shared) -> Case {
    store.deliver_message(report(1, LEEDS)).await?;
    let open = |store: Shared, by| async move {
        store.open_report(LEEDS, id(1), officer(by), today()).await
    };
    let (first, second) = race(open(store.clone(), 2), open(store.clone(), 3)).await?;
    let (first, second) = (first?.ok_or("not found")?, second?.ok_or("not found")?);
    assert_eq!(first, second);
    Ok(())
}

/// By whom, on which day, under which reference.
pub async fn an_opened_report_is_acknowledged_once(store: Shared) -> Case {
    store.deliver_message(report(1, LEEDS)).await?;
    store.open_report(LEEDS, id(1), officer(2), today()).await?;
    let reference: Reference = "BR/2026-17".parse()?;
    let day = today().plus(1);
    store
        .acknowledge(LEEDS, id(1), officer(3), day, Some(reference.clone()))
        .await?;
    let again = acknowledge(&store, 1, officer(2)).await;
    assert_eq!(again, Err(AcknowledgeError::AlreadyAcknowledged));
    let inbox = store.inbox(LEEDS).await?;
    let delivery = inbox.first().ok_or("no report")?;
    assert_eq!(delivery.state, DeliveryState::Acknowledged);
    assert_eq!(delivery.opened, Some((officer(2), today())));
    assert_eq!(delivery.acknowledged, Some((officer(3), day)));
    assert_eq!(delivery.reference, Some(reference));
    let read_again = store.open_report(LEEDS, id(1), officer(2), day).await?;
    assert_eq!(read_again.map(|r| r.delivery.state), Some(delivery.state));
    Ok(())
}

/// Two officers at the same moment.
pub async fn of_two_acknowledgements_at_once_one_counts(store: Shared) -> Case {
    store.deliver_message(report(1, LEEDS)).await?;
    store.open_report(LEEDS, id(1), officer(2), today()).await?;
    let (a, b) = (store.clone(), store.clone());
    let (first, second) = race(
        async move { acknowledge(&a, 1, officer(2)).await },
        async move { acknowledge(&b, 1, officer(3)).await },
    )
    .await?;
    let winner = match (first, second) {
        (Ok(()), Err(AcknowledgeError::AlreadyAcknowledged)) => officer(2),
        (Err(AcknowledgeError::AlreadyAcknowledged), Ok(())) => officer(3),
        other => return Err(format!("not exactly one: {other:?}").into()),
    };
    let inbox = store.inbox(LEEDS).await?;
    let acknowledged = inbox.first().and_then(|delivery| delivery.acknowledged);
    assert_eq!(acknowledged, Some((winner, today())));
    Ok(())
}

/// Nobody takes on what nobody read.
pub async fn an_unopened_report_cannot_be_acknowledged(store: Shared) -> Case {
    store.deliver_message(report(1, LEEDS)).await?;
    let refused = acknowledge(&store, 1, officer(2)).await;
    assert_eq!(refused, Err(AcknowledgeError::NotOpened));
    Ok(())
}

/// For another desk it does not exist, and stays new.
pub async fn a_report_of_another_desk_can_neither_be_opened_nor_acknowledged(
    store: Shared,
) -> Case {
    store.deliver_message(report(1, KIRKLEES)).await?;
    let opened = store.open_report(LEEDS, id(1), officer(2), today()).await?;
    assert_eq!(opened, None);
    let refused = acknowledge(&store, 1, officer(2)).await;
    assert_eq!(refused, Err(AcknowledgeError::NotFound));
    let inbox = store.inbox(KIRKLEES).await?;
    let state = inbox.first().map(|delivery| delivery.state);
    assert_eq!(state, Some(DeliveryState::New));
    Ok(())
}

/// Of every desk, newest first, with its state.
pub async fn triage_sees_every_delivery_since_a_day(store: Shared) -> Case {
    for (number, desk, days) in [(1, LEEDS, -9), (2, KIRKLEES, -2), (3, LEEDS, 0)] {
        let day = today().plus(days);
        let new = NewReport {
            day,
            ..report(number, desk)
        };
        store.deliver_message(new).await?;
    }
    store.open_report(LEEDS, id(3), officer(2), today()).await?;
    let deliveries = store.deliveries(today().plus(-2)).await?;
    let seen: Vec<_> = deliveries.iter().map(|d| (d.id, d.state)).collect();
    let expected = [(id(3), DeliveryState::Opened), (id(2), DeliveryState::New)];
    assert_eq!(seen, expected);
    Ok(())
}

/// A report without a review day is never purged.
pub async fn purging_deletes_reports_past_their_review_day_only(store: Shared) -> Case {
    for (number, review) in [(1, None), (2, Some(today())), (3, Some(today().plus(1)))] {
        let new = NewReport {
            review,
            ..report(number, LEEDS)
        };
        store.deliver_message(new).await?;
    }
    assert_eq!(store.reports_over(today()).await?, []);
    assert_eq!(store.purge_reports(today()).await?, 0);
    let over = store.reports_over(today().plus(2)).await?;
    assert_eq!(over, [(LEEDS, 2)]);
    assert_eq!(store.purge_reports(today().plus(1)).await?, 1);
    let inbox = store.inbox(LEEDS).await?;
    let left: Vec<_> = inbox.into_iter().map(|delivery| delivery.id).collect();
    assert_eq!(left, [id(1), id(3)]);
    let gone = store.open_report(LEEDS, id(2), officer(2), today()).await?;
    assert_eq!(gone, None);
    store.deliver_message(report(2, LEEDS)).await?;
    Ok(())
}
