use std::collections::BTreeSet;
use std::sync::Mutex;

use domain::District;
use storage::{OutboxStore, WatchStore};
use storage_sqlite::SqliteStore;
use tempfile::TempDir;

use super::*;
use crate::Address;

mod canary;
mod drafts;
mod records;

/// A Monday, noon; winter, so that the clock on the wall shows the same.
const NOON: UnixSeconds = UnixSeconds(20_780 * 86_400 + 43_200);
const LEEDS: Desk = Desk::Bronze(District::Leeds);
const TRIAGE: Desk = Desk::Triage;

/// Minutes in which frames came.
#[derive(Default)]
struct Came(Mutex<BTreeSet<Minute>>);

impl Came {
    fn at(&self, minute: Minute) {
        self.0.lock().unwrap().insert(minute);
    }
}

impl Arrivals for Came {
    fn first_since(&self, minute: Option<Minute>) -> Option<Minute> {
        let from = minute.unwrap_or(Minute(0));
        self.0.lock().unwrap().range(from..).next().copied()
    }
}

/// A store, and servers that look at it.
struct House {
    store: Arc<SqliteStore>,
    servers: Vec<Lookout>,
    arrivals: Vec<Arc<Came>>,
    _folder: TempDir,
}

impl House {
    async fn with(plan: Plan, servers: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Arc::new(SqliteStore::open(folder.path()).await.unwrap());
        let arrivals: Vec<_> = (0..servers).map(|_| Arc::new(Came::default())).collect();
        let begin = |arrivals: &Arc<Came>| {
            Lookout::new(store.clone(), plan.clone(), arrivals.clone(), NOON)
        };
        Self {
            servers: arrivals.iter().map(begin).collect(),
            store: store.clone(),
            arrivals,
            _folder: folder,
        }
    }

    async fn open() -> Self {
        Self::with(plan(), 1).await
    }

    /// Every server looks, so many minutes after noon.
    async fn at(&mut self, minutes: i64) {
        for server in &mut self.servers {
            server.look(at(minutes)).await.unwrap();
        }
    }

    fn frames_come_at(&self, minutes: i64) {
        self.arrivals[0].at(at(minutes).minute());
    }

    async fn seen_at(&self, desk: Desk, minutes: i64) {
        self.store
            .desk_seen(desk, at(minutes).minute())
            .await
            .unwrap();
    }

    /// Takes out what is in the outbox, as if it had been sent.
    async fn sent(&self) -> Vec<(Desk, Audience, MailKind)> {
        let mut sent = Vec::new();
        for leased in self.store.take_mails(100, NOON.minute()).await.unwrap() {
            self.store
                .mail_sent(leased.mail, leased.lease)
                .await
                .unwrap();
            sent.push((leased.mail.desk, leased.mail.audience, leased.mail.kind));
        }
        sent.sort();
        sent
    }
}

fn at(minutes: i64) -> UnixSeconds {
    NOON.plus(minutes * 60)
}

fn address(text: &str) -> Address {
    text.parse().unwrap()
}

fn plan() -> Plan {
    let desks = [TRIAGE, LEEDS].map(|desk| (desk, vec![address("desk@example.org")]));
    Plan {
        book: AddressBook::new(desks, [address("super@example.org")]),
        digests: DigestTimes::default(),
        staffed: StaffedHours::Always,
        quiet: Quiet::Nobody,
        patience: Patience {
            intake: 10,
            record: 15,
            absent: 3 * 24 * 60,
            canary: None,
        },
    }
}

/// Monday to Friday, eight to six.
fn office_hours() -> StaffedHours {
    let mut week: [Vec<crate::Shift>; 7] = Default::default();
    for day in &mut week[..5] {
        day.push("08:00-18:00".parse().unwrap());
    }
    StaffedHours::Shifts(week)
}

fn intake(audience: Audience) -> (Desk, Audience, MailKind) {
    (TRIAGE, audience, MailKind::IntakeNotFetched)
}

#[tokio::test]
async fn every_desk_gets_its_digests_at_their_times_though_nothing_waits() {
    let times = ["08:00", "13:00"]
        .map(|time| time.parse().unwrap())
        .to_vec();
    let digests = DigestTimes::new(times);
    let mut house = House::with(Plan { digests, ..plan() }, 2).await;
    let both = [LEEDS, TRIAGE].map(|desk| (desk, Audience::Desk, MailKind::Digest));
    let mut both = both.to_vec();
    both.sort();
    house.at(0).await;
    assert_eq!(
        house.sent().await,
        both,
        "the one of eight, which was missed"
    );
    for minutes in 1..60 {
        house.at(minutes).await;
        assert_eq!(house.sent().await, [], "{minutes}");
    }
    house.at(60).await;
    assert_eq!(house.sent().await, both, "one o'clock, from two servers");
    for minutes in (61..20 * 60).step_by(7) {
        house.at(minutes).await;
        assert_eq!(house.sent().await, [], "{minutes}");
    }
    house.at(20 * 60).await;
    assert_eq!(house.sent().await, both, "eight o'clock");
}

#[tokio::test]
async fn a_restart_sends_no_digest_again() {
    let digests = DigestTimes::new(vec!["08:00".parse().unwrap()]);
    let plan = Plan { digests, ..plan() };
    let mut house = House::with(plan.clone(), 1).await;
    house.at(0).await;
    assert_eq!(house.sent().await.len(), 2);
    let arrivals = house.arrivals[0].clone();
    house.servers = vec![Lookout::new(house.store.clone(), plan, arrivals, at(5))];
    house.at(5).await;
    assert_eq!(house.sent().await, []);
}

#[tokio::test]
async fn an_intake_nobody_fetches_rings_at_triage_and_then_at_the_supervisors() {
    let mut house = House::open().await;
    house.at(0).await;
    house.frames_come_at(1);
    house.frames_come_at(5);
    for minutes in 1..11 {
        house.at(minutes).await;
        assert_eq!(house.sent().await, [], "{minutes}");
    }
    house.at(11).await;
    assert_eq!(house.sent().await, [intake(Audience::Desk)]);
    house.at(20).await;
    assert_eq!(house.sent().await, []);
    house.at(21).await;
    assert_eq!(house.sent().await, [intake(Audience::Supervisors)]);
    let mut rings = 0;
    for minutes in 22..24 * 60 {
        house.at(minutes).await;
        rings += house.sent().await.len();
    }
    assert!((4..=8).contains(&rings), "{rings} rings in a day");
}

#[tokio::test]
async fn a_fetch_ends_it_and_the_next_frames_ring_anew() {
    let mut house = House::open().await;
    house.frames_come_at(0);
    house.at(10).await;
    house.seen_at(TRIAGE, 11).await;
    assert_eq!(house.sent().await, [], "taken back before it was sent");
    house.at(11).await;
    house.frames_come_at(12);
    house.at(21).await;
    assert_eq!(house.sent().await, []);
    house.at(22).await;
    assert_eq!(house.sent().await, [intake(Audience::Desk)]);
    house.seen_at(LEEDS, 23).await;
    house.at(32).await;
    assert_eq!(
        house.sent().await,
        [intake(Audience::Supervisors)],
        "leeds is not triage"
    );
}

#[tokio::test]
async fn a_desk_that_keeps_fetching_is_never_rung() {
    let mut house = House::open().await;
    for minutes in 0..120 {
        house.frames_come_at(minutes);
        if minutes % 5 == 0 {
            house.seen_at(TRIAGE, minutes).await;
        }
        house.at(minutes).await;
        assert_eq!(house.sent().await, [], "{minutes}");
    }
}

#[tokio::test]
async fn over_night_nobody_is_rung_and_in_the_morning_patience_begins_anew() {
    let staffed = office_hours();
    let mut house = House::with(Plan { staffed, ..plan() }, 1).await;
    let evening = 5 * 60 + 55;
    house.frames_come_at(evening);
    for minutes in (evening..20 * 60 + 10).step_by(5) {
        house.at(minutes).await;
        assert_eq!(house.sent().await, [], "{minutes}");
    }
    house.at(20 * 60 + 10).await;
    assert_eq!(house.sent().await, [intake(Audience::Desk)]);
}

#[tokio::test]
async fn over_night_the_supervisors_are_rung_and_in_the_morning_the_desk() {
    let (staffed, quiet) = (office_hours(), Quiet::Supervisors);
    let base = plan();
    let mut house = House::with(
        Plan {
            staffed,
            quiet,
            ..base
        },
        1,
    )
    .await;
    let (evening, morning) = (8 * 60, 20 * 60);
    house.frames_come_at(evening);
    let lease = records::accepted(&house, 1).await;
    records::release(&house, 1, lease).await;
    house.at(evening).await;
    for minutes in evening + 1..evening + 20 {
        house.at(minutes).await;
        assert_eq!(house.sent().await, [], "{minutes}");
    }
    house.at(evening + 20).await;
    assert_eq!(house.sent().await, [intake(Audience::Supervisors)]);
    house.at(evening + 30).await;
    let unclaimed = (TRIAGE, Audience::Supervisors, MailKind::RecordUnclaimed);
    assert_eq!(house.sent().await, [unclaimed]);
    let mut rings = 0;
    for minutes in (evening + 31..morning).step_by(5) {
        house.at(minutes).await;
        for (_, audience, _) in house.sent().await {
            assert_eq!(audience, Audience::Supervisors);
            rings += 1;
        }
    }
    assert!((4..=8).contains(&rings), "{rings} rings in a night");
    for minutes in morning..morning + 10 {
        house.at(minutes).await;
        assert_eq!(house.sent().await, [], "those who begin have their time");
    }
    house.at(morning + 10).await;
    assert_eq!(house.sent().await, [intake(Audience::Desk)]);
}

#[tokio::test]
async fn of_servers_that_ring_for_the_same_thing_one_is_heard() {
    let mut house = House::with(plan(), 3).await;
    for arrivals in &house.arrivals {
        arrivals.at(NOON.minute());
    }
    let mut all = Vec::new();
    for minutes in 0..120 {
        house.at(minutes).await;
        all.extend(house.sent().await);
    }
    assert_eq!(all, [intake(Audience::Desk), intake(Audience::Supervisors)]);
}

#[tokio::test]
async fn a_desk_not_seen_for_three_days_rings_there_and_later_at_the_supervisors() {
    let (day, absent) = (24 * 60, MailKind::DeskAbsent);
    let staffed = office_hours();
    let mut house = House::with(Plan { staffed, ..plan() }, 1).await;
    house.seen_at(TRIAGE, 0).await;
    house.at(0).await;
    house.at(3 * day - 1).await;
    assert_eq!(house.sent().await, []);
    house.seen_at(TRIAGE, 3 * day - 1).await;
    house.at(3 * day).await;
    assert_eq!(house.sent().await, [(LEEDS, Audience::Desk, absent)]);
    // Sunday noon: nobody is there to come.
    house.at(6 * day).await;
    assert_eq!(house.sent().await, []);
    house.at(7 * day).await;
    let leeds = [Audience::Desk, Audience::Supervisors].map(|who| (LEEDS, who, absent));
    let mut wanted = leeds.to_vec();
    wanted.push((TRIAGE, Audience::Desk, absent));
    wanted.sort();
    assert_eq!(house.sent().await, wanted);
}

#[tokio::test]
async fn who_has_no_address_is_not_mailed() {
    let book = AddressBook::new([(LEEDS, vec![address("leeds@example.org")])], []);
    let mut house = House::with(Plan { book, ..plan() }, 1).await;
    house.frames_come_at(0);
    let lease = records::accepted(&house, 1).await;
    records::release(&house, 1, lease).await;
    for minutes in 0..60 {
        house.at(minutes).await;
    }
    assert_eq!(house.sent().await, []);
}
