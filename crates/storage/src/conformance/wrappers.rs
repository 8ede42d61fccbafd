//! Epoch secrets wrapped to officers.

use domain::{Desk, Period};

use super::Case;
use super::actors::{Shared, accepted, age_file, held, officer, quarter, week};
use crate::{DestroyEpochError, EpochWrapper};

fn wrapper(desk: Desk, period: Period, to: u8, number: u8) -> EpochWrapper {
    EpochWrapper {
        desk,
        period,
        officer: officer(to),
        wrapper: age_file(number),
    }
}

fn this_week() -> Period {
    Period::Week(week())
}

fn this_quarter() -> Period {
    Period::Quarter(quarter())
}

/// Nobody gets another's.
pub async fn wrappers_come_to_their_officer_only(store: Shared) -> Case {
    let one = wrapper(Desk::Silver, this_week(), 1, 1);
    let two = wrapper(Desk::Triage, this_quarter(), 1, 2);
    let other = wrapper(Desk::Triage, this_week(), 2, 3);
    let all = vec![two.clone(), other.clone(), one.clone()];
    store.put_wrappers(all).await?;
    assert_eq!(store.wrappers_for(officer(1)).await?, [one, two]);
    assert_eq!(store.wrappers_for(officer(2)).await?, [other]);
    assert_eq!(store.wrappers_for(officer(3)).await?, []);
    Ok(())
}

/// One age file for an epoch and an officer.
pub async fn a_wrapper_for_the_same_epoch_and_officer_is_replaced(store: Shared) -> Case {
    let (old, new) = (
        wrapper(Desk::Triage, this_week(), 1, 1),
        wrapper(Desk::Triage, this_week(), 1, 2),
    );
    store.put_wrappers(vec![old]).await?;
    store.put_wrappers(vec![new.clone()]).await?;
    assert_eq!(store.wrappers_for(officer(1)).await?, [new]);
    Ok(())
}

/// Who leaves a desk loses its keys and keeps the others; a leaver loses all; others' stay.
pub async fn an_officers_wrappers_are_narrowed_to_their_desks(store: Shared) -> Case {
    let stays = wrapper(Desk::Triage, this_week(), 2, 3);
    let silver = wrapper(Desk::Silver, this_week(), 1, 4);
    let all = vec![
        wrapper(Desk::Triage, this_week(), 1, 1),
        wrapper(Desk::Triage, this_quarter(), 1, 2),
        silver.clone(),
        stays.clone(),
    ];
    store.put_wrappers(all).await?;
    let desks = [Desk::Silver, Desk::CorruptionA];
    assert_eq!(store.narrow_wrappers(officer(1), &desks).await?, 2);
    assert_eq!(store.narrow_wrappers(officer(1), &desks).await?, 0);
    assert_eq!(store.wrappers_for(officer(1)).await?, [silver]);
    assert_eq!(store.narrow_wrappers(officer(1), &[]).await?, 1);
    assert_eq!(store.wrappers_for(officer(1)).await?, []);
    assert_eq!(store.wrappers_for(officer(2)).await?, [stays]);
    Ok(())
}

/// Quarters are not weeks.
pub async fn desk_epochs_are_destroyed_by_week(store: Shared) -> Case {
    let week_before = Period::Week(week().plus(-1));
    let kept = [
        wrapper(Desk::Triage, this_quarter(), 1, 2),
        wrapper(Desk::Triage, this_week(), 1, 3),
    ];
    let mut all = kept.to_vec();
    all.push(wrapper(Desk::Triage, week_before, 1, 1));
    all.push(wrapper(Desk::Silver, week_before, 2, 1));
    store.put_wrappers(all).await?;
    assert_eq!(store.destroy_desk_epochs(week()).await?, 2);
    assert_eq!(store.wrappers_for(officer(1)).await?, kept);
    assert_eq!(store.wrappers_for(officer(2)).await?, []);
    Ok(())
}

/// What is still kept stays readable.
pub async fn a_vault_epoch_is_destroyed_only_when_no_record_names_it(store: Shared) -> Case {
    let lease = accepted(&store, 1, 1).await?;
    let other_desk = wrapper(Desk::Silver, this_quarter(), 1, 1);
    let ours = wrapper(Desk::Triage, this_quarter(), 1, 2);
    store
        .put_wrappers(vec![other_desk.clone(), ours.clone()])
        .await?;
    let refused = store.destroy_vault_epoch(Desk::Triage, quarter()).await;
    assert_eq!(refused, Err(DestroyEpochError::StillNamed));
    let all = store.wrappers_for(officer(1)).await?;
    assert_eq!(all, [other_desk.clone(), ours]);
    store.delete_record(held(1, 1, lease)).await?;
    assert_eq!(store.destroy_vault_epoch(Desk::Triage, quarter()).await?, 1);
    assert_eq!(store.wrappers_for(officer(1)).await?, [other_desk]);
    Ok(())
}
