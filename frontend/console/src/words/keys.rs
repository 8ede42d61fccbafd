//! What keeps an officer from working: approval, keys, notes.

use domain::console::{DeskKeys, Me};
use domain::{Day, Role};

use super::failure::{Advice, note_title, note_todo};

/// Everything an officer should know about the state of the service, gravest first.
pub(crate) fn standing(me: &Me, today: Day) -> Vec<Advice> {
    let notes = me.notes.iter().map(|(note, fault)| Advice {
        title: note_title(*note).into(),
        todo: note_todo(*fault).into(),
    });
    let refused = (me.refused_keys > 0).then(|| Advice {
        title: "Keys were offered that are not the directory's".into(),
        todo: "They were refused. Tell your administrator now.".into(),
    });
    let desks = me.desks.iter().filter_map(|desk| desk_trouble(desk, today));
    notes.chain(refused).chain(desks).collect()
}

/// Whether an officer who has signed in still waits for approval.
pub(crate) fn waits(me: &Me) -> bool {
    let opens = matches!(me.role, Role::Officer | Role::Supervisor);
    opens && me.desks.is_empty()
}

fn desk_trouble(desk: &DeskKeys, today: Day) -> Option<Advice> {
    let name = desk.desk.label();
    if !desk.rostered {
        return Some(Advice {
            title: format!("You are not in the roster of {name} yet"),
            todo: "Read your six words to whoever approves you, then check again.".into(),
        });
    }
    let has = |period: String| desk.periods.contains(&period);
    if desk.periods.is_empty() {
        return Some(Advice {
            title: format!("No keys of {name} are wrapped to you yet"),
            todo: "You can open nothing until the next key ceremony's keys are imported.".into(),
        });
    }
    (!has(today.week().to_string())).then(|| Advice {
        title: format!("You have no key of {name} for this week"),
        todo: "What arrives this week cannot be opened here. Tell your coordinator.".into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::console::{NoteFault, WhichNote};
    use domain::{Desk, InstallationId, OfficerId, UnixSeconds};

    fn me(periods: &[&str], rostered: bool) -> Me {
        Me {
            officer: OfficerId::from_bytes([1; 16]),
            name: "ann".into(),
            role: Role::Officer,
            inst: InstallationId::from_bytes([1; 16]),
            until: UnixSeconds(0),
            clocks: domain::Clocks::default(),
            retention: domain::Retention::default(),
            idle: 900,
            fingerprint: String::new(),
            desks: vec![DeskKeys {
                desk: Desk::Triage,
                rostered,
                periods: periods.iter().map(|period| (*period).into()).collect(),
            }],
            unstaffed: vec![],
            notes: vec![],
            refused_keys: 0,
        }
    }

    #[test]
    fn an_officer_with_this_weeks_key_is_told_nothing() {
        let today: Day = "2026-11-22".parse().unwrap();
        assert_eq!(standing(&me(&["2026-W47"], true), today), []);
        let titles = |me: &Me| -> Vec<String> {
            let all = standing(me, today);
            all.into_iter().map(|advice| advice.title).collect()
        };
        assert!(titles(&me(&["2026-W46"], true))[0].contains("for this week"));
        assert!(titles(&me(&[], true))[0].contains("wrapped to you yet"));
        assert!(titles(&me(&[], false))[0].contains("not in the roster"));
    }

    #[test]
    fn a_note_not_believed_comes_first() {
        let mut me = me(&[], true);
        me.notes = vec![(WhichNote::Staff, NoteFault::Unsigned)];
        me.refused_keys = 1;
        let all = standing(&me, Day(0));
        assert_eq!(all.len(), 3);
        assert!(all[0].title.contains("staff directory"));
        assert!(!waits(&me));
        me.desks.clear();
        assert!(waits(&me));
    }
}
