//! Where reports went.

use domain::Desk;

use super::Case;
use super::actors::{Shared, age_file, card, quarter, record_id, today};
use crate::{DestroyEpochError, KeepTraceError, Trace};

fn trace(number: u8, days: i32) -> Trace {
    Trace {
        id: record_id(number),
        quarter: quarter(),
        wrapper: age_file(number),
        card: card(number),
        review: today().plus(days),
    }
}

/// Page by page, in the order of random ids.
pub async fn traces_read_back_in_the_order_of_their_ids(store: Shared) -> Case {
    let all = [1, 2, 3].map(|number| trace(number, 7));
    for one in all.iter().rev() {
        store.keep_trace(one.clone()).await?;
    }
    assert_eq!(store.traces(None, 100).await?, all);
    let first = store.traces(None, 2).await?;
    assert_eq!(first.as_slice(), all.get(..2).unwrap_or_default());
    let rest = store.traces(Some(record_id(2)), 2).await?;
    assert_eq!(rest.as_slice(), all.get(2..).unwrap_or_default());
    assert_eq!(store.traces(Some(record_id(3)), 2).await?, []);
    Ok(())
}

/// Two officers note the same release: the first card stays.
pub async fn a_trace_is_kept_once(store: Shared) -> Case {
    store.keep_trace(trace(1, 7)).await?;
    let other = Trace {
        id: record_id(1),
        ..trace(2, 9)
    };
    let refused = store.keep_trace(other).await;
    assert_eq!(refused, Err(KeepTraceError::IdTaken));
    assert_eq!(store.traces(None, 100).await?, [trace(1, 7)]);
    Ok(())
}

/// The others, and records, stay.
pub async fn purging_deletes_traces_past_their_day_only(store: Shared) -> Case {
    for (number, days) in [(1, 0), (2, 1)] {
        store.keep_trace(trace(number, days)).await?;
    }
    assert_eq!(store.traces_over(today()).await?, 0);
    assert_eq!(store.purge_traces(today()).await?, 0);
    let tomorrow = today().plus(1);
    assert_eq!(store.traces_over(tomorrow).await?, 1);
    assert_eq!(store.purge_vault(tomorrow).await?, 0);
    assert_eq!(store.purge_traces(tomorrow).await?, 1);
    assert_eq!(store.traces(None, 100).await?, [trace(2, 1)]);
    Ok(())
}

/// Without it nobody could open the trace any more.
pub async fn a_vault_epoch_that_a_trace_names_is_not_destroyed(store: Shared) -> Case {
    store.keep_trace(trace(1, 0)).await?;
    let refused = store.destroy_vault_epoch(Desk::Triage, quarter()).await;
    assert_eq!(refused, Err(DestroyEpochError::StillNamed));
    store.destroy_vault_epoch(Desk::Silver, quarter()).await?;
    store.purge_traces(today().plus(1)).await?;
    store.destroy_vault_epoch(Desk::Triage, quarter()).await?;
    Ok(())
}
