//! The log of operations.

use domain::Year;

use super::Case;
use super::actors::{Fallible, Shared};
use crate::LogFrame;

const NOW: Year = Year(2026);

fn entry(number: u8) -> Fallible<LogFrame> {
    Ok(LogFrame::try_from(vec![
        number;
        domain::wire::LOG_FRAME_LEN
    ])?)
}

async fn numbers(store: &Shared, year: Year) -> Fallible<Vec<u8>> {
    let entries = store.read_log(year, 0, 1_000).await?;
    let first = |entry: &LogFrame| entry.as_bytes().first().copied();
    Ok(entries.iter().filter_map(first).collect())
}

/// A year begins with 0.
pub async fn entries_come_back_in_the_order_they_were_appended(store: Shared) -> Case {
    assert_eq!(store.log_size(NOW).await?, 0);
    let first = vec![entry(7)?, entry(3)?];
    assert_eq!(store.append_log(NOW, first).await?, 0);
    assert_eq!(store.append_log(NOW, vec![entry(5)?]).await?, 2);
    assert_eq!(store.append_log(NOW, Vec::new()).await?, 3);
    assert_eq!(store.append_log(NOW.plus(1), vec![entry(9)?]).await?, 0);
    assert_eq!(store.log_size(NOW).await?, 3);
    assert_eq!(numbers(&store, NOW).await?, [7, 3, 5]);
    assert_eq!(store.read_log(NOW, 1, 1).await?, [entry(3)?]);
    assert_eq!(store.read_log(NOW, 3, 10).await?, []);
    assert_eq!(numbers(&store, NOW.plus(1)).await?, [9]);
    Ok(())
}

/// Nobody's entries come between those of one operation, and none is lost.
pub async fn entries_appended_at_once_leave_no_gap(store: Shared) -> Case {
    let begun: Vec<_> = (0..24)
        .map(|number| {
            let store = store.clone();
            tokio::spawn(async move {
                let pair = vec![entry(number)?, entry(100 + number)?];
                Fallible::Ok((number, store.append_log(NOW, pair).await?))
            })
        })
        .collect();
    let mut expected = [0; 48];
    for one in begun {
        let (number, at) = one.await??;
        let at = usize::try_from(at)?;
        let places = expected.get_mut(at..at + 2).ok_or("a gap")?;
        places.copy_from_slice(&[number, 100 + number]);
    }
    assert_eq!(numbers(&store, NOW).await?, expected);
    assert_eq!(store.log_size(NOW).await?, 48);
    Ok(())
}

/// Six whole years after the one it was written in.
pub async fn a_year_of_the_log_is_deleted_whole_and_only_when_it_is_long_over(
    store: Shared,
) -> Case {
    for year in [2018, 2019, 2020, 2026] {
        store
            .append_log(Year(year), vec![entry(1)?, entry(2)?])
            .await?;
    }
    // A clock that is wrong deletes nothing: there is no entry of its year.
    assert!(store.purge_log(Year(2099)).await.is_err());
    assert_eq!(store.purge_log(NOW).await?, 4);
    for (year, left) in [(2018, 0), (2019, 0), (2020, 2), (2026, 2)] {
        assert_eq!(store.log_size(Year(year)).await?, left, "{year}");
    }
    assert_eq!(store.purge_log(NOW).await?, 0);
    Ok(())
}

/// Each night the store writes its tables anew.
pub async fn settling_leaves_the_log_as_it_was(store: Shared) -> Case {
    store.append_log(NOW, vec![entry(2)?, entry(1)?]).await?;
    store.settle_intake(super::actors::today()).await?;
    assert_eq!(numbers(&store, NOW).await?, [2, 1]);
    assert_eq!(store.append_log(NOW, vec![entry(3)?]).await?, 2);
    Ok(())
}
