//! Monthly sheets.

use domain::{District, Month};

use super::Case;
use super::actors::{Shared, race};
use crate::{PutSheetError, StoredSheet};

fn sheet(district: District, month: &str, text: &str) -> StoredSheet {
    let text = text.into();
    let month = month.parse().unwrap_or_else(|_| domain::Day(0).month());
    StoredSheet {
        district,
        month,
        text,
    }
}

/// The first of the months asked for is among them.
pub async fn sheets_come_newest_month_first_by_district(store: Shared) -> Case {
    let all = [
        sheet(District::Bradford, "2026-10", "b10"),
        sheet(District::Leeds, "2026-10", "l10"),
        sheet(District::Leeds, "2026-09", "l9"),
        sheet(District::Leeds, "2025-12", "l12"),
    ];
    for one in all.iter().rev() {
        store.put_sheet(one.clone()).await?;
    }
    let since: Month = "2026-09".parse()?;
    let newest: Vec<_> = all.iter().take(3).cloned().collect();
    assert_eq!(store.sheets(since).await?, newest);
    assert_eq!(store.sheets("2025-01".parse()?).await?, all);
    Ok(())
}

/// What is published is never exchanged; who is not sure whether it arrived sends it again.
pub async fn a_month_is_published_once(store: Shared) -> Case {
    let one = sheet(District::Leeds, "2026-10", "one");
    store.put_sheet(one.clone()).await?;
    store.put_sheet(one.clone()).await?;
    let other = sheet(District::Leeds, "2026-10", "other");
    let refused = store.put_sheet(other).await;
    assert_eq!(refused, Err(PutSheetError::AnotherThere));
    assert_eq!(store.sheets(one.month).await?, [one]);
    Ok(())
}

/// Whichever comes first.
pub async fn of_two_sheets_at_once_one_is_published(store: Shared) -> Case {
    let (a, b) = (store.clone(), store.clone());
    let (one, other) = (
        sheet(District::Leeds, "2026-10", "one"),
        sheet(District::Leeds, "2026-10", "other"),
    );
    let month = one.month;
    let (first, second) = race(async move { a.put_sheet(one).await }, async move {
        b.put_sheet(other).await
    })
    .await?;
    assert_ne!(first.is_ok(), second.is_ok());
    let there = store.sheets(month).await?;
    let texts: Vec<_> = there.iter().map(|sheet| sheet.text.as_str()).collect();
    let won = if first.is_ok() { "one" } else { "other" };
    assert_eq!(texts, [won]);
    Ok(())
}
