//! The desks' keys: listed for this week and quarter and the next, and held by somebody. Counts
//! officers and names none.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Day, Desk, Period};
use storage::{OfficerState, Store, StoreError};

use super::notes::{Read, WARNING_DAYS};
use crate::findings::Finding;

const EPOCHS: &str =
    "hold the weekly ceremony with `epochs` and `directory`, and import its export";
const WRAP: &str =
    "`ginnel-keys wrap` and `export`, and import; whoever enrolled anew needs a roster first";

/// What the directories list, and who holds the keys of it.
pub(super) async fn look(
    read: &Read,
    store: &dyn Store,
    today: Day,
) -> Result<Vec<Finding>, StoreError> {
    let mut findings = vec![
        weekly(&listed_weeks(read), today),
        quarterly(&listed_quarters(read), today),
    ];
    let holders = holders(store, today).await?;
    findings.push(held(&listed_weeks(read), &holders, today));
    Ok(findings)
}

type Listed = BTreeSet<(Desk, Period)>;

fn listed_weeks(read: &Read) -> Listed {
    let public = read.public().into_iter().flat_map(|one| &one.desks);
    let staff = read.staff().into_iter().flat_map(|one| &one.desks);
    let keys = public.chain(staff);
    keys.map(|key| (key.desk, Period::Week(key.week))).collect()
}

fn listed_quarters(read: &Read) -> Listed {
    let vaults = read.staff().into_iter().flat_map(|one| &one.vaults);
    vaults
        .map(|key| (key.desk, Period::Quarter(key.quarter)))
        .collect()
}

fn weekly(listed: &Listed, today: Day) -> Finding {
    let soon = today.plus(WARNING_DAYS);
    let of = |day: Day| Period::Week(day.week());
    lasting("desk keys", listed, [of(today), of(soon)])
}

fn quarterly(listed: &Listed, today: Day) -> Finding {
    let soon = today.plus(WARNING_DAYS);
    let of = |day: Day| Period::Quarter(day.quarter());
    lasting("vault keys", listed, [of(today), of(soon)])
}

/// Whether every desk that has keys has one now, and will have one soon.
fn lasting(what: &'static str, listed: &Listed, [now, soon]: [Period; 2]) -> Finding {
    let desks: BTreeSet<Desk> = listed.iter().map(|(desk, _)| *desk).collect();
    let lacking = |period| {
        let lacking = desks
            .iter()
            .filter(|desk| !listed.contains(&(**desk, period)));
        lacking.map(Desk::to_string).collect::<Vec<_>>().join(", ")
    };
    let (lack_now, lack_soon) = (lacking(now), lacking(soon));
    if desks.is_empty() {
        Finding::broken(what, "no directory that holds lists any", EPOCHS)
    } else if !lack_now.is_empty() {
        Finding::broken(what, format!("none for {now}: {lack_now}"), EPOCHS)
    } else if !lack_soon.is_empty() {
        Finding::look(
            what,
            format!("none for {soon}, which begins soon: {lack_soon}"),
            EPOCHS,
        )
    } else {
        Finding::well(what, format!("every desk has one for {now}"))
    }
}

/// How many approved officers hold this week's key of each desk.
async fn holders(store: &dyn Store, today: Day) -> Result<BTreeMap<Desk, u32>, StoreError> {
    let week = Period::Week(today.week());
    let mut holders = BTreeMap::new();
    for officer in store.officers().await? {
        if officer.state != OfficerState::Approved {
            continue;
        }
        for wrapper in store.wrappers_for(officer.id).await? {
            if wrapper.period == week && officer.desks.contains(&wrapper.desk) {
                let count: &mut u32 = holders.entry(wrapper.desk).or_default();
                *count = count.saturating_add(1);
            }
        }
    }
    Ok(holders)
}

fn held(listed: &Listed, holders: &BTreeMap<Desk, u32>, today: Day) -> Finding {
    let what = "holders";
    let week = Period::Week(today.week());
    let desks: Vec<Desk> = listed
        .iter()
        .filter(|(_, period)| *period == week)
        .map(|(desk, _)| *desk)
        .collect();
    let count = |desk: &Desk| holders.get(desk).copied().unwrap_or_default();
    let nobody: Vec<_> = desks.iter().filter(|desk| count(desk) == 0).collect();
    let names: Vec<_> = nobody.iter().map(ToString::to_string).collect();
    let names = names.join(", ");
    if nobody.contains(&&Desk::Triage) {
        let seen = format!("nobody can open what arrives this week: {names}");
        Finding::broken(what, seen, WRAP)
    } else if !nobody.is_empty() {
        Finding::look(what, format!("nobody holds this week's key: {names}"), WRAP)
    } else {
        let counts: Vec<_> = desks
            .iter()
            .map(|desk| format!("{desk} {}", count(desk)))
            .collect();
        Finding::well(what, format!("of this week's keys: {}", counts.join(", ")))
    }
}
