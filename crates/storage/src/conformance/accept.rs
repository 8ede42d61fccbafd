//! Taking tips out of the intake, and putting them back.

use domain::Desk;

use super::Case;
use super::actors::{
    Fallible, NOW, Shared, acceptance, accepted, arrive, held, intake_id, new_record, nonce,
    not_held, race, record_id, spam, today,
};
use crate::{AcceptError, IntakeView, PutBackError, RecordState};

async fn served(store: &Shared, view: IntakeView) -> Fallible<usize> {
    Ok(store.intake_ids(view).await?.len())
}

async fn records(store: &Shared) -> Fallible<usize> {
    Ok(store.cards(Desk::Triage, NOW).await?.len())
}

/// The corruption desks' view must not change by what triage accepts.
pub async fn an_accepted_tip_is_served_to_corruption_but_no_longer_to_triage(
    store: Shared,
) -> Case {
    arrive(&store, &[1, 2, 3]).await?;
    let record = new_record(1, Desk::Triage);
    store.accept(acceptance(&[1, 2], 1, record)).await?;
    let all = [1, 2, 3].map(intake_id);
    let triage = store.intake_frames(IntakeView::Triage, &all).await?;
    assert_eq!(triage.len(), 1);
    assert_eq!(served(&store, IntakeView::Triage).await?, 1);
    let corruption = store.intake_frames(IntakeView::Corruption, &all).await?;
    assert_eq!(corruption.len(), 3);
    assert_eq!(served(&store, IntakeView::Corruption).await?, 3);
    Ok(())
}

/// First come, first served, and nothing of the second's is kept.
pub async fn the_second_officer_is_told(store: Shared) -> Case {
    accepted(&store, 1, 1).await?;
    let record = new_record(2, Desk::Triage);
    let second = store.accept(acceptance(&[1], 2, record)).await;
    assert_eq!(second, Err(AcceptError::AlreadyAccepted));
    assert_eq!(records(&store).await?, 1);
    Ok(())
}

/// Two officers at the same moment.
pub async fn of_two_officers_at_once_one_accepts(store: Shared) -> Case {
    arrive(&store, &[1, 2]).await?;
    let (a, b) = (store.clone(), store.clone());
    let (one, two) = (new_record(1, Desk::Triage), new_record(2, Desk::Triage));
    let (first, second) = race(
        async move { a.accept(acceptance(&[1, 2], 1, one)).await },
        async move { b.accept(acceptance(&[2, 1], 2, two)).await },
    )
    .await?;
    let told = [&first, &second]
        .into_iter()
        .filter(|r| **r == Err(AcceptError::AlreadyAccepted));
    assert_eq!(told.count(), 1);
    assert!(first.is_ok() != second.is_ok());
    assert_eq!(records(&store).await?, 1);
    Ok(())
}

/// All or nothing.
pub async fn an_acceptance_with_one_accepted_part_stores_nothing(store: Shared) -> Case {
    arrive(&store, &[1, 2]).await?;
    store.accept(acceptance(&[2], 1, spam(2))).await?;
    let record = new_record(1, Desk::Triage);
    let second = store.accept(acceptance(&[1, 2], 2, record)).await;
    assert_eq!(second, Err(AcceptError::AlreadyAccepted));
    assert_eq!(served(&store, IntakeView::Triage).await?, 1);
    assert_eq!(records(&store).await?, 1);
    Ok(())
}

/// Unknown, purged, or nothing named at all.
pub async fn what_is_not_in_the_intake_cannot_be_accepted(store: Shared) -> Case {
    arrive(&store, &[1]).await?;
    for parts in [&[1, 2][..], &[]] {
        let record = new_record(1, Desk::Triage);
        let refused = store.accept(acceptance(parts, 1, record)).await;
        assert_eq!(refused, Err(AcceptError::NotInIntake));
    }
    assert_eq!(served(&store, IntakeView::Triage).await?, 1);
    assert_eq!(records(&store).await?, 0);
    Ok(())
}

/// No record overwrites another, and the tip stays where it was.
pub async fn a_taken_record_id_accepts_nothing(store: Shared) -> Case {
    accepted(&store, 1, 1).await?;
    arrive(&store, &[2]).await?;
    let record = new_record(1, Desk::Triage);
    let refused = store.accept(acceptance(&[2], 2, record)).await;
    assert_eq!(refused, Err(AcceptError::RecordIdTaken));
    assert_eq!(served(&store, IntakeView::Triage).await?, 1);
    Ok(())
}

/// Nobody takes a tip out without leaving a record that others can look at, and put back.
pub async fn spam_is_kept_as_a_closed_record(store: Shared) -> Case {
    arrive(&store, &[1]).await?;
    let lease = store.accept(acceptance(&[1], 1, spam(1))).await?;
    assert_eq!(served(&store, IntakeView::Triage).await?, 0);
    let cards = store.cards(Desk::Triage, NOW).await?;
    let kept: Vec<_> = cards.iter().map(|row| (row.id, row.state)).collect();
    assert_eq!(kept, [(record_id(101), RecordState::Closed)]);
    assert_eq!(cards.first().and_then(|row| row.review), spam(1).review);
    let held = held(101, 1, lease);
    store.put_back(held, &[intake_id(1)], &nonce(1)).await?;
    assert_eq!(served(&store, IntakeView::Triage).await?, 1);
    Ok(())
}

/// What was accepted stays so, and can still be put back.
pub async fn forgetting_acceptances_undoes_none(store: Shared) -> Case {
    let lease = accepted(&store, 1, 1).await?;
    arrive(&store, &[2]).await?;
    for _ in 0..2 {
        store.forget_acceptances().await?;
        assert_eq!(served(&store, IntakeView::Triage).await?, 1);
        assert_eq!(records(&store).await?, 1);
    }
    let held = held(1, 1, lease);
    store.put_back(held, &[intake_id(1)], &nonce(1)).await?;
    store.forget_acceptances().await?;
    assert_eq!(served(&store, IntakeView::Triage).await?, 2);
    Ok(())
}

/// As if it had never been accepted.
pub async fn putting_back_deletes_the_record_and_serves_the_tip_again(store: Shared) -> Case {
    let lease = accepted(&store, 1, 1).await?;
    let held = held(1, 1, lease);
    store.put_back(held, &[intake_id(1)], &nonce(1)).await?;
    assert_eq!(served(&store, IntakeView::Triage).await?, 1);
    assert_eq!(records(&store).await?, 0);
    let gone = store.open_record(Desk::Triage, record_id(1), NOW).await?;
    assert_eq!(gone, None);
    let record = new_record(1, Desk::Triage);
    store.accept(acceptance(&[1], 2, record)).await?;
    Ok(())
}

/// Only the officer who works on the record.
pub async fn putting_back_needs_the_claim(store: Shared) -> Case {
    let lease = accepted(&store, 1, 1).await?;
    let parts = [intake_id(1)];
    for other in [not_held(1, 1), held(1, 2, lease)] {
        let refused = store.put_back(other, &parts, &nonce(1)).await;
        assert_eq!(refused, Err(PutBackError::ClaimLost));
    }
    let unknown = store.put_back(not_held(9, 1), &parts, &nonce(1)).await;
    assert_eq!(unknown, Err(PutBackError::NotFound));
    assert_eq!(records(&store).await?, 1);
    assert_eq!(served(&store, IntakeView::Triage).await?, 0);
    Ok(())
}

/// Not more, not fewer, and no others: who erased a record against other frames erased a tip.
pub async fn putting_back_needs_exactly_the_parts_the_record_was_made_of(store: Shared) -> Case {
    arrive(&store, &[1, 2, 3, 4]).await?;
    store.accept(acceptance(&[4], 1, spam(4))).await?;
    let record = new_record(1, Desk::Triage);
    let lease = store.accept(acceptance(&[1, 2], 1, record)).await?;
    for parts in [&[4][..], &[1], &[1, 2, 4], &[1, 2, 3], &[1, 2, 200], &[]] {
        let parts: Vec<_> = parts.iter().copied().map(intake_id).collect();
        for nonce in [1, 4].map(nonce) {
            let refused = store.put_back(held(1, 1, lease), &parts, &nonce).await;
            assert_eq!(refused, Err(PutBackError::NotItsParts));
        }
    }
    assert_eq!(records(&store).await?, 2);
    assert_eq!(served(&store, IntakeView::Triage).await?, 1);
    let parts = [2, 1, 2].map(intake_id);
    store.put_back(held(1, 1, lease), &parts, &nonce(1)).await?;
    assert_eq!(served(&store, IntakeView::Triage).await?, 3);
    Ok(())
}

/// Which lies inside the record's seal: who did not open it cannot undo it.
pub async fn putting_back_needs_the_nonce(store: Shared) -> Case {
    let lease = accepted(&store, 1, 1).await?;
    let parts = [intake_id(1)];
    let refused = store.put_back(held(1, 1, lease), &parts, &nonce(2)).await;
    assert_eq!(refused, Err(PutBackError::NotItsParts));
    assert_eq!(records(&store).await?, 1);
    assert_eq!(served(&store, IntakeView::Triage).await?, 0);
    Ok(())
}

/// The record is then the only copy.
pub async fn what_has_left_the_intake_cannot_be_put_back(store: Shared) -> Case {
    let lease = accepted(&store, 1, 1).await?;
    store.purge_intake(today().plus(1)).await?;
    let parts = [intake_id(1)];
    let refused = store.put_back(held(1, 1, lease), &parts, &nonce(1)).await;
    assert_eq!(refused, Err(PutBackError::FrameGone));
    assert_eq!(records(&store).await?, 1);
    Ok(())
}

/// A double click.
pub async fn of_two_put_backs_at_once_one_wins(store: Shared) -> Case {
    let lease = accepted(&store, 1, 1).await?;
    let put_back = |store: Shared| async move {
        let (held, parts) = (held(1, 1, lease), [intake_id(1)]);
        store.put_back(held, &parts, &nonce(1)).await
    };
    let (first, second) = race(put_back(store.clone()), put_back(store.clone())).await?;
    assert!(first.is_ok() != second.is_ok());
    let lost = if first.is_ok() { second } else { first };
    assert_eq!(lost, Err(PutBackError::NotFound));
    Ok(())
}
