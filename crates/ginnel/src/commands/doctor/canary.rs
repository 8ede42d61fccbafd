//! Test tips: whether one arrived lately, by the day.

use domain::{Day, UnixSeconds};
use storage::{Store, StoreError};

use crate::findings::Finding;
use crate::settings::AlarmSettings;

const MEND: &str = "a desk that did not sign in since is one reason; if officers were there, see \
    incidents.md, \"The test tip did not arrive\"";
const BEGIN: &str = "send them by `ginnel-canary.timer`, best from another machine";
const SECONDS_AN_HOUR: i64 = 3_600;

/// When the newest test tip that arrived was sent.
pub(super) async fn look(
    alarms: Option<AlarmSettings>,
    store: &dyn Store,
    now: UnixSeconds,
) -> Result<Finding, StoreError> {
    let what = "test tips";
    let newest = store.newest_canary().await?;
    let sent = newest.map(|hour| UnixSeconds(hour.0.saturating_mul(SECONDS_AN_HOUR)));
    let expected = alarms.and_then(|alarms| alarms.canary_hours);
    Ok(match (expected, sent) {
        (None, None) => Finding::well(what, "none are expected (mail.alarms.canary_hours)"),
        (None, Some(sent)) => {
            let mend = "set mail.alarms.canary_hours: nobody is told if none arrives";
            Finding::look(what, arrived(sent.day()), mend)
        }
        (Some(_), None) => Finding::look(what, "none has arrived yet", BEGIN),
        (Some(hours), Some(sent)) => {
            let due = sent.plus(i64::from(hours).saturating_mul(SECONDS_AN_HOUR));
            if now < due {
                Finding::well(what, arrived(sent.day()))
            } else {
                Finding::look(what, arrived(sent.day()), MEND)
            }
        }
    })
}

fn arrived(day: Day) -> String {
    format!("the newest that arrived was sent on {day}")
}

#[cfg(test)]
mod tests {
    use domain::Hour;
    use storage::WatchStore;
    use storage_sqlite::SqliteStore;

    use super::*;
    use crate::findings::Verdict;

    #[tokio::test]
    async fn the_newest_is_told_by_its_day_and_one_that_is_late_is_to_be_looked_at() {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(folder.path()).await.unwrap();
        let now = UnixSeconds(20_780 * 86_400 + 43_200);
        let expected = Some(AlarmSettings {
            canary_hours: Some(6),
            ..AlarmSettings::default()
        });
        let verdict = async |alarms, now| {
            let finding = look(alarms, &store, now).await.unwrap();
            (finding.verdict, finding.seen)
        };
        assert_eq!(verdict(None, now).await.0, Verdict::Well);
        assert_eq!(verdict(expected, now).await.0, Verdict::Look);
        store.canary_arrived(Hour(now.hour().0 - 5)).await.unwrap();
        let (well, seen) = verdict(expected, now).await;
        assert_eq!(well, Verdict::Well);
        assert!(seen.ends_with(&now.day().to_string()), "{seen}");
        let late = now.plus(SECONDS_AN_HOUR);
        assert_eq!(verdict(expected, late).await.0, Verdict::Look);
        assert_eq!(verdict(None, now).await.0, Verdict::Look, "nobody is told");
    }
}
