//! Test tips that arrive, and such that do not.

use super::*;

const DAY: i64 = 24 * 60;

/// A test tip is to arrive every six hours.
async fn expecting() -> House {
    let patience = Patience {
        canary: Some(6 * 60),
        ..plan().patience
    };
    House::with(Plan { patience, ..plan() }, 1).await
}

impl House {
    /// A console was handed the test tip that was sent so many minutes after noon.
    async fn sings(&self, minutes: i64) {
        let sent = at(minutes).hour();
        self.store.canary_arrived(sent).await.unwrap();
    }

    /// What rings in these minutes at an office that looks all the time.
    async fn rings(&mut self, minutes: std::ops::Range<i64>) -> Vec<(i64, Audience)> {
        let mut rings = Vec::new();
        for minutes in minutes {
            self.seen_at(TRIAGE, minutes).await;
            self.seen_at(LEEDS, minutes).await;
            self.at(minutes).await;
            let sent = self.sent().await.into_iter();
            rings.extend(sent.map(|(desk, audience, kind)| {
                assert_eq!((desk, kind), (TRIAGE, MailKind::CanaryMissing));
                (minutes, audience)
            }));
        }
        rings
    }
}

#[tokio::test]
async fn one_that_does_not_arrive_rings_at_triage_then_at_the_supervisors_until_one_arrives() {
    let mut house = expecting().await;
    house.sings(0).await;
    let (desk, supervisors) = (Audience::Desk, Audience::Supervisors);
    assert_eq!(house.rings(0..370).await, []);
    assert_eq!(house.rings(370..380).await, [(370, desk)]);
    assert_eq!(house.rings(380..400).await, [(380, supervisors)]);
    let again = house.rings(400..DAY).await;
    assert!(
        again.len() > 2,
        "officers who look all day do not silence it"
    );
    house.sings(DAY - 60).await;
    assert_eq!(house.rings(DAY..DAY + 290).await, []);
    let anew = house.rings(DAY + 290..DAY + 320).await;
    assert_eq!(
        anew.first(),
        Some(&(DAY + 310, desk)),
        "it rings at once again"
    );
}

#[tokio::test]
async fn the_first_that_never_arrives_rings_too() {
    let mut house = expecting().await;
    assert_eq!(house.rings(0..370).await, []);
    assert_eq!(house.rings(370..371).await, [(370, Audience::Desk)]);
}

#[tokio::test]
async fn what_nobody_fetched_does_not_say_that_it_did_not_arrive() {
    let mut house = expecting().await;
    house.seen_at(TRIAGE, 0).await;
    house.frames_come_at(5);
    house.at(16).await;
    assert_eq!(house.sent().await, [intake(Audience::Desk)]);
    for minutes in (17..DAY).step_by(5) {
        house.at(minutes).await;
        let sent = house.sent().await;
        let kinds = sent.iter().map(|(.., kind)| *kind);
        assert!(
            !kinds
                .into_iter()
                .any(|kind| kind == MailKind::CanaryMissing)
        );
    }
    // In the morning somebody comes, and it was there.
    house.seen_at(TRIAGE, DAY).await;
    house.at(DAY).await;
    house.sings(DAY - 120).await;
    house.at(DAY + 11).await;
    assert_eq!(house.sent().await, []);
}

#[tokio::test]
async fn nights_do_not_silence_it() {
    let patience = Patience {
        canary: Some(6 * 60),
        ..plan().patience
    };
    let (staffed, base) = (office_hours(), plan());
    let mut house = House::with(
        Plan {
            staffed,
            patience,
            ..base
        },
        1,
    )
    .await;
    // Nobody's shift, but somebody is there all the same.
    let night = house.rings(365..400).await;
    assert_eq!(night.first(), Some(&(375, Audience::Desk)));
    assert_eq!(night.last(), Some(&(385, Audience::Supervisors)));
}

#[tokio::test]
async fn whoever_sends_none_is_told_of_none() {
    let mut house = House::open().await;
    assert_eq!(house.rings(0..2 * DAY).await, []);
}
