//! Records: read, written, rewrapped, deleted.

use domain::Desk;

use super::Case;
use super::actors::{
    NOW, Shared, acceptance, accepted, age_file, arrive, card, frame, held, intake_id, new_record,
    nonce, not_held, officer, quarter, race, record_id, rewrite, today,
};
use crate::{
    Acceptance, HeldClaim, HeldClaimError, KeepError, PutBackError, RecordRewrite, RecordState,
    RecordVersion, Review, RewrapError, VersionHash, WriteRecordError,
};

const FIRST: RecordVersion = RecordVersion::FIRST;

/// Byte for byte.
pub async fn an_accepted_record_reads_back_whole(store: Shared) -> Case {
    accepted(&store, 1, 1).await?;
    let record = store.open_record(Desk::Triage, record_id(1), NOW).await?;
    let record = record.ok_or("not found")?;
    assert_eq!(record.frames, [1, 2, 3].map(frame));
    assert_eq!(
        record.hash,
        VersionHash::NONE.then(&record.frames, &card(1))
    );
    let row = record.row;
    assert_eq!((row.id, row.version), (record_id(1), FIRST));
    assert_eq!((row.quarter, row.wrapper.clone()), (quarter(), age_file(1)));
    assert_eq!((row.day, row.review), (today(), None));
    assert_eq!((row.state, row.card.clone()), (RecordState::Open, card(1)));
    assert_eq!(store.cards(Desk::Triage, NOW).await?, [row]);
    Ok(())
}

/// As a record of a tip does, without any frame of the intake.
pub async fn a_receiving_desk_keeps_a_record_of_its_own(store: Shared) -> Case {
    let record = new_record(1, Desk::Silver);
    let lease = store.keep_record(record, officer(1), NOW).await?;
    let found = store.open_record(Desk::Silver, record_id(1), NOW).await?;
    let found = found.ok_or("not found")?;
    assert_eq!(found.frames, [1, 2, 3].map(frame));
    assert_eq!((found.row.version, found.row.day), (FIRST, today()));
    let held = HeldClaim {
        desk: Desk::Silver,
        ..held(1, 1, lease)
    };
    let version = store.write_record(held, rewrite(FIRST, 20)).await?;
    assert_eq!(version, RecordVersion(2));
    assert_eq!(store.cards(Desk::Triage, NOW).await?, []);
    Ok(())
}

/// Nothing leaves the intake without a trace, and nothing is in triage's vault that did not.
pub async fn triage_keeps_only_what_it_accepts(store: Shared) -> Case {
    for desk in [Desk::Triage, Desk::CorruptionA, Desk::CorruptionB] {
        let refused = store
            .keep_record(new_record(1, desk), officer(1), NOW)
            .await;
        assert_eq!(refused, Err(KeepError::WrongDesk));
        assert_eq!(store.cards(desk, NOW).await?, []);
    }
    Ok(())
}

/// Two officers of a desk keep the same report under the same id.
pub async fn of_two_who_keep_one_record_at_once_one_does(store: Shared) -> Case {
    let (a, b) = (store.clone(), store.clone());
    let (one, two) = (new_record(1, Desk::Silver), new_record(1, Desk::Silver));
    let (first, second) = race(
        async move { a.keep_record(one, officer(1), NOW).await },
        async move { b.keep_record(two, officer(2), NOW).await },
    )
    .await?;
    let told = [&first, &second]
        .into_iter()
        .filter(|outcome| **outcome == Err(KeepError::RecordIdTaken));
    assert_eq!(told.count(), 1);
    assert_eq!(store.cards(Desk::Silver, NOW).await?.len(), 1);
    Ok(())
}

/// It was made of no frame, so no frame and no nonce undo it.
pub async fn what_a_desk_keeps_of_a_report_is_never_put_back(store: Shared) -> Case {
    arrive(&store, &[1]).await?;
    let record = new_record(1, Desk::Silver);
    let lease = store.keep_record(record, officer(1), NOW).await?;
    let held = HeldClaim {
        desk: Desk::Silver,
        ..held(1, 1, lease)
    };
    for parts in [vec![], vec![intake_id(1)]] {
        let refused = store.put_back(held, &parts, &nonce(0)).await;
        assert_eq!(refused, Err(PutBackError::NotItsParts));
    }
    assert_eq!(store.cards(Desk::Silver, NOW).await?.len(), 1);
    Ok(())
}

/// A desk sees its own.
pub async fn cards_come_by_desk_newest_day_first(store: Shared) -> Case {
    arrive(&store, &[1, 2, 3]).await?;
    for (number, desk, days) in [
        (1, Desk::Triage, -2),
        (2, Desk::Triage, 0),
        (3, Desk::Silver, -1),
    ] {
        let accept = Acceptance {
            now: NOW.plus(days * 86_400),
            ..acceptance(&[number], 1, new_record(number, desk))
        };
        store.accept(accept).await?;
    }
    let cards = store.cards(Desk::Triage, NOW).await?;
    let seen: Vec<_> = cards.iter().map(|card| (card.id, card.day)).collect();
    let expected = [(record_id(2), today()), (record_id(1), today().plus(-2))];
    assert_eq!(seen, expected);
    assert_eq!(store.cards(Desk::Silver, NOW).await?.len(), 1);
    assert_eq!(store.cards(Desk::CorruptionA, NOW).await?, []);
    Ok(())
}

/// Another desk's record does not exist.
pub async fn a_record_opens_at_its_own_desk_only(store: Shared) -> Case {
    accepted(&store, 1, 1).await?;
    let other = store.open_record(Desk::Silver, record_id(1), NOW).await?;
    assert_eq!(other, None);
    let unknown = store.open_record(Desk::Triage, record_id(2), NOW).await?;
    assert_eq!(unknown, None);
    Ok(())
}

/// Work, history, card, state and review day are the new ones; the original stays; the hash chains.
pub async fn a_write_makes_the_next_version_and_chains_it(store: Shared) -> Case {
    let lease = accepted(&store, 1, 1).await?;
    let next = RecordRewrite {
        review: Review::Finished(today().plus(90)),
        ..rewrite(FIRST, 20)
    };
    let version = store.write_record(held(1, 1, lease), next).await?;
    assert_eq!(version, RecordVersion(2));
    let record = store.open_record(Desk::Triage, record_id(1), NOW).await?;
    let record = record.ok_or("not found")?;
    assert_eq!(record.frames, [1, 20, 21].map(frame));
    let first = VersionHash::NONE.then(&[1, 2, 3].map(frame), &card(1));
    let second = first.then(&[20, 21].map(frame), &card(20));
    assert_eq!(record.hash, second);
    assert_eq!((record.row.version, record.row.card), (version, card(20)));
    assert_eq!(record.row.state, RecordState::Closed);
    assert_eq!(record.row.review, Some(today().plus(90)));
    assert_eq!(record.row.wrapper, age_file(1));
    Ok(())
}

/// Nobody overwrites what they have not read.
pub async fn a_write_on_an_older_version_is_refused(store: Shared) -> Case {
    let lease = accepted(&store, 1, 1).await?;
    let held = held(1, 1, lease);
    store.write_record(held, rewrite(FIRST, 20)).await?;
    for version in [FIRST, RecordVersion(3)] {
        let refused = store.write_record(held, rewrite(version, 30)).await;
        assert_eq!(refused, Err(WriteRecordError::VersionMoved));
    }
    let record = store.open_record(Desk::Triage, record_id(1), NOW).await?;
    assert_eq!(record.map(|r| r.frames), Some([1, 20, 21].map(frame)));
    Ok(())
}

/// Two tabs of the same officer.
pub async fn of_two_writes_at_once_one_makes_the_version(store: Shared) -> Case {
    let lease = accepted(&store, 1, 1).await?;
    let (a, b) = (store.clone(), store.clone());
    let (first, second) = race(
        async move { a.write_record(held(1, 1, lease), rewrite(FIRST, 20)).await },
        async move { b.write_record(held(1, 1, lease), rewrite(FIRST, 30)).await },
    )
    .await?;
    let moved = Err(WriteRecordError::VersionMoved);
    let made = Ok(RecordVersion(2));
    assert!((first == made && second == moved) || (first == moved && second == made));
    Ok(())
}

/// Not the claimant, not the number, not the desk.
pub async fn a_write_under_another_claim_is_refused(store: Shared) -> Case {
    let lease = accepted(&store, 1, 1).await?;
    for other in [not_held(1, 1), held(1, 2, lease)] {
        let refused = store.write_record(other, rewrite(FIRST, 20)).await;
        assert_eq!(refused, Err(WriteRecordError::ClaimLost));
    }
    let mut elsewhere = held(1, 1, lease);
    elsewhere.desk = Desk::Silver;
    let refused = store.write_record(elsewhere, rewrite(FIRST, 20)).await;
    assert_eq!(refused, Err(WriteRecordError::NotFound));
    Ok(())
}

/// The wrapper no longer holds its epoch.
pub async fn a_deleted_record_is_gone_with_its_wrapper(store: Shared) -> Case {
    let lease = accepted(&store, 1, 1).await?;
    store.delete_record(held(1, 1, lease)).await?;
    assert_eq!(store.cards(Desk::Triage, NOW).await?, []);
    let gone = store.open_record(Desk::Triage, record_id(1), NOW).await?;
    assert_eq!(gone, None);
    store.destroy_vault_epoch(Desk::Triage, quarter()).await?;
    Ok(())
}

/// Only the officer who works on the record.
pub async fn deleting_needs_the_claim(store: Shared) -> Case {
    accepted(&store, 1, 1).await?;
    let refused = store.delete_record(not_held(1, 1)).await;
    assert_eq!(refused, Err(HeldClaimError::ClaimLost));
    let unknown = store.delete_record(not_held(2, 1)).await;
    assert_eq!(unknown, Err(HeldClaimError::NotFound));
    assert_eq!(store.cards(Desk::Triage, NOW).await?.len(), 1);
    Ok(())
}

/// A record without a review day is never purged.
pub async fn purging_deletes_records_past_their_review_day_only(store: Shared) -> Case {
    for (number, review) in [
        (1, Review::Open),
        (20, Review::Finished(today())),
        (40, Review::Finished(today().plus(1))),
    ] {
        let lease = accepted(&store, number, 1).await?;
        let next = RecordRewrite {
            review,
            ..rewrite(FIRST, number)
        };
        store.write_record(held(number, 1, lease), next).await?;
    }
    assert_eq!(store.records_over(today()).await?, []);
    assert_eq!(store.purge_vault(today()).await?, 0);
    let over = store.records_over(today().plus(1)).await?;
    assert_eq!(over, [(Desk::Triage, 1)]);
    assert_eq!(store.purge_vault(today().plus(1)).await?, 1);
    assert_eq!(store.records_over(today().plus(1)).await?, []);
    let cards = store.cards(Desk::Triage, NOW).await?;
    let mut left: Vec<_> = cards.into_iter().map(|card| card.id).collect();
    left.sort();
    assert_eq!(left, [1, 40].map(record_id));
    Ok(())
}

/// What is finished stays as long as was said then, whatever is written in it, unless it is put off; what is
/// taken up again stays.
pub async fn a_finished_record_keeps_its_day_until_it_is_put_off_or_taken_up(
    store: Shared,
) -> Case {
    let held = held(1, 1, accepted(&store, 1, 1).await?);
    let day = |days| today().plus(days);
    let mut version = FIRST;
    for (review, left) in [
        (Review::Finished(day(90)), Some(day(90))),
        (Review::Finished(day(200)), Some(day(90))),
        (Review::Postponed(day(120)), Some(day(120))),
        (Review::Postponed(day(30)), Some(day(120))),
        (Review::Finished(day(90)), Some(day(120))),
        (Review::Open, None),
        (Review::Finished(day(7)), Some(day(7))),
    ] {
        let next = RecordRewrite {
            review,
            ..rewrite(version, 20)
        };
        version = store.write_record(held, next).await?;
        let row = store.cards(Desk::Triage, NOW).await?;
        let row = row.first().ok_or("no card")?;
        assert_eq!((row.review, row.state), (left, review.state()));
    }
    Ok(())
}

/// Objects stay as they are when a quarter ends.
pub async fn rewrapping_replaces_the_wrapper_and_nothing_else(store: Shared) -> Case {
    accepted(&store, 1, 1).await?;
    let before = store.open_record(Desk::Triage, record_id(1), NOW).await?;
    let mut expected = before.ok_or("not found")?;
    let next = quarter().next();
    let rewrap = |desk, id, from| store.rewrap_record(desk, id, from, next, age_file(9));
    let elsewhere = rewrap(Desk::Silver, record_id(1), quarter()).await;
    assert_eq!(elsewhere, Err(RewrapError::NotFound));
    let unknown = rewrap(Desk::Triage, record_id(2), quarter()).await;
    assert_eq!(unknown, Err(RewrapError::NotFound));
    rewrap(Desk::Triage, record_id(1), quarter()).await?;
    expected.row.quarter = next;
    expected.row.wrapper = age_file(9);
    let after = store.open_record(Desk::Triage, record_id(1), NOW).await?;
    assert_eq!(after, Some(expected));
    Ok(())
}

/// Two browsers end the quarter at once.
pub async fn of_two_rewraps_at_once_one_counts(store: Shared) -> Case {
    accepted(&store, 1, 1).await?;
    let next = quarter().next();
    let rewrap = |store: Shared, number| async move {
        let (desk, id) = (Desk::Triage, record_id(1));
        store
            .rewrap_record(desk, id, quarter(), next, age_file(number))
            .await
    };
    let (first, second) = race(rewrap(store.clone(), 8), rewrap(store.clone(), 9)).await?;
    let winner = match (first, second) {
        (Ok(()), Err(RewrapError::EpochMoved)) => age_file(8),
        (Err(RewrapError::EpochMoved), Ok(())) => age_file(9),
        other => return Err(format!("not exactly one rewrap: {other:?}").into()),
    };
    let record = store.open_record(Desk::Triage, record_id(1), NOW).await?;
    assert_eq!(record.map(|record| record.row.wrapper), Some(winner));
    Ok(())
}
