//! Everybody who may knock at the staff listener.

use domain::{Desk, District, Role};

use super::For::{self, *};
use crate::actors::Browser;
use crate::house::House;

const LEEDS: Desk = Desk::Bronze(District::Leeds);

/// Somebody, and every route that is for them besides those for anyone.
pub(super) struct Person {
    pub(super) who: &'static str,
    pub(super) browser: Browser,
    pub(super) may: &'static [For],
}

/// One person of every kind there is.
pub(super) async fn everybody(house: &House) -> Vec<Person> {
    let of = |who, browser, may| Person { who, browser, may };
    let triage = [Desk::Triage];
    let (officer, supervisor) = (Role::Officer, Role::Supervisor);
    let removed = Browser::of(house, "removed", officer, &triage).await;
    let gone = removed.officer.unwrap();
    storage::OfficerStore::remove(house.store.as_ref(), gone)
        .await
        .unwrap();
    vec![
        of("nobody", Browser::nobody(), &[]),
        of("a made-up token", Browser::with_token("AAAA"), &[]),
        of(
            "another made-up token",
            Browser::with_token(&"A".repeat(43)),
            &[],
        ),
        of("an officer who was removed", removed, &[]),
        of(
            "an unapproved triage officer",
            Browser::enrolled(house, "enrolled", officer, &triage).await,
            &[SignedIn],
        ),
        of(
            "a triage officer",
            Browser::of(house, "triage", officer, &triage).await,
            &[SignedIn, Approved, TriageDesk, Triage, Intake],
        ),
        of(
            "a triage supervisor",
            Browser::of(house, "supervisor", supervisor, &triage).await,
            &[
                SignedIn,
                Approved,
                TriageDesk,
                TriageSupervisor,
                Triage,
                Intake,
            ],
        ),
        of(
            "an officer of Bronze Leeds",
            Browser::of(house, "leeds", officer, &[LEEDS]).await,
            &[SignedIn, Approved, LeedsDesk],
        ),
        of(
            "a supervisor of Bronze Leeds",
            Browser::of(house, "leeds-supervisor", supervisor, &[LEEDS]).await,
            &[SignedIn, Approved, LeedsDesk, LeedsSupervisor],
        ),
        of(
            "an officer of Bronze Wakefield",
            Browser::of(
                house,
                "wakefield",
                officer,
                &[Desk::Bronze(District::Wakefield)],
            )
            .await,
            &[SignedIn, Approved],
        ),
        of(
            "an officer of the first corruption desk",
            Browser::of(house, "corruption", officer, &[Desk::CorruptionA]).await,
            &[SignedIn, Approved, Intake],
        ),
        of(
            "a coordinator rostered to triage and Leeds",
            Browser::of(
                house,
                "coordinator",
                Role::Coordinator,
                &[Desk::Triage, LEEDS],
            )
            .await,
            &[SignedIn, Approved, Coordinator],
        ),
        of(
            "an auditor rostered to triage and Leeds",
            Browser::of(house, "auditor", Role::Auditor, &[Desk::Triage, LEEDS]).await,
            &[SignedIn, Approved, Auditor],
        ),
    ]
}
