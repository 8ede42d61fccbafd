//! Claims: leases with a number.

use domain::{Desk, OfficerId};

use super::Case;
use super::actors::{
    Fallible, NOW, Shared, accepted, held, intake_id, nonce, not_held, officer, race, record_id,
    rewrite,
};
use crate::{
    Claim, ClaimError, HeldClaimError, Lease, LeaseNumber, PutBackError, RecordVersion,
    WriteRecordError,
};

const FIRST: RecordVersion = RecordVersion::FIRST;
const LATER: i64 = Lease::SECONDS;

async fn claimant(store: &Shared, after: i64) -> Fallible<Option<OfficerId>> {
    let cards = store.cards(Desk::Triage, NOW.plus(after)).await?;
    let card = cards.first().ok_or("no record")?;
    Ok(card.claim.map(|claim| claim.officer))
}

/// The lease lasts ten minutes, and the list says whose it is.
pub async fn accepting_claims_and_others_see_who(store: Shared) -> Case {
    let lease = accepted(&store, 1, 1).await?;
    assert_eq!(lease.number, LeaseNumber(1));
    assert_eq!(lease.until, NOW.plus(Lease::SECONDS));
    assert_eq!(claimant(&store, LATER - 1).await?, Some(officer(1)));
    assert_eq!(claimant(&store, LATER).await?, None);
    Ok(())
}

/// The other is told who works on it.
pub async fn a_claimed_record_is_refused_with_the_claimant(store: Shared) -> Case {
    let lease = accepted(&store, 1, 1).await?;
    let at = NOW.plus(LATER - 1);
    let refused = store
        .claim(Desk::Triage, record_id(1), officer(2), at)
        .await;
    let officer = officer(1);
    assert_eq!(refused, Err(ClaimError::Claimed(Claim { officer, lease })));
    Ok(())
}

/// Under the same number, for longer.
pub async fn claiming_what_one_holds_renews_it(store: Shared) -> Case {
    let lease = accepted(&store, 1, 1).await?;
    let at = NOW.plus(300);
    let again = store
        .claim(Desk::Triage, record_id(1), officer(1), at)
        .await?;
    assert_eq!(again.number, lease.number);
    assert_eq!(again.until, at.plus(Lease::SECONDS));
    let renewed = store.renew(held(1, 1, again), NOW.plus(400)).await?;
    assert_eq!(renewed.number, lease.number);
    assert_eq!(renewed.until, NOW.plus(400 + Lease::SECONDS));
    assert_eq!(claimant(&store, 400 + LATER - 1).await?, Some(officer(1)));
    Ok(())
}

/// From the moment it ran out, under the next number.
pub async fn a_lease_that_ran_out_is_open_to_others(store: Shared) -> Case {
    let old = accepted(&store, 1, 1).await?;
    let at = NOW.plus(LATER);
    let new = store
        .claim(Desk::Triage, record_id(1), officer(2), at)
        .await?;
    assert!(new.number > old.number);
    let refused = store
        .write_record(held(1, 1, old), rewrite(FIRST, 20))
        .await;
    assert_eq!(refused, Err(WriteRecordError::ClaimLost));
    store
        .write_record(held(1, 2, new), rewrite(FIRST, 20))
        .await?;
    Ok(())
}

/// An officer who was slow loses no work while nobody else wants the record.
pub async fn a_lease_that_ran_out_unnoticed_still_writes(store: Shared) -> Case {
    let lease = accepted(&store, 1, 1).await?;
    assert_eq!(claimant(&store, 2 * LATER).await?, None);
    let held = held(1, 1, lease);
    store.write_record(held, rewrite(FIRST, 20)).await?;
    store.renew(held, NOW.plus(2 * LATER)).await?;
    assert_eq!(claimant(&store, 2 * LATER).await?, Some(officer(1)));
    Ok(())
}

/// Writing, renewing, releasing, deleting, putting back.
pub async fn an_old_number_is_refused_everywhere(store: Shared) -> Case {
    let old = accepted(&store, 1, 1).await?;
    store.release(held(1, 1, old)).await?;
    let new = store
        .claim(Desk::Triage, record_id(1), officer(1), NOW)
        .await?;
    assert!(new.number > old.number);
    let old = held(1, 1, old);
    let write = store.write_record(old, rewrite(FIRST, 20)).await;
    assert_eq!(write, Err(WriteRecordError::ClaimLost));
    let lost = Err(HeldClaimError::ClaimLost);
    assert_eq!(store.renew(old, NOW).await.map(|_| ()), lost);
    assert_eq!(store.release(old).await, lost);
    assert_eq!(store.delete_record(old).await, lost);
    let back = store.put_back(old, &[intake_id(1)], &nonce(1)).await;
    assert_eq!(back, Err(PutBackError::ClaimLost));
    Ok(())
}

/// Nobody waits for a lease that was given up.
pub async fn a_released_record_can_be_claimed_by_another(store: Shared) -> Case {
    let lease = accepted(&store, 1, 1).await?;
    store.release(held(1, 1, lease)).await?;
    assert_eq!(claimant(&store, 0).await?, None);
    let again = store.release(held(1, 1, lease)).await;
    assert_eq!(again, Err(HeldClaimError::ClaimLost));
    let next = store
        .claim(Desk::Triage, record_id(1), officer(2), NOW)
        .await?;
    assert!(next.number > lease.number);
    assert_eq!(claimant(&store, 0).await?, Some(officer(2)));
    Ok(())
}

/// Two officers at the same moment.
pub async fn of_two_claims_at_once_one_wins(store: Shared) -> Case {
    let lease = accepted(&store, 1, 1).await?;
    store.release(held(1, 1, lease)).await?;
    let claim = |store: Shared, by| async move {
        let (desk, id) = (Desk::Triage, record_id(1));
        store.claim(desk, id, officer(by), NOW).await
    };
    let (first, second) = race(claim(store.clone(), 2), claim(store.clone(), 3)).await?;
    let (winner, told) = match (first, second) {
        (Ok(_), Err(ClaimError::Claimed(told))) => (officer(2), told.officer),
        (Err(ClaimError::Claimed(told)), Ok(_)) => (officer(3), told.officer),
        other => return Err(format!("not exactly one claim: {other:?}").into()),
    };
    assert_eq!(told, winner);
    assert_eq!(claimant(&store, 0).await?, Some(winner));
    Ok(())
}

/// A supervisor hands the record to another, or to themselves.
pub async fn taking_back_moves_the_claim(store: Shared) -> Case {
    let old = accepted(&store, 1, 1).await?;
    let (desk, id) = (Desk::Triage, record_id(1));
    let new = store.take_back(desk, id, officer(2), NOW).await?;
    assert!(new.number > old.number);
    assert_eq!(claimant(&store, 0).await?, Some(officer(2)));
    let refused = store
        .write_record(held(1, 1, old), rewrite(FIRST, 20))
        .await;
    assert_eq!(refused, Err(WriteRecordError::ClaimLost));
    store
        .write_record(held(1, 2, new), rewrite(FIRST, 20))
        .await?;
    let unknown = store.take_back(desk, record_id(9), officer(2), NOW).await;
    assert_eq!(unknown, Err(HeldClaimError::NotFound));
    Ok(())
}

/// Whichever comes first.
pub async fn of_a_renewal_and_a_take_back_the_record_ends_with_the_new_claimant(
    store: Shared,
) -> Case {
    let lease = accepted(&store, 1, 1).await?;
    let (a, b) = (store.clone(), store.clone());
    let (renewed, taken) = race(
        async move { a.renew(held(1, 1, lease), NOW).await },
        async move {
            let (desk, id) = (Desk::Triage, record_id(1));
            b.take_back(desk, id, officer(2), NOW).await
        },
    )
    .await?;
    assert!(renewed.is_ok() || renewed == Err(HeldClaimError::ClaimLost));
    assert!(taken.is_ok());
    assert_eq!(claimant(&store, 0).await?, Some(officer(2)));
    Ok(())
}

/// Nothing says who worked when, once a lease is long over.
pub async fn old_claims_are_forgotten(store: Shared) -> Case {
    let lease = accepted(&store, 1, 1).await?;
    assert_eq!(store.forget_claims(lease.until).await?, 0);
    assert_eq!(store.forget_claims(lease.until.plus(1)).await?, 1);
    let lost = store.renew(held(1, 1, lease), NOW).await;
    assert_eq!(lost, Err(HeldClaimError::ClaimLost));
    Ok(())
}

/// Neither claimed nor taken back.
pub async fn claims_on_records_of_another_desk_do_not_exist(store: Shared) -> Case {
    accepted(&store, 1, 1).await?;
    let id = record_id(1);
    let claim = store.claim(Desk::Silver, id, officer(1), NOW).await;
    assert_eq!(claim, Err(ClaimError::NotFound));
    let taken = store.take_back(Desk::Silver, id, officer(1), NOW).await;
    assert_eq!(taken, Err(HeldClaimError::NotFound));
    let renewed = store.renew(not_held(9, 1), NOW).await;
    assert_eq!(renewed, Err(HeldClaimError::NotFound));
    let released = store.release(not_held(9, 1)).await;
    assert_eq!(released, Err(HeldClaimError::NotFound));
    assert_eq!(claimant(&store, 0).await?, Some(officer(1)));
    Ok(())
}
