//! Frames: shuffled in, fetched, settled, forgotten.

use domain::IntakeId;

use super::Case;
use super::actors::{Fallible, Shared, acceptance, arrive, frame, intake_id, race, spam, today};
use crate::{DayCount, IntakeView, SeenHash, ShuffleError};

async fn ids(store: &Shared, view: IntakeView) -> Fallible<Vec<IntakeId>> {
    let entries = store.intake_ids(view).await?;
    Ok(entries.into_iter().map(|entry| entry.id).collect())
}

/// A crash between shuffle and unlink never doubles a tip.
pub async fn a_window_handed_over_twice_is_stored_once(store: Shared) -> Case {
    let window = |first: u8| {
        vec![
            (intake_id(first), frame(1)),
            (intake_id(first + 1), frame(2)),
        ]
    };
    assert_eq!(store.shuffle_in(window(10), today()).await?, 2);
    assert_eq!(store.shuffle_in(window(20), today().plus(1)).await?, 0);
    let kept = ids(&store, IntakeView::Triage).await?;
    assert_eq!(kept, [intake_id(10), intake_id(11)]);
    Ok(())
}

/// The hash stays known.
pub async fn a_frame_is_known_by_its_hash_after_it_was_shuffled_in(store: Shared) -> Case {
    arrive(&store, &[2]).await?;
    let asked = [1, 2, 3].map(|n| SeenHash::of(&frame(n)));
    assert_eq!(store.seen(&asked).await?, [false, true, false]);
    assert_eq!(store.seen(&[]).await?, Vec::<bool>::new());
    Ok(())
}

/// An id that is in use fails the whole window, so that it is drawn anew.
pub async fn a_taken_intake_id_stores_nothing_of_the_window(store: Shared) -> Case {
    arrive(&store, &[1]).await?;
    let window = vec![(intake_id(5), frame(5)), (intake_id(1), frame(6))];
    let refused = store.shuffle_in(window, today()).await;
    assert_eq!(refused, Err(ShuffleError::IdTaken));
    assert_eq!(ids(&store, IntakeView::Triage).await?, [intake_id(1)]);
    assert_eq!(store.seen(&[SeenHash::of(&frame(5))]).await?, [false]);
    Ok(())
}

/// Order tells nothing of time.
pub async fn ids_come_in_id_order_and_not_in_the_order_of_arrival(store: Shared) -> Case {
    for number in [9, 3, 7, 1] {
        arrive(&store, &[number]).await?;
    }
    let in_order = [1, 3, 7, 9].map(intake_id);
    for view in [IntakeView::Triage, IntakeView::Corruption] {
        assert_eq!(ids(&store, view).await?, in_order);
        let asked = [9, 1, 3, 9].map(intake_id);
        let frames = store.intake_frames(view, &asked).await?;
        let got: Vec<_> = frames.iter().map(|frame| frame.id).collect();
        assert_eq!(got, [1, 3, 9].map(intake_id));
    }
    Ok(())
}

/// The bytes are the reporter's, and unknown ids are left out.
pub async fn only_frames_asked_for_are_handed_out(store: Shared) -> Case {
    arrive(&store, &[1, 2]).await?;
    let asked = [intake_id(2), intake_id(200)];
    let frames = store.intake_frames(IntakeView::Triage, &asked).await?;
    let [only] = frames.as_slice() else {
        return Err("not exactly one frame".into());
    };
    assert_eq!((only.id, only.day), (intake_id(2), today()));
    assert_eq!(only.frame, frame(2));
    Ok(())
}

/// Counted by day, oldest first.
pub async fn frames_are_counted_by_day(store: Shared) -> Case {
    arrive(&store, &[1, 2]).await?;
    let yesterday = today().plus(-1);
    store
        .shuffle_in(vec![(intake_id(3), frame(3))], yesterday)
        .await?;
    let counts = store.intake_count_by_day().await?;
    let expected = [(yesterday, 1), (today(), 2)].map(|(day, frames)| DayCount { day, frames });
    assert_eq!(counts, expected);
    Ok(())
}

/// Settled frames are served, accepted and counted as before.
pub async fn settling_moves_closed_days_and_changes_nothing_seen(store: Shared) -> Case {
    let window = vec![(intake_id(1), frame(1)), (intake_id(2), frame(2))];
    store.shuffle_in(window, today().plus(-1)).await?;
    arrive(&store, &[3]).await?;
    store.accept(acceptance(&[1], 1, spam(1))).await?;
    let before = store.intake_count_by_day().await?;
    assert_eq!(store.settle_intake(today()).await?, 2);
    assert_eq!(store.settle_intake(today()).await?, 0);
    assert_eq!(store.intake_count_by_day().await?, before);
    assert_eq!(
        ids(&store, IntakeView::Triage).await?,
        [2, 3].map(intake_id)
    );
    let all = [1, 2, 3].map(intake_id);
    let frames = store.intake_frames(IntakeView::Corruption, &all).await?;
    let got: Vec<_> = frames.into_iter().map(|frame| frame.frame).collect();
    assert_eq!(got, [1, 2, 3].map(frame));
    Ok(())
}

/// A settled frame's id is not given to another.
pub async fn a_settled_id_is_still_taken(store: Shared) -> Case {
    arrive(&store, &[1]).await?;
    store.settle_intake(today().plus(1)).await?;
    let again = store.shuffle_in(vec![(intake_id(1), frame(9))], today());
    assert_eq!(again.await, Err(ShuffleError::IdTaken));
    Ok(())
}

/// Whole days go, with all that names their frames; later days stay.
pub async fn purging_forgets_frames_acceptances_and_hashes_of_old_days_only(store: Shared) -> Case {
    let old = today().plus(-28);
    let window = vec![(intake_id(1), frame(1)), (intake_id(2), frame(2))];
    store.shuffle_in(window, old).await?;
    store.settle_intake(old.plus(1)).await?;
    store
        .shuffle_in(vec![(intake_id(3), frame(3))], old)
        .await?;
    arrive(&store, &[4, 5]).await?;
    store.accept(acceptance(&[1], 1, spam(1))).await?;
    store.accept(acceptance(&[4], 1, spam(4))).await?;
    assert_eq!(store.purge_intake(old).await?, 0);
    assert_eq!(store.purge_intake(old.plus(1)).await?, 3);
    let left = ids(&store, IntakeView::Corruption).await?;
    assert_eq!(left, [4, 5].map(intake_id));
    assert_eq!(ids(&store, IntakeView::Triage).await?, [intake_id(5)]);
    let hashes = [1, 3, 4].map(|n| SeenHash::of(&frame(n)));
    assert_eq!(store.seen(&hashes).await?, [false, false, true]);
    arrive(&store, &[1]).await?;
    let again = ids(&store, IntakeView::Triage).await?;
    assert_eq!(again, [1, 5].map(intake_id));
    Ok(())
}

/// A reporter resent to another server within the window.
pub async fn of_two_servers_with_the_same_frame_one_stores_it(store: Shared) -> Case {
    let (a, b) = (store.clone(), store.clone());
    let (first, second) = race(
        async move { a.shuffle_in(vec![(intake_id(1), frame(1))], today()).await },
        async move { b.shuffle_in(vec![(intake_id(2), frame(1))], today()).await },
    )
    .await?;
    assert_eq!(first? + second?, 1);
    assert_eq!(ids(&store, IntakeView::Triage).await?.len(), 1);
    Ok(())
}
